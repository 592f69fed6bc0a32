import type { Fix } from '../engine/types.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Field, LineRef } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan, lineSpan } from './support/places.js';

export default defineRule({
  name: 'invalid-feature-score',
  summary: 'FeatureScore is not one byte in hexadecimal digits.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    missing: { text: 'FeatureScore has no value; it is one byte in hexadecimal digits, 00 to FF.', infverif: 1245 },
    invalid: { text: 'FeatureScore is one byte in hexadecimal digits, 00 to FF, not "{value}".', infverif: 1245 },
    large: { text: 'FeatureScore {value} is more than FF, the largest byte.', infverif: 1245 },
  },
  *check({ analysis: { model, entries }, finding }) {
    const seen = new Set<unknown>();
    for (const { at } of entries.named('FeatureScore')) {
      if (seen.has(at.line)) continue;
      seen.add(at.line);
      const [field] = at.line.fields;
      const value = field === undefined ? '' : model.valueOf(field).trim();
      if (field === undefined || value === '') yield finding(lineSpan(at), 'missing', {});
      else if (!isOpenValue(value) && !BYTE.test(value)) {
        const id = HEX.test(value) ? 'large' : 'invalid';
        yield finding(fieldSpan(at, field), id, { value }, { fixes: () => inHex(at, field) });
      }
    }
  },
});

/** `FD`; the page on the directive writes 0xFD, too. Source: install/inf-featurescore-directive */
const BYTE = /^(?:0x)?0*[0-9a-f]{1,2}$/i;
const HEX = /^(?:0x)?[0-9a-f]+$/i;
const LARGEST = 255;

/** A decimal number of three digits that is a byte: in hexadecimal digits. */
function inHex(at: LineRef, field: Field): readonly Fix[] {
  if (!/^\d{3}$/.test(field.value) || Number(field.value) > LARGEST) return [];
  const hex = Number(field.value).toString(16).toUpperCase();
  return [
    makeFix({ action: 'write-in-hex', title: `Change it to ${hex}, which is ${field.value} in decimal digits` }, () => [
      replaceField(at, field, hex),
    ]),
  ];
}
