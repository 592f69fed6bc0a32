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
import { type Config, mergeSettings } from '../config/settings.js';
import type { Settings } from '../engine/types.js';
import { SOURCE } from '../features/diagnostic.js';
import type { InfService } from '../index.js';
import type { ClientProfile } from './client-profile.js';
import { CONFIG_NAME, type ConfigFile, ConfigFiles } from './config-files.js';

/** The section of the editor's settings that belongs to this server. */
const SECTION = 'windowsInf';

/** The settings of each document: defaults, then the nearest inf.config.json, then the editor's. Read once per change. */
export class Configuration {
  readonly #connection: Connection;
  readonly #profile: ClientProfile;
  readonly #ruleNames: readonly string[];
  readonly #files: ConfigFiles;
  readonly #settings = new Map<string, Promise<Settings>>();
  /** What a client that cannot be asked sent on its own. */
  #sent: unknown;
  readonly #reported = new Set<string>();
  #version = 0;
  #listener: () => void = () => undefined;

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
    this.#listener = listener;
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
  settingsFor(uri: string): Promise<Settings> {
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
    this.#listener();
  }

  async #read(uri: string): Promise<Settings> {
    const [file, editor] = await Promise.all([this.#fileFor(uri), this.#editorConfig(uri)]);
    if (file) this.#report(file);
    return mergeSettings([file?.config ?? {}, editor]);
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
    const { config, problems } = configFromValue({ rules: (isRecord(value) && value['rules']) || {} }, this.#ruleNames);
    for (const { message } of problems) this.#connection.console.warn(`${SECTION}.rules: ${message}`);
    return config;
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
