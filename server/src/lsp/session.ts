import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Settings } from '../engine/types.js';
import type { InfDocument, InfService } from '../index.js';
import { createSnapshot } from '../text/snapshot.js';
import { burstRead, runInSlices } from './pace.js';
import { DocumentSurroundings } from './surroundings.js';

/** In UTF-16 units. Nobody writes such an INF by hand; editors stop helping at about the same size. */
export const LARGEST_TEXT = 20_000_000;

/** What a session needs from its surroundings. */
export interface SessionHost {
  readonly service: InfService;
  settingsFor(uri: string): Promise<Settings>;
  /** Number of the settings in force; changes whenever any of them may have changed. */
  settingsVersion(): number;
  /** How many messages about documents were read so far. */
  messagesRead(): number;
}

/** The findings of one version of a document under one version of the settings. */
export interface CheckResult {
  readonly document: InfDocument;
  /** Equal ids mean equal findings. */
  readonly id: string;
  readonly findings: readonly Finding[];
  /** The text was not looked at. */
  readonly isTooLarge: boolean;
}

let sessions = 0;

/** One open document: its latest text, the analysis and the findings, each made when somebody asks. */
export class Session {
  readonly #host: SessionHost;
  readonly #text: TextDocument;
  readonly #serial = ++sessions;
  readonly #surroundings: DocumentSurroundings;
  readonly #wanted = new Set<() => boolean>();
  #document: InfDocument | undefined;
  #result: CheckResult | undefined;
  #running: Promise<CheckResult | undefined> | undefined;
  #closed = false;
  #saves = 0;

  constructor(text: TextDocument, host: SessionHost) {
    this.#text = text;
    this.#host = host;
    this.#surroundings = new DocumentSurroundings(text.uri);
  }

  get uri(): string {
    return this.#text.uri;
  }

  get version(): number {
    return this.#text.version;
  }

  close(): void {
    this.#closed = true;
  }

  /** The file on disk was written: what is known of it is found out anew. */
  saved(): void {
    this.#saves++;
    this.#surroundings.saved();
  }

  /** The analysis of the latest text; a text that is too large counts as empty. */
  document(): InfDocument {
    const { uri, version } = this.#text;
    if (this.#document?.snapshot.version === version) return this.#document;
    const snapshot = createSnapshot(uri, version, this.#isTooLarge ? '' : this.#text.getText());
    this.#document = this.#host.service.analyse(snapshot, this.#document, this.#surroundings);
    return this.#document;
  }

  /**
   * The findings of the latest text. Changes that arrive meanwhile are merged in. `undefined` when the document was closed
   * or no caller wants the answer any more.
   */
  async check(isWanted: () => boolean): Promise<CheckResult | undefined> {
    this.#wanted.add(isWanted);
    try {
      while (!this.#closed && isWanted()) {
        if (this.#result?.id === this.#id()) return this.#result;
        this.#running ??= this.#checkLatest().finally(() => (this.#running = undefined));
        const result = await this.#running;
        if (result) return result;
      }
      return undefined;
    } finally {
      this.#wanted.delete(isWanted);
    }
  }

  get #isTooLarge(): boolean {
    return this.#text.offsetAt({ line: this.#text.lineCount, character: 0 }) > LARGEST_TEXT;
  }

  #id(): string {
    return `${this.#serial}.${this.#text.version}.${this.#saves}.${this.#host.settingsVersion()}`;
  }

  async #checkLatest(): Promise<CheckResult | undefined> {
    while (this.#isWanted()) {
      await burstRead(() => this.#host.messagesRead());
      const id = this.#id();
      const settings = await this.#host.settingsFor(this.uri);
      if (id !== this.#id() || !this.#isWanted()) continue;
      this.#surroundings.provider = settings.provider;
      const document = this.document();
      const steps = this.#host.service.checkInSteps(document, settings);
      const findings = await runInSlices(steps, () => id !== this.#id() || !this.#isWanted());
      if (findings) return (this.#result = { document, id, findings, isTooLarge: this.#isTooLarge });
    }
    return undefined;
  }

  #isWanted(): boolean {
    return !this.#closed && [...this.#wanted].some((isWanted) => isWanted());
  }
}
