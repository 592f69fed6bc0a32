import type { Fix } from '../../engine/types.js';
import { holdsOpenToken } from '../../model/placeholders.js';
import type { RegistryFact } from '../../plan/registry-facts.js';
import type { RowShape } from '../../plan/registry-rows.js';
import { absolute } from '../../syntax/cst.js';
import { makeFix } from '../fixes/fix.js';
import { constantNamed } from './known-constant.js';
import { createsKeyOnly, deletesValue, typeNameOf } from './registry-flags.js';
import { FIELD } from './registry-places.js';

/** Fewest fields of a line with root, subkey, name and flags. */
const WITH_FLAGS = 4;
/** Flags of a type as they are written: eight digits, or the high word without its zeros. */
const WRITTEN_FLAGS = /^0x(?:000)?[1-9a-f][0-9a-f]{4}$|^0x0{7}[01]$/;
/** A symbol, also as a token that nobody defines. */
const SYMBOL = /^%?((?:flg_addreg|reg)_\w+)%?$/;
const MODIFIERS = 0xf03e;
const HIGH_WORD = 0x10000;

/** Tells whether lines of a shape may have their flags where the name of the value belongs: `HKR,Speed,0x00010001,1`. */
export function mayHaveEarlyFlags({ root, name, flags, count }: RowShape): boolean {
  if (root === undefined || count < WITH_FLAGS || !isFlags(name)) return false;
  return flags === undefined || (count === WITH_FLAGS && flags < HIGH_WORD);
}

/** Text that names a type, expanded and folded. Names of values that only look like a number are hardly ever one of these. */
function isFlags(name: string): boolean {
  const first = name.charAt(0);
  if (first !== '0' && first !== 'r' && first !== 'f' && first !== '%') return false;
  if (first !== '0') return constantNamed(SYMBOL.exec(name)?.[1] ?? '') !== undefined;
  if (!WRITTEN_FLAGS.test(name)) return false;
  const flags = Number(name);
  return typeNameOf(flags) !== undefined && (flags & 0xfffe & ~MODIFIERS) === 0;
}

/** Tells whether the flags of such a line stand one field too early, and what follows them is data. */
export function hasEarlyFlags({ operation, root, valueName, flags, flagsText, at }: RegistryFact): boolean {
  const name = valueName.toLowerCase();
  if (operation !== 'AddReg' || !mayHaveEarlyFlags({ root, name, flags, count: at.line.count })) return false;
  if (flagsText === '' || holdsOpenToken(flagsText) || constantNamed(flagsText) !== undefined) return false;
  // A value of that name that is deleted, or made as a key alone.
  return !/^0x/i.test(flagsText) || flags === undefined || !(deletesValue(flags) || createsKeyOnly(flags));
}

/** The two places where the comma can be missing: before the name of the value, or before its flags. */
export function insertComma({ at, fields, subkey }: RegistryFact): readonly Fix[] {
  const keyField = fields[FIELD.subkey];
  const flagsField = fields[FIELD.valueName];
  if (keyField === undefined || flagsField === undefined) return [];
  const before = (action: string, title: string, start: number): Fix =>
    makeFix({ action, title }, () => [{ span: absolute(at.placed, { start, end: start }), newText: ',' }]);
  const isName = subkey !== '' && !subkey.includes('\\');
  const key = subkey === '' ? 'the key itself' : `the key ${subkey}`;
  return [
    ...(isName
      ? [before('insert-comma-before-name', `Insert a comma: ${subkey} is the value`, keyField.span.start)]
      : []),
    before('insert-comma-before-flags', `Insert a comma: the unnamed value of ${key}`, flagsField.span.start),
  ];
}
