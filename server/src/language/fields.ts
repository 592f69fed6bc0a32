import type { SectionKind } from './sections.js';
import type { ValueSetName } from './value-sets.js';

/**
 * How a section is found under the name that a field states:
 * - `literal`: under exactly this name; the section then plays one of the roles `kinds`.
 * - `decorated`: under this name with a platform extension (`.nt<architecture>`, `.nt`) or without one.
 * - `models`: under this name with each TargetOSVersion of the same Manufacturer line, and under the plain name.
 * - `included`: in an included INF or in this one; it then has the kind of the section that asks for it.
 * - `mention`: the section gets no role from being named here (a DestinationDirs key).
 */
export type SectionLookup = 'literal' | 'decorated' | 'models' | 'included' | 'mention';

/** Which file a field names. */
export type FileRole = 'source' | 'destination' | 'catalog' | 'inf' | 'cabinet' | 'ini';

/** What a field may hold. Completion, hover, colouring, navigation and the generic rules switch over this union. */
export type FieldType =
  /** The name of a section; `kinds` are the roles it then plays (empty for `included`). */
  | {
      readonly type: 'sectionRef';
      readonly kinds: readonly SectionKind[];
      readonly lookup: SectionLookup;
      /** CopyFiles: `@name` is a file, not a section. */
      readonly orFile?: true;
    }
  | { readonly type: 'fileRef'; readonly role: FileRole }
  /** The key of a string: the name of a token. */
  | { readonly type: 'stringKey' }
  /** Text for people, usually a %token% so that it can be translated. */
  | { readonly type: 'displayText' }
  /** A number made of bits of the set. */
  | { readonly type: 'flags'; readonly set: ValueSetName }
  /** One member of the set, by number or by name as the set says; `open`: other values are legal, too. */
  | { readonly type: 'oneOf'; readonly set: ValueSetName; readonly open?: true }
  | { readonly type: 'guid' }
  | { readonly type: 'path' }
  /** `w.x.y.z` or fewer parts. */
  | { readonly type: 'version'; readonly parts: number }
  | { readonly type: 'date' }
  | { readonly type: 'hardwareId' }
  /** A number; `hex`: written without 0x. */
  | { readonly type: 'integer'; readonly min?: number; readonly max?: number; readonly radix?: 'decimal' | 'hex' }
  /** A directory identifier as a plain number. */
  | { readonly type: 'dirid' }
  /** A TargetOSVersion decoration: `NTamd64.10.0...16299`. */
  | { readonly type: 'decoration' }
  | { readonly type: 'serviceName' }
  | { readonly type: 'registryKey' }
  | { readonly type: 'registryValueName' }
  /** What the flags of the same line make it. */
  | { readonly type: 'registryData' }
  /** A security descriptor in SDDL. */
  | { readonly type: 'securityDescriptor' }
  /** Must be left empty. */
  | { readonly type: 'unused' }
  /** Must be 0 or empty. */
  | { readonly type: 'zero' }
  | { readonly type: 'text'; readonly maxLength?: number };

/** One position of a line. */
export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  readonly optional: boolean;
  readonly summary?: string;
}

/** A field that must be there. */
export function field(name: string, type: FieldType, summary?: string): FieldSpec {
  return { name, type, optional: false, ...(summary === undefined ? {} : { summary }) };
}

/** A field that may be empty or missing. */
export function optional(name: string, type: FieldType, summary?: string): FieldSpec {
  return { name, type, optional: true, ...(summary === undefined ? {} : { summary }) };
}

/** The name of a section, found literally, that then plays the role `kinds`. */
export function sectionRef(...kinds: readonly SectionKind[]): FieldType {
  return { type: 'sectionRef', kinds, lookup: 'literal' };
}

/** The name of a section, found in another way than literally. */
export function sectionLookup(lookup: SectionLookup, ...kinds: readonly SectionKind[]): FieldType {
  return { type: 'sectionRef', kinds, lookup };
}

/** A number made of bits of the set. */
export function flags(set: ValueSetName): FieldType {
  return { type: 'flags', set };
}

/** One member of the set. */
export function oneOf(set: ValueSetName): FieldType {
  return { type: 'oneOf', set };
}

/** One member of the set, or a value that the set does not know. */
export function usually(set: ValueSetName): FieldType {
  return { type: 'oneOf', set, open: true };
}

/** A file of the role. */
export function fileRef(role: FileRole): FieldType {
  return { type: 'fileRef', role };
}

/** A number, with bounds where there are any. */
export function integer(min?: number, max?: number): FieldType {
  return { type: 'integer', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** A hexadecimal number that is written without 0x. */
export function hex(min: number, max: number): FieldType {
  return { type: 'integer', min, max, radix: 'hex' };
}

/** Text, with a limit where there is one. */
export function text(maxLength?: number): FieldType {
  return { type: 'text', ...(maxLength === undefined ? {} : { maxLength }) };
}

/** A version of up to so many parts. */
export function version(parts: number): FieldType {
  return { type: 'version', parts };
}

export const guid = { type: 'guid' } as const satisfies FieldType;
export const path = { type: 'path' } as const satisfies FieldType;
export const date = { type: 'date' } as const satisfies FieldType;
export const hardwareId = { type: 'hardwareId' } as const satisfies FieldType;
export const dirid = { type: 'dirid' } as const satisfies FieldType;
export const decoration = { type: 'decoration' } as const satisfies FieldType;
export const displayText = { type: 'displayText' } as const satisfies FieldType;
export const stringKey = { type: 'stringKey' } as const satisfies FieldType;
export const serviceName = { type: 'serviceName' } as const satisfies FieldType;
export const registryKey = { type: 'registryKey' } as const satisfies FieldType;
export const registryValueName = { type: 'registryValueName' } as const satisfies FieldType;
export const registryData = { type: 'registryData' } as const satisfies FieldType;
export const securityDescriptor = { type: 'securityDescriptor' } as const satisfies FieldType;
export const unused = { type: 'unused' } as const satisfies FieldType;
export const zero = { type: 'zero' } as const satisfies FieldType;
