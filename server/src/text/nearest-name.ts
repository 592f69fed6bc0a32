import { editDistance } from './edit-distance.js';
import { addTo } from './group.js';

/** So many slips count as a misspelling: one in short names, up to three in long ones. */
function slipsIn(name: string): number {
  return name.length < 3 ? 0 : name.length < 7 ? 1 : name.length < 14 ? 2 : 3;
}

/** Longer names are compared by their beginnings: what is so long is no name that somebody typed. */
const LONGEST = 100;

/** Names that one finder compares at most; far more than a file with some slips needs. */
const MOST_COMPARISONS = 300_000;

/** Answers which of its names a misspelt one most likely means. */
export type NameFinder = (written: string) => string | undefined;

interface Candidate {
  readonly name: string;
  readonly folded: string;
  /** Position among the names: of two that are equally near, the first counts. */
  readonly index: number;
}

/**
 * Makes a finder for the name that a misspelt one most likely means: slips are insertions, deletions, replacements and
 * swapped neighbours; case does not count, so that the name itself in another case is the nearest of all. The finder
 * answers `undefined` when none is near, and when it has compared too much already.
 */
export function createNameFinder(names: Iterable<string>): NameFinder {
  const byLength = sortByLength(names);
  let left = MOST_COMPARISONS;
  return (written) => {
    const wanted = cut(written);
    let best: Candidate | undefined;
    let least = slipsIn(wanted);
    for (let length = wanted.length - least, last = wanted.length + least; length <= last; length++) {
      const candidates = byLength.get(length) ?? [];
      left -= candidates.length;
      if (left < 0) return undefined;
      for (const candidate of candidates) {
        const distance = editDistance(wanted, candidate.folded, least);
        if (distance > least) continue;
        if (distance === least && best !== undefined && best.index < candidate.index) continue;
        [best, least] = [candidate, distance];
      }
    }
    return best?.name;
  };
}

function cut(name: string): string {
  return name.toLowerCase().slice(0, LONGEST);
}

function sortByLength(names: Iterable<string>): ReadonlyMap<number, readonly Candidate[]> {
  const byLength = new Map<number, Candidate[]>();
  let index = 0;
  for (const name of names) {
    const candidate = { name, folded: cut(name), index: index++ };
    addTo(byLength, candidate.folded.length, candidate);
  }
  return byLength;
}

/** The name out of `names` that a misspelt one most likely means, as `createNameFinder` has it; for one question. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  return createNameFinder(names)(written);
}
