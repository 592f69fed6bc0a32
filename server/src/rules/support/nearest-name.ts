import { fold } from '../../language/fold.js';
import { nearestName as nearest } from '../../text/nearest-name.js';

/**
 * The name among `names` that a misspelt one most likely means; case does not count. `undefined` when none is near, or
 * when the nearest is the name itself.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const near = nearest(written, names);
  return near === undefined || fold(near) === fold(written) ? undefined : near;
}
