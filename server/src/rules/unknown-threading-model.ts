import type { Fix } from '../engine/types.js';
import { memberNamed, valueSets } from '../language/values.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Entry } from '../plan/entries.js';
import type { Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { nearestName } from './support/nearest-name.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'unknown-threading-model',
  summary: 'The threading model of a COM class is none that exists.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    unknown: {
      text: 'ThreadingModel is Apartment, Both, Free or Neutral, not "{value}".',
      infverif: 1160,
    },
  },
  *check({ analysis, finding }) {
    for (const entry of analysis.entries.named('ThreadingModel')) {
      const [field] = entry.at.line.fields;
      const value = field === undefined ? '' : analysis.model.valueOf(field);
      if (field === undefined || isOpenValue(value) || memberNamed('threadingModels', value) !== undefined) continue;
      yield finding(fieldSpan(entry.at, field), 'unknown', { value }, { fixes: () => cures(entry, field, value) });
    }
  },
});

const MODELS = valueSets.threadingModels.members.flatMap(({ name }) => name ?? []);

/** The one that is meant, or else each of them. */
function cures({ at }: Entry, field: Field, value: string): readonly Fix[] {
  if (field.value.includes('%')) return [];
  const nearest = nearestName(value, MODELS);
  const offered = nearest === undefined ? MODELS : [nearest];
  return offered.map((name) =>
    makeFix({ action: `set-${name.toLowerCase()}`, title: `Change it to ${name}`, preferred: name === nearest }, () => [
      replaceField(at, field, name),
    ]),
  );
}
