import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MODE_WORDS, type Config } from '../config/settings.js';
import type { Settings } from '../engine/types.js';
import type { InfDocument, InfService } from '../index.js';
import type { Surroundings } from '../plan/surroundings.js';
import { decode, type Decoded } from '../text/decode.js';
import { createSnapshot, type Snapshot } from '../text/snapshot.js';
import type { CommandLine } from './arguments.js';
import { binaryKind } from './binary.js';
import { ConfigFiles } from './config-files.js';
import { findInputs, type Input } from './inputs.js';
import { readAhead } from './read-ahead.js';
import { readBytes, readStream } from './read-bytes.js';
import type { Shell } from './shell.js';
import { AllSurroundings } from './surroundings.js';
import { failed, type Attempt, type Trouble } from './trouble.js';

/** One input, read and decoded, with the settings that hold for it. */
export interface Source {
  readonly input: Input;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** What is known of the file beyond its text. */
  readonly surroundings: Surroundings;
}

/** Analyses a source: the text that was read, or `snapshot` in its place, with what is known of the file. */
export function analyseSource(service: InfService, source: Source, snapshot = source.snapshot): InfDocument {
  return service.analyse(snapshot, undefined, source.surroundings);
}

/** What the options of a command set: they win over every configuration file. */
function flagsOf(line: CommandLine): Config {
  const mode = MODE_WORDS.find((word) => word === line.value('mode'));
  const provider = line.value('provider');
  return { ...(mode === undefined ? {} : { mode }), ...(provider === undefined ? {} : { provider }) };
}

/** The inputs of a command, read one after the other. Troubles are told to the shell and counted. */
export class Sources {
  readonly #line: CommandLine;
  readonly #shell: Shell;
  readonly #configs: ConfigFiles;
  readonly #surroundings: AllSurroundings;
  readonly #told = new Set<Trouble>();
  readonly #all: Trouble[] = [];

  constructor(line: CommandLine, shell: Shell) {
    this.#line = line;
    this.#shell = shell;
    this.#surroundings = new AllSurroundings(shell.now());
    const ruleNames = shell.service.rules.map((rule) => rule.name);
    this.#configs = new ConfigFiles(shell.cwd, line.value('config'), ruleNames, flagsOf(line));
  }

  /** Inputs that could not be handled so far. */
  get troubles(): number {
    return this.#all.length;
  }

  /** The troubles so far. */
  get all(): readonly Trouble[] {
    return this.#all;
  }

  /** Reads the inputs in the order of their names, or those that `choose` leaves, passing over those with troubles. */
  async *read(
    choose: (inputs: readonly Input[]) => readonly Input[] = (inputs) => inputs,
  ): AsyncGenerator<Source, void, undefined> {
    const { inputs, troubles } = await findInputs(this.#line.operands, {
      cwd: this.#shell.cwd,
      exclude: this.#line.values('exclude'),
      stdinName: this.#line.value('stdin-filename'),
    });
    for (const trouble of troubles) this.tell(trouble);
    for await (const { input, read } of readAhead(choose(inputs), (input) => this.#bytesOf(input))) {
      const source = this.#sourceOf(input, read);
      if (source.ok) yield source.value;
      else this.tell(source.trouble);
    }
  }

  /** Counts a trouble and tells it, unless the very same was told before (a broken configuration concerns many files). */
  tell(trouble: Trouble): void {
    this.#all.push(trouble);
    if (this.#told.has(trouble)) return;
    this.#told.add(trouble);
    this.#shell.trouble(trouble);
  }

  #bytesOf({ file, path: place }: Input): Promise<Attempt<Uint8Array>> {
    return place === undefined ? readStream(file, this.#shell.stdin) : readBytes(file, place);
  }

  #sourceOf(input: Input, read: Attempt<Uint8Array>): Attempt<Source> {
    const { cwd } = this.#shell;
    const place = input.path ?? (this.#line.has('stdin-filename') ? path.resolve(cwd, input.file) : undefined);
    const settings = this.#configs.settingsFor(place);
    if (!settings.ok) return settings;
    if (!read.ok) return read;
    const bytes = read.value;
    const decoded = decode(bytes, settings.value.codePage);
    const kind = binaryKind(bytes, decoded.text);
    if (kind !== undefined)
      return failed(input.file, `It is not a text file but ${kind}. Name an INF file, or leave it out with --exclude.`);
    const uri = place === undefined ? 'untitled:stdin.inf' : pathToFileURL(place).href;
    const snapshot = createSnapshot(uri, 1, decoded.text);
    const surroundings = this.#surroundings.of(input.path, decoded, settings.value.provider);
    return { ok: true, value: { input, bytes, decoded, snapshot, settings: settings.value, surroundings } };
  }
}
