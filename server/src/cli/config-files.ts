import * as fs from 'node:fs';
import path from 'node:path';
import { parseConfig } from '../config/parse.js';
import { mergeSettings, type Config } from '../config/settings.js';
import type { Settings } from '../engine/types.js';
import { done, failed, systemReason, type Attempt } from './trouble.js';

/** Name of the configuration file; the nearest one upward from a file counts, alone. */
export const CONFIG_NAME = 'inf.config.json';

/** Finds and reads configuration files, each once. */
export class ConfigFiles {
  readonly #cwd: string;
  readonly #chosen: string | undefined;
  readonly #ruleNames: readonly string[];
  readonly #flags: Config;
  readonly #byFolder = new Map<string, Attempt<Settings>>();
  readonly #byFile = new Map<string, Attempt<Settings>>();

  /** `chosen`: the file that `--config` names, instead of any search. `flags`: what wins over every file. */
  constructor(cwd: string, chosen: string | undefined, ruleNames: readonly string[], flags: Config = {}) {
    this.#cwd = cwd;
    this.#chosen = chosen;
    this.#ruleNames = ruleNames;
    this.#flags = flags;
  }

  /** The settings for a file (absolute path), or for standard input. The same trouble is the same object each time. */
  settingsFor(file: string | undefined): Attempt<Settings> {
    if (this.#chosen !== undefined) return this.#read(path.resolve(this.#cwd, this.#chosen), this.#chosen);
    return this.#nearest(file === undefined ? this.#cwd : path.dirname(file));
  }

  #nearest(folder: string): Attempt<Settings> {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const file = path.join(folder, CONFIG_NAME);
    const parent = path.dirname(folder);
    let found: Attempt<Settings>;
    if (fs.existsSync(file)) found = this.#read(file, this.#shown(file));
    else found = parent === folder ? done(mergeSettings([this.#flags])) : this.#nearest(parent);
    this.#byFolder.set(folder, found);
    return found;
  }

  #read(file: string, shown: string): Attempt<Settings> {
    const known = this.#byFile.get(file);
    if (known) return known;
    const result = this.#parse(file, shown);
    this.#byFile.set(file, result);
    return result;
  }

  #parse(file: string, shown: string): Attempt<Settings> {
    let text: string;
    try {
      text = fs.readFileSync(file, 'utf8');
    } catch (error) {
      return failed(shown, systemReason(error, 'read'));
    }
    const { config, problems } = parseConfig(text, this.#ruleNames);
    const [first, ...more] = problems;
    if (first === undefined) return done(mergeSettings([config, this.#flags]));
    const others = more.map(
      ({ line, column, message }) => ` Line ${String(line)}, column ${String(column)}: ${message}`,
    );
    const place = `${shown}:${String(first.line)}:${String(first.column)}`;
    return failed(
      place,
      `${first.message}${others.join('')} Correct it; until then no file for which these settings hold is handled.`,
    );
  }

  #shown(file: string): string {
    const relative = path.relative(this.#cwd, file);
    return relative.startsWith('..') ? file : relative;
  }
}
