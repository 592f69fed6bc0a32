import type { RegistryType } from '../../language/registry-values.js';

/** Bits of the flags of an add-registry line. Source: install/inf-addreg-directive.md */
export const NOCLOBBER = 0x2;
const DELETE_VALUE = 0x4;
export const APPEND = 0x8;
const KEY_ONLY = 0x10 | 0x2000;

const TYPE_MASK = 0xffff0001;

/** Source: install/inf-addreg-directive.md */
const TYPE_NAMES: ReadonlyMap<number, RegistryType> = new Map([
  [0x00000000, 'REG_SZ'],
  [0x00000001, 'REG_BINARY'],
  [0x00010000, 'REG_MULTI_SZ'],
  [0x00010001, 'REG_DWORD'],
  [0x00020000, 'REG_EXPAND_SZ'],
  [0x00020001, 'REG_NONE'],
  [0x000b0001, 'REG_QWORD'],
]);

/** Name of the type that a line with these flags makes; `undefined` for one of a number of its own. */
export function typeNameOf(flags: number): RegistryType | undefined {
  return TYPE_NAMES.get(typeOf(flags));
}

/** The flags of a type: `0x00010001` of REG_DWORD. */
export function flagsOfType(type: RegistryType): number {
  for (const [flags, name] of TYPE_NAMES) if (name === type) return flags;
  return 0;
}

/** Flags as they are usually written: `0x00010001`. */
export function flagsText(flags: number): string {
  return `0x${(flags >>> 0).toString(16).padStart(8, '0')}`;
}

/** The bits that say the type, and those that say how and where to write. */
export function partsOfFlags(flags: number): { readonly type: number; readonly modifiers: number } {
  return { type: typeOf(flags), modifiers: (flags & ~TYPE_MASK) >>> 0 };
}

/** What type of value a line with these flags makes: `a REG_BINARY`. */
export function describeFlags(flags: number): string {
  const name = TYPE_NAMES.get(typeOf(flags)) ?? `value of type ${typeOf(flags) >>> 16}`;
  if ((flags & APPEND) !== 0) return `a ${name} with APPEND, which fits REG_MULTI_SZ only`;
  return `a ${name}`;
}

/** Tells whether a line with these flags creates its key and writes no value. */
export function createsKeyOnly(flags: number): boolean {
  return (flags & KEY_ONLY) !== 0;
}

/** Tells whether a line with these flags deletes the value instead of writing it. */
export function deletesValue(flags: number): boolean {
  return (flags & DELETE_VALUE) !== 0;
}

/** Tells whether the data of such a line is one text or one number, and not bytes, a list or nothing. */
export function holdsOneValue(flags: number): boolean {
  const name = TYPE_NAMES.get(typeOf(flags));
  const single = name === 'REG_DWORD' || name === 'REG_SZ' || name === 'REG_EXPAND_SZ';
  return single && (flags & (DELETE_VALUE | KEY_ONLY)) === 0;
}

function typeOf(flags: number): number {
  return (flags & TYPE_MASK) >>> 0;
}
