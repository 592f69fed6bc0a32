import { sectionKinds, type SectionKind } from '../language/sections.js';
import type { Section } from '../model/types.js';
import type { LineRef } from '../syntax/cst.js';
import type { Analysis } from './analysis.js';
import type { Entry } from './entries.js';

/** Every line once, whatever the number of roles of its section. */
export interface JudgedLines {
  /**
   * Lines that the table of one role describes, or that of all roles in the same way. The keyless lines of sections that
   * are lists of registry values and nothing else are left out: they have rules of their own.
   */
  readonly known: readonly Entry[];
  /** Lines that no role of their section knows. */
  readonly unknown: readonly Entry[];
}

/** Nothing in such a section has a key, and no line of it needs to be looked at without one. */
const REGISTRY_LIST: SectionKind = 'addRegistry';

const NONE: readonly SectionKind[] = [];
/** Nearly all sections have one role only: those share a list. */
const ALONE: ReadonlyMap<SectionKind, readonly SectionKind[]> = new Map(
  (Object.keys(sectionKinds) as SectionKind[]).map((kind) => [kind, [kind]]),
);

/** Sorts the lines of a file by whether the tables know them; keep it with `analysis.once(judgeLines)`. */
export function judgeLines(analysis: Analysis): JudgedLines {
  const known: Entry[] = [];
  const unknown: Entry[] = [];
  const { entries, model } = analysis;
  for (const section of model.sections) {
    const kinds = kindsInUse(analysis, section);
    const kind = kinds[0];
    if (kind === undefined) continue;
    if (kinds.length > 1) {
      const lists = kinds.map((each) => entries.of(section, each));
      section.lines.forEach((_, index) => {
        judge(
          lists.flatMap((list) => list[index] ?? []),
          known,
          unknown,
        );
      });
    } else if (kind === REGISTRY_LIST) {
      for (const at of linesWithKey(section)) unknown.push({ section, kind, at, directive: undefined });
    } else {
      for (const entry of entries.of(section, kind)) (entry.directive === undefined ? unknown : known).push(entry);
    }
  }
  return { known, unknown };
}

/** Most of these sections have none, which their text tells in less time than their lines. */
function linesWithKey(section: Section): readonly LineRef[] {
  const mayHave = section.blocks.some(({ block }) => block.text.includes('='));
  return mayHave ? section.lines.filter(({ line }) => line.key !== undefined) : [];
}

/** A line in all the roles of its section: where two of them read it differently, nobody can say what is meant. */
function judge(readings: readonly Entry[], known: Entry[], unknown: Entry[]): void {
  const understood = readings.filter(({ directive }) => directive !== undefined);
  const [first] = understood.length === 0 ? readings : understood;
  if (first === undefined) return;
  if (understood.length === 0) unknown.push(first);
  else if (understood.every(({ directive }) => directive === first.directive)) known.push(first);
}

/**
 * The roles in which Windows reads a section. A Models line leads to the undecorated section only where no decorated one
 * takes its place; where it has another role, too (a UMDF service section often bears the name of a DDInstall section),
 * that one alone counts.
 */
export function kindsInUse(analysis: Analysis, section: Section): readonly SectionKind[] {
  const kinds = section.kinds.size === 1 ? aloneIn(section.kinds) : [...section.kinds];
  if (kinds.length < 2 || !section.kinds.has('install')) return kinds;
  return analysis.once(installedSections).has(section) ? kinds : kinds.filter((kind) => kind !== 'install');
}

function aloneIn(kinds: ReadonlySet<SectionKind>): readonly SectionKind[] {
  for (const kind of kinds) return ALONE.get(kind) ?? NONE;
  return NONE;
}

function installedSections({ model }: Analysis): ReadonlySet<Section> {
  return new Set(model.installations.flatMap(({ section }) => section ?? []));
}
