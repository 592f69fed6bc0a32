import type { FieldType } from '../language/fields.js';
import { memberNamed, memberOfValue, valueSets } from '../language/values.js';
import { readNumber } from '../model/numbers.js';

/** What may be wrong with a value. */
export type Objection =
  /** Not `{xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}`. */
  | { readonly reason: 'guid' }
  /** Not a number at all. */
  | { readonly reason: 'number' }
  /** A number outside the bounds. */
  | { readonly reason: 'range'; readonly allowed: string }
  /** No member of the set. */
  | { readonly reason: 'member'; readonly allowed: string }
  /** Bits that the set does not know, as a number. */
  | { readonly reason: 'bits'; readonly bits: number }
  | { readonly reason: 'version'; readonly parts: number }
  | { readonly reason: 'path'; readonly character: string }
  | { readonly reason: 'not-empty' }
  | { readonly reason: 'length'; readonly longest: number }
  | { readonly reason: 'descriptor' };

const GUID = /^\{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}$/i;
/** What no file name may hold, besides control characters; quotes are left out, as command lines have them. */
const NOT_IN_PATHS = '<>|?*';
/** The segments of a version are 16 bits wide; InfVerif's message says 65536. */
const LARGEST_SEGMENT = 65536;
/** Four dotted numbers have 23 characters at most. */
const LONGEST_VERSION = 40;
/** A security descriptor in SDDL begins with the owner, the group, the DACL or the SACL. */
const DESCRIPTOR = /^[OGDS]:/i;

const NEVER_JUDGED: ReadonlySet<FieldType['type']> = new Set<FieldType['type']>([
  'sectionRef',
  'fileRef',
  'stringKey',
  'displayText',
  'date',
  'hardwareId',
  'dirid',
  'decoration',
  'serviceName',
  'registryKey',
  'registryValueName',
  'registryData',
  'unused',
]);

/** Whether `objectionTo` ever speaks against a value of the type. */
export function canObjectTo(type: FieldType): boolean {
  if (type.type === 'text') return type.maxLength !== undefined;
  if (type.type === 'oneOf') return type.open !== true;
  return !NEVER_JUDGED.has(type.type);
}

/**
 * What speaks against a value of a type; `undefined` when nothing does, or when another table or rule decides (names of
 * sections, files, services and keys, registry data, hardware IDs, decorations).
 * @param value expanded, not empty
 */
export function objectionTo(type: FieldType, value: string): Objection | undefined {
  switch (type.type) {
    case 'guid':
      return GUID.test(value) ? undefined : { reason: 'guid' };
    case 'integer':
      return checkInteger(type, value);
    case 'oneOf':
      return type.open === true ? undefined : checkMember(type.set, value);
    case 'flags':
      return checkFlags(type.set, value);
    case 'version':
      return isVersion(value, type.parts) ? undefined : { reason: 'version', parts: type.parts };
    case 'path':
      return checkPath(value);
    case 'zero':
      return readNumber(value) === 0 ? undefined : { reason: 'not-empty' };
    case 'text':
      return type.maxLength !== undefined && value.length > type.maxLength
        ? { reason: 'length', longest: type.maxLength }
        : undefined;
    case 'securityDescriptor':
      return DESCRIPTOR.test(value) ? undefined : { reason: 'descriptor' };
    default:
      return undefined;
  }
}

type IntegerType = Extract<FieldType, { readonly type: 'integer' }>;

function checkInteger({ min, max, radix }: IntegerType, value: string): Objection | undefined {
  const number = radix === 'hex' ? readHex(value) : readLongNumber(value);
  if (number === undefined) return { reason: 'number' };
  if ((min === undefined || number >= min) && (max === undefined || number <= max)) return undefined;
  return { reason: 'range', allowed: boundsText(min, max) };
}

function readHex(value: string): number | undefined {
  return /^[0-9a-f]{1,8}$/i.test(value) ? Number.parseInt(value, 16) : undefined;
}

/** Numbers of ETW and others have up to 64 bits; beyond 53 their size alone counts. */
function readLongNumber(value: string): number | undefined {
  return readNumber(value) ?? (/^(?:0x[0-9a-f]{1,16}|\d{1,20})$/i.test(value) ? Number(value) : undefined);
}

function boundsText(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return `${String(min ?? 0)} or more`;
  return min === undefined ? `${String(max)} or less` : `${String(min)} to ${String(max)}`;
}

type SetName = Extract<FieldType, { readonly type: 'oneOf' }>['set'];

/** So many members are named in a message; more of them stand on the page. */
const MOST_NAMED = 8;

function checkMember(set: SetName, value: string): Objection | undefined {
  if (valueSets[set].form === 'words') {
    return memberNamed(set, value) === undefined ? { reason: 'member', allowed: membersText(set) } : undefined;
  }
  const number = readNumber(value);
  if (number === undefined) return { reason: 'number' };
  return memberOfValue(set, number) === undefined ? { reason: 'member', allowed: membersText(set) } : undefined;
}

function membersText(set: SetName): string {
  const { form, members } = valueSets[set];
  const names = members.map(({ value, name }) => (form === 'words' ? (name ?? '') : String(value ?? '')));
  if (names.length > MOST_NAMED) return `one of ${String(names.length)} that the page lists`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

function checkFlags(set: SetName, value: string): Objection | undefined {
  const number = readNumber(value);
  if (number === undefined) return { reason: 'number' };
  const known = valueSets[set].members.reduce((bits, member) => bits | (member.value ?? 0), 0);
  const unknown = (number & ~known) >>> 0;
  return unknown === 0 ? undefined : { reason: 'bits', bits: unknown };
}

function isVersion(value: string, parts: number): boolean {
  if (value.length > LONGEST_VERSION || !/^\d+(?:\.\d+)*$/.test(value)) return false;
  const segments = value.split('.');
  return segments.length <= parts && segments.every((segment) => Number(segment) <= LARGEST_SEGMENT);
}

function checkPath(value: string): Objection | undefined {
  for (const character of value) {
    if (character < ' ' || NOT_IN_PATHS.includes(character)) return { reason: 'path', character };
  }
  return undefined;
}
