import type { SectionKind } from '../language/sections.js';
import type { Model, RegistryRoot, RegistryWrite, Section } from '../model/types.js';
import type { Field, LineRef } from '../syntax/cst.js';
import type { Analysis } from './analysis.js';
import { createReading, readColumns, type Reading } from './registry-columns.js';

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

/** What a test is told about an added line: its root, its flags, the folded name of its value, how many fields it has. */
export type FactTest = (
  root: RegistryRoot | undefined,
  flags: number | undefined,
  name: string,
  count: number,
) => boolean;

/** All registry lines of a file, by what they do. */
export interface RegistryFacts {
  /**
   * The added lines that pass a test. Large files consist of them for the most part, and hardly any matters to a rule:
   * only those that pass are made.
   */
  readonly select: (test: FactTest) => readonly RegistryFact[];
  /** The sections with added lines. */
  readonly sections: readonly Section[];
  /** The added lines of a section. */
  readonly of: (section: Section) => readonly RegistryFact[];
  readonly deleted: readonly RegistryFact[];
  readonly bits: readonly RegistryFact[];
  /** Deleted lines and bits of sections that AddReg does not name as well. */
  readonly others: readonly RegistryFact[];
}

/** Position of the data in a line. */
export const DATA = 4;

/** Reads the registry lines of a file; keep it with `analysis.once(readRegistryFacts)`. */
export function readRegistryFacts(analysis: Analysis): RegistryFacts {
  const reading = createReading(analysis.model);
  const sections = analysis.entries.sectionsOf('addRegistry');
  const columns = readColumns(sections, reading);
  const made: (RegistryFact | undefined)[] = [];
  const factAt = (section: Section, row: number): RegistryFact => {
    let fact = made[row];
    if (fact === undefined) {
      const at = section.lines[columns.lines[row] ?? -1];
      if (at === undefined) throw new Error('a row without line');
      made[row] = fact = new ReadFact('AddReg', section, at, columns.roots[row], columns.flags[row], analysis.model);
    }
    return fact;
  };
  const deleted = eagerFacts(analysis, 'delRegistry', 'DelReg', reading);
  const bits = eagerFacts(analysis, 'bitRegistry', 'BitReg', reading);
  return {
    sections,
    deleted,
    bits,
    others: [...deleted, ...bits].filter(({ section: { kinds } }) => !kinds.has('addRegistry')),
    select(test) {
      const found: RegistryFact[] = [];
      const { roots, flags, names, counts } = columns;
      columns.starts.forEach((start, section) => {
        const end = columns.starts[section + 1] ?? roots.length;
        for (let row = start; row < end; row++) {
          if (!test(roots[row], flags[row], names[row] ?? '', counts[row] ?? 0)) continue;
          const home = sections[section];
          if (home !== undefined) found.push(factAt(home, row));
        }
      });
      return found;
    },
    of(section) {
      const index = columns.indexes.get(section);
      if (index === undefined) return [];
      const start = columns.starts[index] ?? 0;
      const end = columns.starts[index + 1] ?? columns.roots.length;
      return Array.from({ length: end - start }, (_, row) => factAt(section, start + row));
    },
  };
}

/** The lines of DelReg and BitReg sections, of which there are few. */
function eagerFacts(
  { entries, model }: Analysis,
  kind: SectionKind,
  operation: RegistryOperation,
  reading: Reading,
): readonly RegistryFact[] {
  return entries.sectionsOf(kind).flatMap((section) =>
    section.lines.flatMap((at): RegistryFact[] => {
      const { key, fields } = at.line;
      const root = reading.rootOf(fields[0]?.value ?? '');
      if (key !== undefined || (root === undefined && fields.length < 2)) return [];
      return [new ReadFact(operation, section, at, root, reading.flagsOf(fields[3]?.value ?? ''), model)];
    }),
  );
}

/** A registry line; its texts are read when asked for. */
class ReadFact implements RegistryFact {
  readonly operation: RegistryOperation;
  readonly section: Section;
  readonly at: LineRef;
  readonly root: RegistryRoot | undefined;
  readonly flags: number | undefined;
  private readonly model: Model;

  constructor(
    operation: RegistryOperation,
    section: Section,
    at: LineRef,
    root: RegistryRoot | undefined,
    flags: number | undefined,
    model: Model,
  ) {
    this.operation = operation;
    this.section = section;
    this.at = at;
    this.root = root;
    this.flags = flags;
    this.model = model;
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
    return this.model.expand(this.at.line.valueAt(index) ?? '');
  }
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
  const facts = analysis.once(readRegistryFacts);
  const known = new Map<Section, readonly RegistryWrite[]>();
  const of = ({ section, at }: RegistryFact): readonly RegistryWrite[] => {
    let uses = known.get(section);
    if (uses === undefined) known.set(section, (uses = model.writesOf(at)));
    return uses;
  };
  return {
    of,
    through(kinds, section) {
      const isNamed = model.referencesTo(section).some(({ from }) => kinds.some((kind) => from.kinds.has(kind)));
      const [fact] = isNamed ? facts.of(section) : [];
      return fact === undefined ? [] : of(fact);
    },
  };
}
