import type { SectionKind } from '../language/sections.js';
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

/** Sorts the lines of a file by whether the tables know them; keep it with `analysis.once(judgeLines)`. */
export function judgeLines(analysis: Analysis): JudgedLines {
  const known: Entry[] = [];
  const unknown: Entry[] = [];
  const { entries, model } = analysis;
  for (const section of model.sections) {
    const [kind, ...others] = section.kinds.size < 2 ? section.kinds : kindsInUse(analysis, section);
    if (kind === undefined) continue;
    if (others.length === 0 && kind === REGISTRY_LIST) {
      for (const at of linesWithKey(section)) unknown.push({ section, kind, at, directive: undefined });
      continue;
    }
    const own = entries.of(section, kind);
    if (others.length === 0) {
      for (const entry of own) (entry.directive === undefined ? unknown : known).push(entry);
      continue;
    }
    const further = others.map((other) => entries.of(section, other));
    own.forEach((entry, index) => {
      judge([entry, ...further.flatMap((list) => list[index] ?? [])], known, unknown);
    });
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
  const kinds = [...section.kinds];
  if (kinds.length < 2 || !section.kinds.has('install')) return kinds;
  return analysis.once(installedSections).has(section) ? kinds : kinds.filter((kind) => kind !== 'install');
}

function installedSections({ model }: Analysis): ReadonlySet<Section> {
  return new Set(model.installations.flatMap(({ section }) => section ?? []));
}
