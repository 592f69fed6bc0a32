import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { DEFAULT_CODE_PAGE } from '../config/settings.js';
import { createPackageFolder } from '../plan/package-folder.js';
import type { PackageFolder, Surroundings } from '../plan/surroundings.js';
import { decode } from '../text/decode.js';

/** A listing older than this is read anew, in milliseconds: files come and go without anybody telling. */
const FRESH = 3000;
/** In bytes; the encoding of larger files is not looked at. */
const LARGEST_FILE = 2_000_000;

/**
 * What the server knows of a document beyond its text. Every answer is found when a rule asks for it, and all are about
 * the file on disk: a document without one has none but the day.
 */
export class DocumentSurroundings implements Surroundings {
  readonly #file: string | undefined;
  #provider: string | undefined;
  #encoding: Surroundings['encoding'] | 'unread' = 'unread';
  #folder: { readonly at: number; readonly value: PackageFolder } | undefined;

  /** @param uri address of the document; only files on this machine are looked at, as a network may let one wait */
  constructor(uri: string) {
    const parsed = URI.parse(uri);
    this.#file = parsed.scheme === 'file' && parsed.authority === '' ? parsed.fsPath : undefined;
  }

  get today(): string {
    return new Date().toISOString().slice(0, 10);
  }

  get provider(): string | undefined {
    return this.#provider;
  }

  set provider(provider: string | undefined) {
    this.#provider = provider;
  }

  /** How the file on disk is encoded, not how the editor took it. */
  get encoding(): Surroundings['encoding'] {
    if (this.#encoding === 'unread') this.#encoding = this.#file === undefined ? undefined : encodingOf(this.#file);
    return this.#encoding;
  }

  get folder(): PackageFolder | undefined {
    if (this.#file === undefined) return undefined;
    const now = Date.now();
    if (this.#folder === undefined || now - this.#folder.at > FRESH) {
      this.#folder = { at: now, value: folderOf(this.#file) };
    }
    return this.#folder.value;
  }

  /** The file on disk was written. */
  saved(): void {
    this.#encoding = 'unread';
    this.#folder = undefined;
  }
}

function encodingOf(file: string): Surroundings['encoding'] {
  return attempt(() => {
    if (statSync(file).size > LARGEST_FILE) return undefined;
    const { encoding, hasBom } = decode(readFileSync(file), DEFAULT_CODE_PAGE);
    return { name: encoding, hasBom };
  });
}

function folderOf(file: string): PackageFolder {
  const at = (names: readonly string[]): string => path.join(path.dirname(file), ...names);
  return createPackageFolder(
    {
      list: (names) => attempt(() => readdirSync(at(names))),
      changed: (names) => attempt(() => statSync(at(names)).mtimeMs),
    },
    path.basename(file),
  );
}

function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
