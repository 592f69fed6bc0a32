import { editDistance } from './edit-distance.js';

/** So many slips count as a misspelling: one in short names, up to three in long ones. */
function slipsIn(name: string): number {
  return name.length < 3 ? 0 : name.length < 7 ? 1 : name.length < 14 ? 2 : 3;
}

/** Longer names are compared by their beginnings: what is so long is no name that somebody typed. */
const LONGEST = 100;

/**
 * The name out of `names` that a misspelt one most likely means: slips are insertions, deletions, replacements and swapped
 * neighbours; case does not count, so that the name itself in another case is the nearest of all. `undefined` when
 * none is near.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase().slice(0, LONGEST);
  let best: string | undefined;
  let least = slipsIn(wanted) + 1;
  for (const name of names) {
    const distance = editDistance(wanted, name.toLowerCase().slice(0, LONGEST), least - 1);
    if (distance < least) [best, least] = [name, distance];
    if (least === 0) break;
  }
  return best;
}
