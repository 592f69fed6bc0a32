import { fold } from '../../language/fold.js';
import type { Installation, OsVersion } from '../../model/types.js';
import { compareVersions } from '../../model/versions.js';

/** Systems on which a line is applied. */
export interface SystemRange {
  readonly architecture: string;
  readonly from: OsVersion;
  readonly until: OsVersion | undefined;
}

/** The distinct ranges of systems of an installation; one that no device selects may be run on all. */
export function rangesOf({ matches, architecture }: Installation): ReadonlyMap<string, SystemRange> {
  const all = matches.map(({ target }) => ({
    architecture: target.architecture ?? architecture ?? fold(target.decoration.text.split('.')[0] ?? ''),
    from: target.from,
    until: target.until,
  }));
  const everywhere = { architecture: architecture ?? '', from: { major: 0, minor: 0, build: 0 }, until: undefined };
  return new Map((all.length > 0 ? all : [everywhere]).map((range) => [JSON.stringify(range), range]));
}

/** Tells whether there is a system in both ranges. */
export function overlap(a: SystemRange, b: SystemRange): boolean {
  return a.architecture === b.architecture && begins(a, b) && begins(b, a);
}

/** Tells whether `a` begins before `b` ends. */
function begins(a: SystemRange, b: SystemRange): boolean {
  return b.until === undefined || compareVersions(a.from, b.until) < 0;
}
