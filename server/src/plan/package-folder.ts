import type { PackageFolder } from './surroundings.js';

/** What a shell must be able to do to look into a folder: paths are names below the INF's folder, outermost first. */
export interface FolderReader {
  /** Names of the files and folders in a folder; `undefined` when there is no such folder or it cannot be read. */
  list(path: readonly string[]): readonly string[] | undefined;
  /** Time of last change in milliseconds since 1970; `undefined` when there is no such file. */
  changed(path: readonly string[]): number | undefined;
}

/**
 * Looks into the folder of an INF as Windows would: case does not count, on any system. Each folder is listed once, when
 * first asked for. A path that leads out of the folder, and everything in a folder that cannot be read, counts as there:
 * nothing can be said against it.
 * @param infName file name of the INF itself
 */
export function createPackageFolder(reader: FolderReader, infName: string): PackageFolder {
  const listings = new Map<string, ReadonlyMap<string, string> | undefined>();
  const namesIn = (path: readonly string[]): ReadonlyMap<string, string> | undefined => {
    const key = path.join('/');
    if (!listings.has(key)) {
      const names = reader.list(path);
      listings.set(key, names && new Map(names.map((name) => [name.toLowerCase(), name])));
    }
    return listings.get(key);
  };
  /** The names as they are spelt on disk; `missing` when one is not there. */
  const resolve = (path: string): readonly string[] | 'missing' | 'unknown' => {
    const found: string[] = [];
    for (const part of path.split(/[\\/]+/)) {
      if (part === '' || part === '.') continue;
      if (part === '..') return 'unknown';
      const names = namesIn(found);
      if (names === undefined) return found.length === 0 ? 'unknown' : 'missing';
      const name = names.get(part.toLowerCase());
      if (name === undefined) return 'missing';
      found.push(name);
    }
    return found;
  };
  const changed = (path: string): number | undefined => {
    const found = resolve(path);
    return typeof found === 'string' ? undefined : reader.changed(found);
  };
  return {
    has: (path) => resolve(path) !== 'missing',
    changed,
    get infChanged() {
      return changed(infName);
    },
  };
}
