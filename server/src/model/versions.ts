import type { OsVersion } from './types.js';

/** Orders Windows versions: negative when `a` is older than `b`, 0 when equal, positive when newer. */
export function compareVersions(a: OsVersion, b: OsVersion): number {
  return a.major - b.major || a.minor - b.minor || a.build - b.build;
}
