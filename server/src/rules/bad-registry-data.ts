import type { Fix } from '../engine/types.js';
import { isOpenValue } from '../model/placeholders.js';
import { readNumber } from '../model/numbers.js';
import type { Model } from '../model/types.js';
import { readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { absolute, textOf, type Field } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { quoted } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';
import { createsKeyOnly, deletesValue, typeNameOf } from './support/registry-flags.js';
import { dataSpan, FIELD, isAboutDma, registrySpan } from './support/registry-places.js';

/** FLG_DELREG_MULTI_SZ_DELSTRING. Source: install/inf-delreg-directive.md */
const DELETE_STRING = 0x00018002;
const BYTE = /^(?:0x)?[0-9a-f]{1,2}$/i;
const NUMBER_64 = /^[+-]?(?:0x[0-9a-f]{1,16}|\d{1,20})$/i;
const HEX = /^[0-9a-f]{1,8}$/i;
/** The byte-mask and the index of the byte in a BitReg line. Source: install/inf-bitreg-directive.md */
const MASK = 4;
const BYTE_INDEX = 5;

export default defineRule({
  name: 'bad-registry-data',
  summary: 'The data of a registry line are not what its flags say: no number, no bytes, too many or none.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    number: {
      text: 'The data of a {type} are a number of {width} bits, decimal or with 0x, and "{value}" is none.',
      infverif: 1268,
    },
    bytes: { text: 'The data of a {type} are bytes of two hexadecimal digits, and "{value}" is none.', infverif: 1267 },
    noString: { text: 'This line takes a string out of the list {name} without saying which.', infverif: 1266 },
    mask: { text: 'BitReg changes one byte, and the mask {value} is wider: 0x00 to 0xFF.', infverif: 1262 },
    bitNumber: { text: 'The {argument} of a BitReg line is a number, and "{value}" is none.', infverif: 1268 },
    missing: { text: 'The flags {flags} make {name} a {type}, but no number follows.', severity: 'info' },
    extra: {
      text: 'The flags {flags} make {name} a {type} with one value, so Windows ignores what follows "{first}".',
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const { select, deleted, bits } = analysis.once(readRegistryFacts);
    // Of a plain REG_SZ only too many strings can be wrong.
    for (const fact of select(({ flags, count }) => flags !== 0 || count > FIELD.data + 1)) {
      const fault = faultOf(model, fact);
      if (fault === undefined || isAboutDma(analysis, fact)) continue;
      const { field, value } = fault;
      const type = fault.type ?? 'REG_BINARY';
      const span = field === undefined ? dataSpan(fact) : fieldSpan(fact.at, field);
      const about = { flags: fact.flagsText === '' ? '0' : fact.flagsText, name: fact.valueName, type };
      if (fault.id === 'number') yield finding(span, 'number', { type, width: type === 'REG_QWORD' ? 64 : 32, value });
      else if (fault.id === 'bytes') yield finding(span, 'bytes', { type, value });
      else if (fault.id === 'noString') yield finding(registrySpan(fact, FIELD.flags), 'noString', about);
      else if (fault.id === 'missing') yield finding(registrySpan(fact, FIELD.flags), 'missing', about);
      else yield finding(extraSpan(fact), 'extra', { ...about, first: value }, { fixes: () => quoteAll(fact, type) });
    }
    for (const fact of deleted) {
      const { flags = 0, fields, valueName } = fact;
      if ((flags & DELETE_STRING) !== DELETE_STRING || fields.slice(FIELD.data).some(({ value }) => value !== ''))
        continue;
      yield finding(registrySpan(fact, FIELD.flags), 'noString', { name: valueName });
    }
    for (const fact of bits) {
      for (const [index, argument] of [
        [MASK, 'mask'],
        [BYTE_INDEX, 'byte index'],
      ] as const) {
        const field = fact.fields[index];
        const value = field === undefined ? '' : model.valueOf(field);
        if (field === undefined || value === '' || isOpenValue(value)) continue;
        const number = readNumber(value) ?? (HEX.test(value) ? Number.parseInt(value, 16) : undefined);
        const span = fieldSpan(fact.at, field);
        if (number === undefined) yield finding(span, 'bitNumber', { argument, value });
        else if (index === MASK && number > 0xff) yield finding(span, 'mask', { value });
      }
    }
  },
});

