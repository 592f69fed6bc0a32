import type { SectionKind } from '../language/sections.js';
import type { Model, RegistryRoot, RegistryWrite, Section, SectionReference } from '../model/types.js';
import type { Field, LineRef } from '../syntax/cst.js';
import type { Analysis } from './analysis.js';
import { createReading, readRows, type Reading, type RowShape } from './registry-rows.js';

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
  /**
   * The added lines whose shapes pass a test. Large files consist of such lines for the most part, and hardly any matters
   * to a rule: only those that pass are made.
   */
  readonly select: (test: (shape: RowShape) => boolean) => readonly RegistryFact[];
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
  const indexes = new Map(sections.map((section, index) => [section, index]));
  const { shapes, shapeOf, lineOf, starts } = readRows(sections, reading);
  // With all its places at once: filled out of order, an array without them becomes a slow dictionary.
  const made = new Array<RegistryFact | undefined>(starts.at(-1) ?? 0);
  const factAt = (section: Section, row: number): RegistryFact => {
    let fact = made[row];
    if (fact === undefined) {
      const at = section.lines[lineOf[row] ?? -1];
      const shape = shapes[shapeOf[row] ?? -1];
      if (at === undefined || shape === undefined) throw new Error('a row without line');
      made[row] = fact = new ReadFact('AddReg', section, at, shape, analysis.model);
    }
    return fact;
  };
  const bySection = new Map<Section, readonly RegistryFact[]>();
  const factsOf = (section: Section): readonly RegistryFact[] => {
    const index = indexes.get(section) ?? sections.length;
    const end = starts[index + 1] ?? 0;
    const found: RegistryFact[] = [];
    for (let row = starts[index] ?? end; row < end; row++) found.push(factAt(section, row));
    return found;
  };
  const deleted = eagerFacts(analysis, 'delRegistry', 'DelReg', reading);
  const bits = eagerFacts(analysis, 'bitRegistry', 'BitReg', reading);
  return {
    sections,
    deleted,
    bits,
    others: [...deleted, ...bits].filter(({ section: { kinds } }) => !kinds.has('addRegistry')),
    select(test) {
      const passes = shapes.map(test);
      if (!passes.includes(true)) return [];
      const found: RegistryFact[] = [];
      sections.forEach((section, index) => {
        const end = starts[index + 1] ?? 0;
        for (let row = starts[index] ?? end; row < end; row++) {
          if (passes[shapeOf[row] ?? -1] === true) found.push(factAt(section, row));
        }
      });
      return found;
    },
    of(section) {
      let known = bySection.get(section);
      if (known === undefined) bySection.set(section, (known = factsOf(section)));
      return known;
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
      const flags = reading.flagsOf(fields[3]?.value ?? '');
      return [new ReadFact(operation, section, at, { root, flags }, model)];
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
    { root, flags }: Pick<RowShape, 'root' | 'flags'>,
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
  /** The sections with added lines that sections of these kinds name, with the uses of each. */
  namedIn(kinds: readonly SectionKind[]): ReadonlyMap<Section, readonly RegistryWrite[]>;
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
    namedIn(kinds) {
      const isNaming = ({ from }: SectionReference): boolean => kinds.some((kind) => from.kinds.has(kind));
      const hasNaming = kinds.some((kind) => analysis.entries.sectionsOf(kind).length > 0);
      const named = hasNaming ? model.references.filter(isNaming).flatMap(({ targets }) => targets) : [];
      const found = new Map<Section, readonly RegistryWrite[]>();
      for (const section of new Set(named)) {
        const [fact] = facts.of(section);
        if (fact !== undefined) found.set(section, of(fact));
      }
      return found;
    },
  };
}
