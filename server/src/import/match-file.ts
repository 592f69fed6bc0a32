import { baseName } from './log-entry.js';

/**
 * The file that a path of a log means: of those with the same name the one whose folders agree furthest from the end, then
 * the first. A finished INF is found in its template, too (`d.inf` in `d.inx` or `d.inf.in`), for Stampinf keeps the lines;
 * what it made in an output folder stands back behind nothing but a file of that very name.
 * @param files paths with either kind of slash, sorted
 */
export function matchFile(logged: string, files: readonly string[]): string | undefined {
  const wanted = parts(logged);
  let best: string | undefined;
  let bestScore = 0;
  for (const file of files) {
    const score = scoreOf(wanted, parts(file));
    if (score > bestScore) {
      best = file;
      bestScore = score;
    }
  }
  return best;
}

function parts(file: string): readonly string[] {
  return file
    .toLowerCase()
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.');
}

function scoreOf(wanted: readonly string[], file: readonly string[]): number {
  const name = wanted.at(-1) ?? '';
  const own = file.at(-1) ?? '';
  if (own !== name && stem(own) !== stem(name)) return 0;
  let equal = 0;
  while (equal + 1 < wanted.length && equal + 1 < file.length && wanted.at(-2 - equal) === file.at(-2 - equal)) equal++;
  return 2 + equal * 2 + (own === name ? 1 : 0);
}

/** `d` of `d.inf`, `d.inx`, `d.inf.in` and `d.inx.in`. */
function stem(name: string): string {
  return name.replace(/\.(?:inf|inx|inf\.in|inx\.in)$/, '');
}

/** The names under which a file of a log may be found, in lower case, without folders. */
export function possibleNames(logged: string): readonly string[] {
  const own = stem(baseName(logged));
  return ['.inf', '.inx', '.inf.in', '.inx.in'].map((ending) => own + ending);
}
