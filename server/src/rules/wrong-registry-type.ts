import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { readNumber } from '../model/numbers.js';
import { registryValuesNamed, type RegistryType, type RegistryValueFacts } from '../language/registry-values.js';
import type { Analysis } from '../plan/analysis.js';
import { DATA, readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { absolute } from '../syntax/cst.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import {
  createsKeyOnly,
  deletesValue,
  flagsOfType,
  flagsText,
  partsOfFlags,
  typeNameOf,
} from './support/registry-flags.js';
import { FIELD, isAboutDma, registrySpan, relativeRoots } from './support/registry-places.js';

/** The page that gives these values a type as part of the language. */
const ADD_REG = 'install/inf-addreg-directive';
/** Types of which one is read for the other. */
const TEXTS: ReadonlySet<RegistryType> = new Set<RegistryType>(['REG_SZ', 'REG_EXPAND_SZ']);

export default defineRule({
  name: 'wrong-registry-type',
  summary: 'A value that Windows knows is written with another type than the one it reads.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    keyword: { text: 'The value {name} has to be a {wanted}, and the flags make it a {type}.', infverif: 1225 },
    known: {
      text: 'Windows reads the value {name} as a {wanted}, and the flags make it a {type}.',
      infverif: 1431,
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    for (const { fact, type, rows } of candidates(analysis)) {
      const row = offendedRow(analysis, fact, type, rows);
      if (row === undefined || isAboutDma(analysis, fact)) continue;
      const position = fact.flagsText === '' ? FIELD.valueName : FIELD.flags;
      const wanted = row.types.join(' or ');
      const args = { name: fact.valueName, wanted, type };
      const id = row.docs === ADD_REG ? 'keyword' : 'known';
      yield finding(registrySpan(fact, position), id, args, { fixes: () => cures(fact, row.types[0], type) });
    }
  },
});

/** A line whose type is not that of all the rows of its value's name. */
interface Candidate {
  readonly fact: RegistryFact;
  readonly type: RegistryType;
  /** The rows of which it is known where they hold and which types they want. */
  readonly rows: readonly RegistryValueFacts[];
}

/** The rows of a name, and which flags are those of a type that one of them does not want. */
interface Name {
  readonly rows: readonly RegistryValueFacts[];
  readonly suspects: Map<number, RegistryType | undefined>;
}

/** Goes by names and types, of which there are few: most lines have a type that suits all rows. */
function candidates(analysis: Analysis): readonly Candidate[] {
  const names = new Map<string, Name>();
  const suspectIn = (name: string, flags: number): RegistryType | undefined => {
    const { rows, suspects } = names.get(name) ?? addName(names, name);
    if (rows.length === 0) return undefined;
    if (!suspects.has(flags)) suspects.set(flags, suspectType(flags, rows));
    return suspects.get(flags);
  };
  return analysis
    .once(readRegistryFacts)
    .select(({ root, flags, name }) => root === 'HKR' && flags !== undefined && suspectIn(name, flags) !== undefined)
    .flatMap((fact): readonly Candidate[] => {
      const name = fold(fact.valueName);
      const type = suspectIn(name, fact.flags ?? 0);
      return type === undefined ? [] : [{ fact, type, rows: names.get(name)?.rows ?? [] }];
    });
}

function addName(names: Map<string, Name>, name: string): Name {
  const rows = name === '' ? [] : registryValuesNamed(name).filter((row) => row.types.length > 0 && isSure(row));
  const made = { rows, suspects: new Map<number, RegistryType | undefined>() };
  names.set(name, made);
  return made;
}

/** The type that flags make, where a row wants another. */
function suspectType(flags: number, rows: readonly RegistryValueFacts[]): RegistryType | undefined {
  const type = typeNameOf(flags);
  if (type === undefined || createsKeyOnly(flags) || deletesValue(flags)) return undefined;
  return rows.every(({ types }) => fits(types, type)) ? undefined : type;
}

function fits(wanted: readonly RegistryType[], type: RegistryType): boolean {
  return wanted.includes(type) || (TEXTS.has(type) && wanted.some((one) => TEXTS.has(one)));
}

/**
 * The row of the table that wants another type for a value in its place, where it is sure of that: below a subkey of a
 * fixed name, or directly below HKR for the values that the table describes and in the key for which it does.
 */
function offendedRow(
  analysis: Analysis,
  fact: RegistryFact,
  type: RegistryType,
  rows: readonly RegistryValueFacts[],
): RegistryValueFacts | undefined {
  const row = rows.find(({ subkey }) => isBelow(subkey, fact.subkey));
  if (row === undefined || fits(row.types, type)) return undefined;
  if (row.relativeTo.length === 0) return row;
  const roots = relativeRoots(analysis, fact);
  return row.relativeTo.some((meaning) => roots.has(meaning)) ? row : undefined;
}

function isSure({ subkey, summary, relativeTo }: RegistryValueFacts): boolean {
  return subkey === '' ? summary !== undefined && relativeTo.length > 0 : !subkey.startsWith('<');
}

/** Compares subkeys part by part; `<…>` in the wanted one stands for any part. */
function isBelow(wanted: string, subkey: string): boolean {
  if (!wanted.includes('<')) return fold(wanted) === fold(subkey);
  const parts = fold(subkey).split('\\');
  const others = fold(wanted).split('\\');
  return parts.length === others.length && others.every((part, index) => part.includes('<') || part === parts[index]);
}

function cures(
  { at, fields, flags = 0 }: RegistryFact,
  wanted: RegistryType | undefined,
  type: RegistryType,
): readonly Fix[] {
  const field = fields[FIELD.flags];
  const data = fields.slice(DATA).filter(({ value }) => value !== '');
  if (field === undefined || wanted === undefined || !canBecome(wanted, type, data)) return [];
  const right = flagsText(flagsOfType(wanted) | partsOfFlags(flags).modifiers);
  const head = { action: 'set-type', title: `Make it a ${wanted}: ${right}`, preferred: true };
  return [makeFix(head, () => [{ span: absolute(at.placed, field.span), newText: right }])];
}

/** Tells whether the data need no change: one number as a text is a number, one text is a list of one. */
function canBecome(wanted: RegistryType, type: RegistryType, data: readonly { readonly value: string }[]): boolean {
  const [first, ...others] = data;
  if (first === undefined || others.length > 0) return false;
  if (wanted === 'REG_DWORD') return readNumber(first.value) !== undefined && type !== 'REG_BINARY';
  const isText = type === 'REG_SZ' || type === 'REG_EXPAND_SZ' || type === 'REG_MULTI_SZ' || type === 'REG_DWORD';
  return isText && (wanted === 'REG_MULTI_SZ' || TEXTS.has(wanted));
}
