import { fold } from '../../language/fold.js';
import { createNameFinder, type NameFinder } from '../../text/nearest-name.js';

/**
 * Makes a finder for the name among `names` that a misspelt one most likely means; case does not count. It answers
 * `undefined` when none is near, or when the nearest is the name itself.
 */
export function nameFinder(names: Iterable<string>): NameFinder {
  const find = createNameFinder(names);
  return (written) => {
    const near = find(written);
    return near === undefined || fold(near) === fold(written) ? undefined : near;
  };
}

/** The same for one question. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  return nameFinder(names)(written);
}
