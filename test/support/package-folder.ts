import type { PackageFolder } from '../../server/src/plan/surroundings.js';

/**
 * The folder of an INF as a test wants it: files by their path below it, with the time of their last change in
 * milliseconds; the INF itself was changed at `infChanged`.
 */
export function folderWith(files: Readonly<Record<string, number>>, infChanged?: number): PackageFolder {
  const changed = new Map(Object.entries(files).map(([path, time]) => [keyOf(path), time]));
  return { has: (path) => changed.has(keyOf(path)), changed: (path) => changed.get(keyOf(path)), infChanged };
}

function keyOf(path: string): string {
  return path.replaceAll('/', '\\').toLowerCase();
}
