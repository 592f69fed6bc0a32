import { fold } from '../language/fold.js';
import type { SectionKind } from '../language/sections.js';
import { readNumber } from '../model/numbers.js';
import type { RegistryRoot, RegistryWrite, Section } from '../model/types.js';
import type { Field, LineRef } from '../syntax/cst.js';
import type { Analysis } from './analysis.js';
import type { Entry } from './entries.js';

/** What a registry line does. */
export type RegistryOperation = 'AddReg' | 'DelReg' | 'BitReg';

/** A line `root, subkey, value name, flags, data…` of a section that AddReg, DelReg or BitReg names, read once. */
export interface RegistryFact {
  readonly operation: RegistryOperation;
  readonly section: Section;
  readonly at: LineRef;
  readonly fields: readonly Field[];
  /** `undefined` for anything else than the five documented roots. */
  readonly root: RegistryRoot | undefined;
  /** Expanded. */
  readonly rootText: string;
  /** Expanded. */
  readonly subkey: string;
  /** Expanded; empty for the unnamed value, or when the line is about a key alone. */
  readonly valueName: string;
  /** Expanded. */
  readonly flagsText: string;
  /** `undefined` when the flags are no number; 0 when they are empty. */
  readonly flags: number | undefined;
}

/** All registry lines of a file, by what they do. */
export interface RegistryFacts {
  readonly added: readonly RegistryFact[];
  readonly deleted: readonly RegistryFact[];
  readonly bits: readonly RegistryFact[];
  /** Each line once: those of a section that AddReg and DelReg both name are added ones here. */
  readonly all: readonly RegistryFact[];
}

const ROOTS: readonly RegistryRoot[] = ['HKCR', 'HKCU', 'HKLM', 'HKU', 'HKR'];
/** Position of the data in a line. */
export const DATA = 4;

/** Reads the registry lines of a file; keep it with `analysis.once(readRegistryFacts)`. */
export function readRegistryFacts(analysis: Analysis): RegistryFacts {
  const reader = createReader(analysis);
  const added = reader.read('addRegistry', 'AddReg');
  const deleted = reader.read('delRegistry', 'DelReg');
  const bits = reader.read('bitRegistry', 'BitReg');
  const others = [...deleted, ...bits].filter(({ section: { kinds } }) => !kinds.has('addRegistry'));
  return { added, deleted, bits, all: others.length === 0 ? added : [...added, ...others] };
}

interface Reader {
  read(kind: SectionKind, operation: RegistryOperation): readonly RegistryFact[];
}

/** Few different texts occur as roots and flags, so each is looked at once. */
function createReader({ model, entries }: Analysis): Reader {
  const roots = new Map<string, RegistryRoot | undefined>();
  const numbers = new Map<string, number | undefined>([['', 0]]);
  const textOf = (field: Field | undefined): string => {
    if (field === undefined) return '';
    const { value } = field;
    return value.includes('%') ? model.expand(value) : value;
  };
  const rootOf = (text: string): RegistryRoot | undefined => {
    if (!roots.has(text)) {
      const folded = fold(text);
      roots.set(
        text,
        ROOTS.find((root) => fold(root) === folded),
      );
    }
    return roots.get(text);
  };
  const numberOf = (text: string): number | undefined => {
    if (!numbers.has(text)) numbers.set(text, readNumber(text));
    return numbers.get(text);
  };
  const factOf = ({ section, at }: Entry, operation: RegistryOperation): RegistryFact | undefined => {
    const { key, fields } = at.line;
    if (key !== undefined) return undefined;
    const rootText = textOf(fields[0]);
    const root = rootOf(rootText);
    // A single word that is no root is a stray line, about which other rules tell.
    if (root === undefined && fields.length < 2) return undefined;
    const flagsText = textOf(fields[3]);
    return {
      operation,
      section,
      at,
      fields,
      root,
      rootText,
      subkey: textOf(fields[1]),
      valueName: textOf(fields[2]),
      flagsText,
      flags: numberOf(flagsText),
    };
  };
  return {
    read(kind, operation) {
      const facts: RegistryFact[] = [];
      for (const entry of entries.inKind(kind)) {
        const fact = factOf(entry, operation);
        if (fact !== undefined) facts.push(fact);
      }
      return facts;
    },
  };
}

/** The ways in which the lines of an add-registry section are applied: one of each line's writes stands for all. */
export interface RegistryUses {
  of(fact: RegistryFact): readonly RegistryWrite[];
  /** The same, where the section is named by one of these kinds; none otherwise, which takes less time to tell. */
  through(kinds: readonly SectionKind[], fact: RegistryFact): readonly RegistryWrite[];
}

/** Finds out once a section how it is applied; keep it with `analysis.once(createRegistryUses)`. */
export function createRegistryUses({ model }: Analysis): RegistryUses {
  const known = new Map<Section, readonly RegistryWrite[]>();
  const of = ({ section, at }: RegistryFact): readonly RegistryWrite[] => {
    let uses = known.get(section);
    if (uses === undefined) known.set(section, (uses = model.writesOf(at)));
    return uses;
  };
  return {
    of,
    through(kinds, fact) {
      const isNamed = model.referencesTo(fact.section).some(({ from }) => kinds.some((kind) => from.kinds.has(kind)));
      return isNamed ? of(fact) : [];
    },
  };
}
