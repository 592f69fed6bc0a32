import { fold } from '../../language/fold.js';
import { editDistance } from '../../plan/edit-distance.js';

/** So many slips count as a misspelling: one in short names, up to three in long ones. */
function slipsIn(name: string): number {
  return name.length < 4 ? 0 : name.length < 7 ? 1 : name.length < 14 ? 2 : 3;
}

/**
 * The name among `names` that a misspelt one most likely means; case does not count. `undefined` when none is near, or
 * when the nearest is the name itself.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const folded = fold(written);
  let best: string | undefined;
  let least = slipsIn(folded) + 1;
  for (const name of names) {
    const distance = editDistance(folded, fold(name), least - 1);
    if (distance === 0) return undefined;
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}
