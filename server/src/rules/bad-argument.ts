import type { Fix } from '../engine/types.js';
import { memberNamed, valueSets } from '../language/values.js';
import { findArgumentFaults, type BadArgument } from '../plan/argument-faults.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { nearestName } from './support/nearest-name.js';
import { entryName, fieldSpan } from './support/places.js';

export default defineRule({
  name: 'bad-argument',
  summary: 'A value is of another type than its field, or none of those that are defined.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    number: { text: 'The {argument} of {directive} must be a number, and "{value}" is none.', infverif: 1260 },
    range: { text: 'The {argument} of {directive} must be {allowed}, not {value}.', infverif: 1081 },
    member: { text: 'The {argument} of {directive} must be {allowed}, not "{value}".', infverif: 1081 },
    bits: {
      text: 'The bits {bits} of {value} have no documented meaning in the {argument} of {directive}.',
      infverif: 1083,
      severity: 'info',
    },
    notEmpty: {
      text: 'In the field {argument} of {directive} only 0 or nothing may stand, not {value}.',
      infverif: 1083,
    },
    long: {
      text: 'The {argument} of {directive} has {length} characters; more than {longest} are too many.',
      infverif: 1082,
    },
    descriptor: {
      text: 'The {argument} of {directive} must begin with O:, G:, D: or S:, and "{value}" does not.',
      infverif: 1082,
    },
  },
  *check({ analysis, finding }) {
    for (const fault of analysis.once(findArgumentFaults).bad) {
      const { entry, field, spec, value, objection } = fault;
      const span = fieldSpan(entry.at, field);
      const about = { argument: spec.name, directive: entryName(entry) };
      const extras = { fixes: () => cures(fault) };
      if (objection.reason === 'number') yield finding(span, 'number', { ...about, value }, extras);
      else if (objection.reason === 'range' || objection.reason === 'member') {
        yield finding(span, objection.reason, { ...about, value, allowed: objection.allowed }, extras);
      } else if (objection.reason === 'bits') {
        yield finding(span, 'bits', { ...about, value, bits: `0x${objection.bits.toString(16)}` });
      } else if (objection.reason === 'not-empty') yield finding(span, 'notEmpty', { ...about, value }, extras);
      else if (objection.reason === 'length') {
        yield finding(span, 'long', { ...about, length: value.length, longest: objection.longest });
      } else if (objection.reason === 'descriptor') yield finding(span, 'descriptor', { ...about, value });
    }
  },
});

/** The number of a symbol, the nearest word, 0 for what must be nothing; nothing for a value that a token holds. */
function cures({ entry, field, spec, value }: BadArgument): readonly Fix[] {
  if (field.value.includes('%')) return [];
  const right = rightValue(spec.type, value);
  if (right === undefined) return [];
  const head = { action: 'set-value', title: `Change it to ${right}`, preferred: true };
  return [makeFix(head, () => [replaceField(entry.at, field, right)])];
}

function rightValue(type: BadArgument['spec']['type'], value: string): string | undefined {
  if (type.type === 'zero') return '0';
  if (type.type !== 'oneOf' && type.type !== 'flags') return undefined;
  const { form, members } = valueSets[type.set];
  if (form === 'words')
    return nearestName(
      value,
      members.flatMap(({ name }) => name ?? []),
    );
  const named = memberNamed(type.set, value)?.value;
  return named === undefined ? undefined : form === 'flags' ? `0x${named.toString(16)}` : String(named);
}
