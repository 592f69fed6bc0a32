import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ConfigProblem, parseConfig } from '../config/parse.js';
import type { Config } from '../config/settings.js';

/** The name that the editor watches and the server looks for. */
export const CONFIG_NAME = 'inf.config.json';

/** A configuration file that was read, or could not be. */
export interface ConfigFile {
  /** Absolute path. */
  readonly path: string;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** Finds and reads configuration files; remembers for each folder which one is nearest. */
export class ConfigFiles {
  readonly #ruleNames: readonly string[];
  readonly #nearest = new Map<string, Promise<ConfigFile | undefined>>();

  constructor(ruleNames: readonly string[]) {
    this.#ruleNames = ruleNames;
  }

  /** Forgets everything: some file was changed, made or removed. */
  clear(): void {
    this.#nearest.clear();
  }

  /** The configuration file of a folder: in it or in the nearest folder above that has one. */
  nearest(folder: string): Promise<ConfigFile | undefined> {
    let found = this.#nearest.get(folder);
    if (!found) {
      found = this.#find(folder);
      this.#nearest.set(folder, found);
    }
    return found;
  }

  async #find(folder: string): Promise<ConfigFile | undefined> {
    const file = path.join(folder, CONFIG_NAME);
    try {
      return { path: file, ...parseConfig(await readFile(file, 'utf8'), this.#ruleNames) };
    } catch (error) {
      if (!isMissing(error)) return { path: file, config: {}, problems: [unreadable(error)] };
    }
    const above = path.dirname(folder);
    return above === folder ? undefined : this.nearest(above);
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function unreadable(error: unknown): ConfigProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return { message: `The configuration cannot be read: ${reason}`, line: 1, column: 1 };
}
