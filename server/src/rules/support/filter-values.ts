import { fold } from '../../language/fold.js';
import type { Analysis } from '../../plan/analysis.js';
import { readRegistryFacts, type RegistryFact } from '../../plan/registry-facts.js';
import { relativeRoots } from './registry-places.js';
import { createsKeyOnly, deletesValue } from './registry-flags.js';

/** On which side of the function driver the drivers of a list stand. */
export type FilterPosition = 'Upper' | 'Lower';

const POSITIONS: ReadonlyMap<string, FilterPosition> = new Map([
  ['upperfilters', 'Upper'],
  ['lowerfilters', 'Lower'],
]);

/** A registry line that puts filter drivers into the stack of a device. */
export interface FilterLine {
  readonly fact: RegistryFact;
  readonly position: FilterPosition;
}

/** The lines that name filter drivers of devices; those of setup classes are another matter. */
export function filterLines(analysis: Analysis): readonly FilterLine[] {
  const lines: FilterLine[] = [];
  for (const fact of analysis
    .once(readRegistryFacts)
    .select(({ root, name }) => root === 'HKR' && POSITIONS.has(name))) {
    const position = filterPosition(fact);
    if (position === undefined) continue;
    const roots = relativeRoots(analysis, fact);
    if (roots.has('hardware') || roots.has('software')) lines.push({ fact, position });
  }
  return lines;
}

function filterPosition({ root, subkey, valueName, flags }: RegistryFact): FilterPosition | undefined {
  if (root !== 'HKR' || subkey !== '') return undefined;
  if (flags !== undefined && (deletesValue(flags) || createsKeyOnly(flags))) return undefined;
  return POSITIONS.get(fold(valueName));
}
