import type { Fix } from '../engine/types.js';
import { memberNamed, valueSets } from '../language/values.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Entry } from '../plan/entries.js';
import type { Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { nearestName } from './support/nearest-name.js';
import { entryName, fieldSpan } from './support/places.js';

export default defineRule({
  name: 'invalid-event-log',
  summary: 'The event log of a service is none that Windows has.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    unknown: {
      text: 'The event log of {directive} is System, Application or Security, not "{value}".',
      infverif: 1250,
    },
  },
  *check({ analysis, finding }) {
    for (const [name, index] of LOG_AT) {
      for (const entry of analysis.entries.named(name)) {
        const field = entry.at.line.fields[index];
        const value = field === undefined ? '' : analysis.model.valueOf(field);
        if (field === undefined || value === '' || isOpenValue(value)) continue;
        if (memberNamed('eventLogTypes', value) !== undefined) continue;
        const args = { directive: entryName(entry), value };
        yield finding(fieldSpan(entry.at, field), 'unknown', args, { fixes: () => cures(entry, field, value) });
      }
    }
  },
});

/** Where the lines state the log. Sources: install/inf-addservice-directive, install/inf-delservice-directive */
const LOG_AT: readonly (readonly [string, number])[] = [
  ['AddService', 4],
  ['DelService', 2],
];

/** The log that is meant, or the one that drivers use. */
function cures({ at }: Entry, field: Field, value: string): readonly Fix[] {
  if (field.value.includes('%')) return [];
  const names = valueSets.eventLogTypes.members.flatMap(({ name }) => name ?? []);
  const log = nearestName(value, names) ?? 'System';
  const head = { action: 'set-value', title: `Change it to ${log}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, log)])];
}
