import type { Fix } from '../engine/types.js';
import { memberNamed, valueSets } from '../language/values.js';
import { readNumber } from '../model/numbers.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Entry } from '../plan/entries.js';
import type { Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'invalid-wmi-flags',
  summary: 'The flags of a WMI class have bits that nothing stands for.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    bits: {
      text: 'The flags of WMIInterface are 0 or 1, not {value}: 1 replaces a security descriptor that exists.',
      infverif: 1256,
    },
  },
  *check({ analysis, finding }) {
    for (const entry of analysis.entries.named('WMIInterface')) {
      const { fields } = entry.at.line;
      const field = fields[FLAGS_AT];
      // With two values the second one is the section.
      if (field === undefined || field.value === '' || fields.length <= FLAGS_AT + 1) continue;
      const value = analysis.model.valueOf(field);
      const flags = readNumber(value) ?? memberNamed('wmiInterfaceFlags', value)?.value;
      if (isOpenValue(value)) continue;
      if (readNumber(value) !== undefined && flags !== undefined && (flags & ~KNOWN) === 0) continue;
      const fixes = () => cures(entry, field, (flags ?? 0) & KNOWN);
      yield finding(fieldSpan(entry.at, field), 'bits', { value }, { fixes });
    }
  },
});

const FLAGS_AT = 1;
const KNOWN = valueSets.wmiInterfaceFlags.members.reduce((bits, { value }) => bits | (value ?? 0), 0);

function cures({ at }: Entry, field: Field, flags: number): readonly Fix[] {
  if (field.value.includes('%')) return [];
  const title = `Change it to ${String(flags)}`;
  return [makeFix({ action: 'set-value', title, preferred: true }, () => [replaceField(at, field, String(flags))])];
}
