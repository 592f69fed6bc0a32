import type { Directive } from '../language/directives.js';
import type { FieldSpec } from '../language/fields.js';
import { fold } from '../language/fold.js';
import { directiveOfLine, directivesNamed, fieldSpecAt } from '../language/lookup.js';
import type { SectionKind } from '../language/sections.js';
import type { Model, Section } from '../model/types.js';
import type { LineRef } from '../syntax/cst.js';
import { addTo } from '../text/group.js';

/** One line in one role of its section, with the row of the table that describes it. */
export interface Entry {
  readonly section: Section;
  readonly kind: SectionKind;
  readonly at: LineRef;
  /** `undefined` when no row of that kind of section fits the line. */
  readonly directive: Directive | undefined;
}

/**
 * Every line of every section that plays a role, sorted by what it is. A section with two roles has its lines twice. The
 * lines of a kind of section are looked at when somebody first asks for that kind or for a directive that may stand in it:
 * most lines of a large file are registry lines, which hardly anybody needs in this form.
 */
export interface Entries {
  /** The lines of a directive, by its name in the table (case is ignored), in file order. */
  named(name: string): readonly Entry[];
  inKind(kind: SectionKind): readonly Entry[];
  /** The lines of one section in one of its roles. */
  of(section: Section, kind: SectionKind): readonly Entry[];
  /** The sections that play a role, in file order. */
  sectionsOf(kind: SectionKind): readonly Section[];
}

/** The lines of one kind of section. */
interface KindEntries {
  readonly ofSection: ReadonlyMap<Section, readonly Entry[]>;
  readonly ofRow: ReadonlyMap<Directive, readonly Entry[]>;
}

const NONE: readonly Entry[] = [];

/** Sorts the lines of a model by directive and by kind of section. */
export function createEntries(model: Model): Entries {
  const kinds = new Map<SectionKind, KindEntries>();
  const names = new Map<string, readonly Entry[]>();
  const lists = new Map<SectionKind, readonly Entry[]>();
  let sections: ReadonlyMap<SectionKind, readonly Section[]> | undefined;
  const sectionsOf = (kind: SectionKind): readonly Section[] => (sections ??= sectionsByKind(model)).get(kind) ?? [];
  const entriesIn = (kind: SectionKind): KindEntries | undefined => {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const ofKind = sectionsOf(kind);
    if (ofKind.length === 0) return undefined;
    const made = readKind(kind, ofKind);
    kinds.set(kind, made);
    return made;
  };
  return {
    named(name) {
      const folded = fold(name);
      let known = names.get(folded);
      if (known === undefined) names.set(folded, (known = entriesNamed(folded, entriesIn)));
      return known;
    },
    inKind(kind) {
      let known = lists.get(kind);
      if (known === undefined) lists.set(kind, (known = [...(entriesIn(kind)?.ofSection.values() ?? [])].flat()));
      return known;
    },
    of: (section, kind) => entriesIn(kind)?.ofSection.get(section) ?? NONE,
    sectionsOf,
  };
}

function sectionsByKind(model: Model): ReadonlyMap<SectionKind, readonly Section[]> {
  const sorted = new Map<SectionKind, Section[]>();
  for (const section of model.sections) for (const kind of section.kinds) addTo(sorted, kind, section);
  return sorted;
}

function readKind(kind: SectionKind, sections: readonly Section[]): KindEntries {
  const ofSection = new Map<Section, readonly Entry[]>();
  const ofRow = new Map<Directive, Entry[]>();
  for (const section of sections) {
    const entries = section.lines.map((at): Entry => {
      const { key, fields } = at.line;
      return { section, kind, at, directive: directiveOfLine(kind, key?.value, fields[0]?.value) };
    });
    for (const entry of entries) if (entry.directive !== undefined) addTo(ofRow, entry.directive, entry);
    ofSection.set(section, entries);
  }
  return { ofSection, ofRow };
}

/** The lines of all rows of a name; where they stand in sections of several kinds, those are put into the file's order. */
function entriesNamed(folded: string, entriesIn: (kind: SectionKind) => KindEntries | undefined): readonly Entry[] {
  const lists: (readonly Entry[])[] = [];
  for (const row of directivesNamed(folded)) {
    for (const kind of row.in) {
      const list = entriesIn(kind)?.ofRow.get(row);
      if (list !== undefined) lists.push(list);
    }
  }
  return lists.length < 2 ? (lists[0] ?? NONE) : lists.flat().sort((a, b) => placeOf(a) - placeOf(b));
}

/** Sections are ordered by their first block. */
function placeOf({ section }: Entry): number {
  return section.blocks[0]?.index ?? 0;
}

/** What the table says of the field at `index` (0-based) of an entry's line; `undefined` for one too many. */
export function specOf(entry: Entry, index: number): FieldSpec | undefined {
  return entry.directive === undefined ? undefined : fieldSpecAt(entry.directive, index, entry.at.line.fields.length);
}
