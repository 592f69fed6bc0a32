import type { Directive } from '../language/directives.js';
import type { FieldSpec } from '../language/fields.js';
import { fold } from '../language/fold.js';
import { directiveOfLine, fieldSpecAt } from '../language/lookup.js';
import type { SectionKind } from '../language/sections.js';
import type { Model, Section } from '../model/types.js';
import type { Field, LineRef } from '../syntax/cst.js';

/** One line in one role of its section, with the row of the table that describes it. */
export interface Entry {
  readonly section: Section;
  readonly kind: SectionKind;
  readonly at: LineRef;
  /** `undefined` when no row of that kind of section fits the line. */
  readonly directive: Directive | undefined;
}

/** Every line of every section that plays a role, sorted by what it is. A section with two roles has its lines twice. */
export interface Entries {
  readonly all: readonly Entry[];
  /** The lines of a directive, by its name in the table (case is ignored), in file order. */
  named(name: string): readonly Entry[];
  inKind(kind: SectionKind): readonly Entry[];
  /** The lines of one section in one of its roles. */
  of(section: Section, kind: SectionKind): readonly Entry[];
}

const NONE: readonly Entry[] = [];

/** Sorts the lines of a model by directive and by kind of section. */
export function createEntries(model: Model): Entries {
  const all: Entry[] = [];
  const byName = new Map<string, Entry[]>();
  const byKind = new Map<SectionKind, Entry[]>();
  const bySection = new Map<Section, Map<SectionKind, Entry[]>>();
  const names = new Map<Directive, Entry[]>();
  const listOf = (directive: Directive): Entry[] => {
    const known = names.get(directive) ?? entriesUnder(byName, fold(directive.name));
    names.set(directive, known);
    return known;
  };
  for (const section of model.sections) {
    const roles = new Map<SectionKind, Entry[]>();
    bySection.set(section, roles);
    for (const kind of section.kinds) {
      const inRole: Entry[] = [];
      roles.set(kind, inRole);
      const inKind = entriesUnder(byKind, kind);
      for (const at of section.lines) {
        const { key, fields } = at.line;
        const directive = directiveOfLine(kind, key?.value, fields[0]?.value);
        const entry = { section, kind, at, directive };
        all.push(entry);
        inRole.push(entry);
        inKind.push(entry);
        if (directive !== undefined) listOf(directive).push(entry);
      }
    }
  }
  return {
    all,
    named: (name) => byName.get(fold(name)) ?? NONE,
    inKind: (kind) => byKind.get(kind) ?? NONE,
    of: (section, kind) => bySection.get(section)?.get(kind) ?? NONE,
  };
}

function entriesUnder<K>(map: Map<K, Entry[]>, key: K): Entry[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made: Entry[] = [];
  map.set(key, made);
  return made;
}

/** What the table says of the field at `index` (0-based) of an entry's line; `undefined` for one too many. */
export function specOf(entry: Entry, index: number): FieldSpec | undefined {
  return entry.directive === undefined ? undefined : fieldSpecAt(entry.directive, index, entry.at.line.fields.length);
}

/** The field at `index` (0-based) of an entry's line, if it is there and not empty. */
export function filledField(entry: Entry, index: number): Field | undefined {
  const field = entry.at.line.fields[index];
  return field === undefined || field.value === '' ? undefined : field;
}
