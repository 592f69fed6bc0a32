import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createPackageFolder } from '../plan/package-folder.js';
import type { PackageFolder, Surroundings } from '../plan/surroundings.js';
import type { Decoded } from '../text/decode.js';

/** What the command line knows of files beyond their texts. Folders are looked into when a rule asks, each once. */
export class AllSurroundings {
  readonly #today: string;
  readonly #listings = new Map<string, readonly string[] | undefined>();

  /** @param now in milliseconds since 1970 */
  constructor(now: number) {
    this.#today = new Date(now).toISOString().slice(0, 10);
  }

  /** @param file absolute path; `undefined` for standard input, which has no folder */
  of(file: string | undefined, { encoding, hasBom }: Decoded, provider: string | undefined): Surroundings {
    return {
      encoding: { name: encoding, hasBom },
      today: this.#today,
      ...(file === undefined ? {} : { folder: this.#folderOf(file) }),
      ...(provider === undefined ? {} : { provider }),
    };
  }

  #folderOf(file: string): PackageFolder {
    const at = (names: readonly string[]): string => path.join(path.dirname(file), ...names);
    return createPackageFolder(
      { list: (names) => this.#list(at(names)), changed: (names) => attempt(() => statSync(at(names)).mtimeMs) },
      path.basename(file),
    );
  }

  #list(folder: string): readonly string[] | undefined {
    if (!this.#listings.has(folder))
      this.#listings.set(
        folder,
        attempt(() => readdirSync(folder)),
      );
    return this.#listings.get(folder);
  }
}

function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
