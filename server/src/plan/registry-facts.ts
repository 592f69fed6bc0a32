import { fold } from '../language/fold.js';
import type { SectionKind } from '../language/sections.js';
import { readNumber } from '../model/numbers.js';
import type { RegistryRoot, RegistryWrite, Section } from '../model/types.js';
import type { Field, LineRef } from '../syntax/cst.js';
import type { Analysis } from './analysis.js';

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
  /** The added lines of each section: for who can tell by a section that none of its lines matters. */
  readonly addedBySection: ReadonlyMap<Section, readonly RegistryFact[]>;
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
  const addedBySection = reader.read('addRegistry', 'AddReg');
  const added = [...addedBySection.values()].flat();
  const deleted = [...reader.read('delRegistry', 'DelReg').values()].flat();
  const bits = [...reader.read('bitRegistry', 'BitReg').values()].flat();
  const others = [...deleted, ...bits].filter(({ section: { kinds } }) => !kinds.has('addRegistry'));
  return { added, addedBySection, deleted, bits, all: others.length === 0 ? added : [...added, ...others] };
}

interface Reader {
  read(kind: SectionKind, operation: RegistryOperation): ReadonlyMap<Section, readonly RegistryFact[]>;
}

/** What all facts of a file are read with. */
interface Source {
  expand(value: string): string;
  rootOf(text: string): RegistryRoot | undefined;
  numberOf(text: string): number | undefined;
}

/** Few different texts occur as roots and flags, so each is looked at once. */
function createSource({ model }: Analysis): Source {
  const roots = new Map<string, RegistryRoot | undefined>();
  const numbers = new Map<string, number | undefined>([['', 0]]);
  return {
    expand: (value) => model.expand(value),
    rootOf(text) {
      const known = roots.get(text);
      if (known !== undefined || roots.has(text)) return known;
      const folded = fold(text);
      const found = ROOTS.find((root) => fold(root) === folded);
      roots.set(text, found);
      return found;
    },
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined || numbers.has(text)) return known;
      const number = readNumber(text);
      numbers.set(text, number);
      return number;
    },
  };
}

/** A registry line; its root and flags are read at once, its texts when asked for, since most are of no interest. */
class ReadFact implements RegistryFact {
  readonly operation: RegistryOperation;
  readonly section: Section;
  readonly at: LineRef;
  readonly root: RegistryRoot | undefined;
  readonly flags: number | undefined;
  private readonly source: Source;

  constructor(operation: RegistryOperation, section: Section, at: LineRef, source: Source) {
    this.operation = operation;
    this.section = section;
    this.at = at;
    this.source = source;
    this.root = source.rootOf(this.textAt(0));
    this.flags = source.numberOf(this.textAt(3));
  }

  get fields(): readonly Field[] {
    return this.at.line.fields;
  }

  get rootText(): string {
    return this.textAt(0);
  }

  get subkey(): string {
    return this.textAt(1);
  }

  get valueName(): string {
    return this.textAt(2);
  }

  get flagsText(): string {
    return this.textAt(3);
  }

  private textAt(index: number): string {
    return this.source.expand(this.at.line.valueAt(index) ?? '');
  }
}

function createReader(analysis: Analysis): Reader {
  const source = createSource(analysis);
  return {
    read(kind, operation) {
      const found = new Map<Section, readonly RegistryFact[]>();
      for (const section of analysis.entries.sectionsOf(kind)) {
        const lines = section.lines.filter(({ line }) => line.key === undefined);
        const facts = lines.map((at) => new ReadFact(operation, section, at, source));
        // A single word that is no root is a stray line, about which other rules tell.
        found.set(
          section,
          facts.filter(({ root, at }) => root !== undefined || at.line.count > 1),
        );
      }
      return found;
    },
  };
}

/** Added lines by a text that they state, folded: for who looks for certain texts only, since few different ones occur. */
export type FactsByText = ReadonlyMap<string, readonly RegistryFact[]>;

/** The added lines by the names of their values; keep it with `analysis.once(factsByValueName)`. */
export function factsByValueName(analysis: Analysis): FactsByText {
  return groupFacts(analysis, ({ valueName }) => valueName);
}

/** The added lines by their subkeys; keep it with `analysis.once(factsBySubkey)`. */
export function factsBySubkey(analysis: Analysis): FactsByText {
  return groupFacts(analysis, ({ subkey }) => subkey);
}

function groupFacts(analysis: Analysis, textOf: (fact: RegistryFact) => string): FactsByText {
  const groups = new Map<string, RegistryFact[]>();
  const asWritten = new Map<string, RegistryFact[]>();
  for (const fact of analysis.once(readRegistryFacts).added) {
    const text = textOf(fact);
    let group = asWritten.get(text);
    if (group === undefined) {
      const folded = fold(text);
      group = groups.get(folded) ?? [];
      groups.set(folded, group);
      asWritten.set(text, group);
    }
    group.push(fact);
  }
  return groups;
}

/** The added lines whose text passes a test, which is given the text folded. */
export function factsWhere(facts: FactsByText, test: (folded: string) => boolean): readonly RegistryFact[] {
  const found: RegistryFact[] = [];
  for (const [text, group] of facts) if (test(text)) for (const fact of group) found.push(fact);
  return found;
}

/** The added lines with flags that say anything but a plain REG_SZ; keep it with `analysis.once(flaggedFacts)`. */
export function flaggedFacts(analysis: Analysis): readonly RegistryFact[] {
  return analysis.once(readRegistryFacts).added.filter(({ flags }) => flags !== 0);
}

/** The ways in which the lines of an add-registry section are applied: one of each line's writes stands for all. */
export interface RegistryUses {
  of(fact: RegistryFact): readonly RegistryWrite[];
  /** The same of a section's lines, where it is named by one of these kinds; none otherwise, which takes less time to tell. */
  through(kinds: readonly SectionKind[], section: Section): readonly RegistryWrite[];
}

/** Finds out once a section how it is applied; keep it with `analysis.once(createRegistryUses)`. */
export function createRegistryUses(analysis: Analysis): RegistryUses {
  const { model } = analysis;
  const { addedBySection } = analysis.once(readRegistryFacts);
  const known = new Map<Section, readonly RegistryWrite[]>();
  const of = ({ section, at }: RegistryFact): readonly RegistryWrite[] => {
    let uses = known.get(section);
    if (uses === undefined) known.set(section, (uses = model.writesOf(at)));
    return uses;
  };
  return {
    of,
    through(kinds, section) {
      const [fact] = addedBySection.get(section) ?? [];
      const isNamed = model.referencesTo(section).some(({ from }) => kinds.some((kind) => from.kinds.has(kind)));
      return fact !== undefined && isNamed ? of(fact) : [];
    },
  };
}
