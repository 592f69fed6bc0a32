import { sectionFacts } from '../../language/lookup.js';
import type { SectionKind } from '../../language/sections.js';
import { isOpenValue } from '../../model/placeholders.js';
import type { Model, Section, SectionReference } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { NameFinder } from '../../text/nearest-name.js';
import { includedFileOf } from './inbox-references.js';
import { nameFinder, nearestName } from './nearest-name.js';
import { readInclusions } from './needs.js';

/** A field that names a section which the file does not have. */
export interface UndefinedReference {
  readonly reference: SectionReference;
  /** The section that a misspelt name most likely means; a platform extension is left out where Windows adds one. */
  readonly nearest: string | undefined;
  /** The INF files that the section with the reference includes: one of them may have the section. */
  readonly includes: readonly string[];
}

/** All undefined references, in file order; keep them with `analysis.once(findUndefinedReferences)`. */
export function findUndefinedReferences(analysis: Analysis): readonly UndefinedReference[] {
  const finders = new Map<SectionKind, NameFinder>();
  return analysis.model.references.flatMap((reference) => {
    // A section of an included INF is there, only not for this directive: another rule tells.
    if (!isUndefined(reference) || includedFileOf(analysis, reference) !== undefined) return [];
    const nearest = findMeant(analysis.model, reference, finders);
    const includes = analysis.once(includedFiles).get(reference.from) ?? [];
    if (nearest === undefined && includes.length > 0 && MAY_BE_INCLUDED.has(reference.directive)) return [];
    return [{ reference, nearest, includes }];
  });
}

/** Printers name the data sections of ntprint.inf by this one. Source: print/installing-a-pscript-minidriver */
const MAY_BE_INCLUDED: ReadonlySet<string> = new Set(['DataSection']);

/** The files that each section includes. */
function includedFiles(analysis: Analysis): ReadonlyMap<Section, readonly string[]> {
  const { sections } = analysis.once(readInclusions);
  return new Map(sections.map(({ section, includes }) => [section, includes.map(({ name }) => name)]));
}

/** @param finders those made so far, by the kind of section that is meant */
function findMeant(
  { sections }: Model,
  { expects, from, name }: SectionReference,
  finders: Map<SectionKind, NameFinder>,
): string | undefined {
  const find = finders.get(expects) ?? nameFinder(candidatesFor(sections, expects));
  finders.set(expects, find);
  const nearest = find(name);
  const [own] = candidatesFor([from], expects);
  if (nearest === undefined || nearest !== own) return nearest;
  // No section means itself.
  const others = sections.filter((section) => section !== from);
  return nearestName(name, candidatesFor(others, expects));
}

/** Whether no section has the name; sections of other INFs and those that a build names are left aside. */
function isUndefined({ targets, name, directive, expects }: SectionReference): boolean {
  if (targets.length > 0 || directive === 'Needs' || directive === 'DestinationDirs' || expects === 'models')
    return false;
  return !isOpenValue(name);
}

/** Names that a misspelt one may mean: of sections that play the role, or none yet. */
function candidatesFor(sections: readonly Section[], kind: SectionKind): string[] {
  const decorated = sectionFacts(kind).decorations === 'platform';
  return sections
    .filter(({ kinds }) => kinds.size === 0 || kinds.has(kind))
    .map(({ name }) => (decorated ? name.replace(/\.nt\w*$/i, '') : name));
}
