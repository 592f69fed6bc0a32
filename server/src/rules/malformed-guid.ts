import type { Fix } from '../engine/types.js';
import { findArgumentFaults, type BadArgument } from '../plan/argument-faults.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { entryName, fieldSpan } from './support/places.js';

export default defineRule({
  name: 'malformed-guid',
  summary: 'A GUID is not written with braces, dashes and 32 hexadecimal digits.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    malformed: {
      text: 'The {argument} "{value}" of {directive} is no GUID; one looks like this: {example}.',
      infverif: 1019,
    },
  },
  *check({ analysis, finding }) {
    for (const fault of analysis.once(findArgumentFaults).bad) {
      if (fault.objection.reason !== 'guid') continue;
      const { entry, field, spec, value } = fault;
      const args = { argument: spec.name, value, directive: entryName(entry), example: EXAMPLE };
      yield finding(fieldSpan(entry.at, field), 'malformed', args, { fixes: () => cures(fault) });
    }
  },
});

const EXAMPLE = '{xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}';

/** Braces and dashes can be put right where all 32 digits are there; a value that comes out of a token is left alone. */
function cures({ entry, field, value }: BadArgument): readonly Fix[] {
  const digits = value.replace(/[\s{}()-]/g, '');
  if (!/^[0-9a-f]{32}$/i.test(digits) || field.value.includes('%')) return [];
  const guid = `{${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}}`;
  const head = { action: 'write-guid', title: `Change it to ${guid}`, preferred: true };
  return [makeFix(head, () => [replaceField(entry.at, field, guid)])];
}