interface DataFault {
  readonly id: 'number' | 'bytes' | 'noString' | 'missing' | 'extra';
  readonly type: string | undefined;
  /** `undefined`: all of the data. */
  readonly field: Field | undefined;
  readonly value: string;
}

/** What is wrong with the data of an AddReg line; the first fault only. */
function faultOf(model: Model, fact: RegistryFact): DataFault | undefined {
  const { flags, at } = fact;
  if (flags === undefined) return undefined;
  if ((flags & DELETE_STRING) === DELETE_STRING) {
    const isEmpty = fact.fields.slice(FIELD.data).every(({ value }) => value === '');
    return isEmpty ? { id: 'noString', type: undefined, field: undefined, value: '' } : undefined;
  }
  if (deletesValue(flags) || createsKeyOnly(flags)) return undefined;
  const type = typeNameOf(flags);
  switch (type) {
    case 'REG_MULTI_SZ':
      return undefined;
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return at.line.count > FIELD.data + 1 ? extraOf(fact, type) : undefined;
    case 'REG_DWORD':
    case 'REG_QWORD':
      return numberFault(model, fact, type);
    default:
      // Without the bit for bytes the flags themselves are wrong.
      return (flags & 1) === 0 ? undefined : bytesFault(model, fact, type ?? `value of type ${String(flags >>> 16)}`);
  }
}

function extraOf({ fields }: RegistryFact, type: string): DataFault | undefined {
  const [first, ...others] = fields.slice(FIELD.data);
  if (first === undefined || others.every(({ value }) => value === '')) return undefined;
  return { id: 'extra', type, field: undefined, value: first.value };
}

function numberFault(model: Model, fact: RegistryFact, type: 'REG_DWORD' | 'REG_QWORD'): DataFault | undefined {
  const { line } = fact.at;
  // Nearly all are one number, and for that no fields need be made.
  if (line.count === FIELD.data + 1 && isNumber(model.expand(line.valueAt(FIELD.data) ?? ''), type)) return undefined;
  const [field, ...others] = fact.fields.slice(FIELD.data);
  const size = type === 'REG_DWORD' ? 4 : 8;
  if (
    others.length === size - 1 &&
    [field, ...others].every((one) => one !== undefined && BYTE.test(model.valueOf(one)))
  ) {
    return undefined;
  }
  const value = field === undefined ? '' : model.valueOf(field);
  if (field === undefined || value === '') return { id: 'missing', type, field: undefined, value: '' };
  if (isOpenValue(value)) return undefined;
  if (!isNumber(value, type)) return { id: 'number', type, field, value };
  return others.length > 0 ? extraOf(fact, type) : undefined;
}

function isNumber(value: string, type: 'REG_DWORD' | 'REG_QWORD'): boolean {
  return type === 'REG_DWORD' ? readNumber(value) !== undefined : NUMBER_64.test(value);
}

function bytesFault(model: Model, { fields }: RegistryFact, type: string): DataFault | undefined {
  for (let index = FIELD.data; index < fields.length; index++) {
    const field = fields[index];
    if (field === undefined) continue;
    let { value } = field;
    if (value === '' || BYTE.test(value)) continue;
    value = model.expand(value);
    if (!BYTE.test(value) && !isOpenValue(value)) return { id: 'bytes', type, field, value };
  }
  return undefined;
}

/** The values behind the first one. */
function extraSpan({ at, fields }: RegistryFact): Span {
  const [first, ...others] = fields.slice(FIELD.data);
  const start = others.find(({ span }) => span.end > span.start)?.span.start ?? first?.span.end ?? at.line.span.end;
  return absolute(at.placed, { start, end: at.line.span.end });
}

/** One text in quotes, its commas included. */
function quoteAll({ at, fields }: RegistryFact, type: string): readonly Fix[] {
  const data = fields.slice(FIELD.data);
  const [first] = data;
  const last = data.at(-1);
  if (type === 'REG_DWORD' || type === 'REG_QWORD' || first === undefined || last === undefined) return [];
  if (data.some((field) => field.quoted)) return [];
  const inner = { start: first.span.start, end: last.span.end };
  const text = textOf(at.placed.block, inner);
  if (/[\r\n\\]\s*$/m.test(text)) return [];
  const head = { action: 'quote-data', title: 'Put the whole text in quotes', preferred: true };
  return [makeFix(head, () => [{ span: absolute(at.placed, inner), newText: quoted(text) }])];
}
