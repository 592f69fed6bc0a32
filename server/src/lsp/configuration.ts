import path from 'node:path';
import {
  type Connection,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { configFromValue } from '../config/parse.js';
import { type Config, mergeSettings, MODE_WORDS } from '../config/settings.js';
import type { Settings } from '../engine/types.js';
import { SOURCE } from '../features/diagnostic.js';
import type { InfService } from '../index.js';
import type { ClientProfile } from './client-profile.js';
import { CONFIG_NAME, type ConfigFile, ConfigFiles } from './config-files.js';
import { modeAnswer, type ModeAnswer } from './mode.js';

/** The section of the editor's settings that belongs to this server. */
const SECTION = 'windowsInf';

/** The settings of one document, and what the two sources say about the mode. */
interface Merged {
  readonly settings: Settings;
  readonly mode: ModeAnswer;
}

/** The settings of each document: defaults, then the nearest inf.config.json, then the editor's. Read once per change. */
export class Configuration {
  readonly #connection: Connection;
  readonly #profile: ClientProfile;
  readonly #ruleNames: readonly string[];
  readonly #files: ConfigFiles;
  readonly #settings = new Map<string, Promise<Merged>>();
  /** What a client that cannot be asked sent on its own. */
  #sent: unknown;
  readonly #reported = new Set<string>();
  #version = 0;
  readonly #listeners: (() => void)[] = [];

  constructor(connection: Connection, service: InfService, profile: ClientProfile, params: InitializeParams) {
    this.#connection = connection;
    this.#profile = profile;
    this.#ruleNames = service.rules.map(({ name }) => name);
    this.#files = new ConfigFiles(this.#ruleNames);
    this.#sent = params.initializationOptions;
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#sent = isRecord(settings) ? settings[SECTION] : undefined;
      this.#changed();
    });
    connection.onDidChangeWatchedFiles(() => this.#changed());
  }

  /** Counts up whenever any setting may have changed. */
  get version(): number {
    return this.#version;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Asks the client to tell of changes; after `initialized`. */
  register(): void {
    const { client } = this.#connection;
    if (this.#profile.registersConfiguration) {
      void client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
    if (this.#profile.watchesFiles) {
      void client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/${CONFIG_NAME}` }],
      });
    }
  }

  /** The settings of one document. */
  async settingsFor(uri: string): Promise<Settings> {
    return (await this.#mergedFor(uri)).settings;
  }

  /** The mode of one document, and what decides it. */
  async modeFor(uri: string): Promise<ModeAnswer> {
    return (await this.#mergedFor(uri)).mode;
  }

  #mergedFor(uri: string): Promise<Merged> {
    let settings = this.#settings.get(uri);
    if (!settings) {
      settings = this.#read(uri);
      this.#settings.set(uri, settings);
    }
    return settings;
  }

  /** A document was closed. A client that watches no files has its configuration read anew at the next opening. */
  forget(uri: string): void {
    this.#settings.delete(uri);
    if (!this.#profile.watchesFiles) this.#files.clear();
  }

  #changed(): void {
    this.#version++;
    this.#settings.clear();
    this.#files.clear();
    for (const uri of this.#reported) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#reported.clear();
    for (const listener of this.#listeners) listener();
  }

  async #read(uri: string): Promise<Merged> {
    const [file, editor] = await Promise.all([this.#fileFor(uri), this.#editorConfig(uri)]);
    if (file) this.#report(file);
    const settings = mergeSettings([file?.config ?? {}, editor]);
    return { settings, mode: modeAnswer(settings.mode, file?.config.mode, editor.mode) };
  }

  async #fileFor(uri: string): Promise<ConfigFile | undefined> {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? this.#files.nearest(path.dirname(parsed.fsPath)) : undefined;
  }

  async #editorConfig(uri: string): Promise<Config> {
    const value: unknown = this.#profile.answersConfiguration
      ? await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }).catch(() => undefined)
      : this.#sent;
    // The section also holds what concerns the client alone.
    const own = isRecord(value) ? value : {};
    const { config, problems } = configFromValue({ rules: own['rules'] ?? {} }, this.#ruleNames);
    for (const { message } of problems) this.#connection.console.warn(`${SECTION}.rules: ${message}`);
    // Any other word, "auto" to begin with, leaves the mode to inf.config.json.
    const mode = MODE_WORDS.find((word) => word === own['mode']);
    return mode === undefined ? config : { ...config, mode };
  }

  /** Shows the problems of a configuration file in that file, until something changes. */
  #report({ path: file, problems }: ConfigFile): void {
    if (problems.length === 0) return;
    const uri = URI.file(file).toString();
    this.#reported.add(uri);
    const diagnostics = problems.map(({ message, line, column }) => {
      const start = { line: line - 1, character: column - 1 };
      return { range: { start, end: start }, severity: DiagnosticSeverity.Warning, source: SOURCE, message };
    });
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
