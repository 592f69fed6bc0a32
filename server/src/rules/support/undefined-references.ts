import { sectionFacts } from '../../language/lookup.js';
import { hasPlaceholder } from '../../model/placeholders.js';
import type { Model, SectionReference } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { includedFileOf } from './inbox-references.js';
import { nearestName } from './nearest-name.js';
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
  const { model } = analysis;
  return model.references.flatMap((reference) => {
    // A section of an included INF is there, only not for this directive: another rule tells.
    if (!isUndefined(reference) || includedFileOf(analysis, reference) !== undefined) return [];
    const nearest = nearestName(reference.name, candidatesFor(model, reference));
    const includes = includedBy(analysis, reference);
    if (nearest === undefined && includes.length > 0 && MAY_BE_INCLUDED.has(reference.directive)) return [];
    return [{ reference, nearest, includes }];
  });
}

/** Printers name the data sections of ntprint.inf by this one. Source: print/installing-a-pscript-minidriver */
const MAY_BE_INCLUDED: ReadonlySet<string> = new Set(['DataSection']);

function includedBy(analysis: Analysis, { from }: SectionReference): readonly string[] {
  const { sections } = analysis.once(readInclusions);
  return sections.find(({ section }) => section === from)?.includes.map(({ name }) => name) ?? [];
}

/** Whether no section has the name; sections of other INFs and those that a build names are left aside. */
function isUndefined({ targets, name, directive, expects }: SectionReference): boolean {
  if (targets.length > 0 || directive === 'Needs' || directive === 'DestinationDirs' || expects === 'models')
    return false;
  return !name.includes('%') && !hasPlaceholder(name);
}

/** Names that a misspelt one may mean: of sections that play the role, or none yet. */
function candidatesFor(model: Model, { expects, from }: SectionReference): string[] {
  const decorated = sectionFacts(expects).decorations === 'platform';
  return model.sections
    .filter((section) => section !== from && (section.kinds.size === 0 || section.kinds.has(expects)))
    .map(({ name }) => (decorated ? name.replace(/\.nt\w*$/i, '') : name));
}
