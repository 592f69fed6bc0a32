import type { Diagnostic } from 'vscode-languageserver-types';

/** The request to turn a log into diagnostics. */
export const IMPORT_REQUEST = 'windowsInf/importLog';

/** What a client asks with. */
export interface ImportParams {
  /** The log, or an excerpt. */
  readonly text: string;
  /** Addresses of the folders in and below which the INF files are; open documents are known without. */
  readonly folders: readonly string[];
}

/** The answer: diagnostics by document, for the client to show until it is told to clear them. */
export interface ImportAnswer {
  readonly files: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
  /** Names of files that the log is about and that were not found. */
  readonly missing: readonly string[];
}

/** The source of such diagnostics. */
export const IMPORT_SOURCE = 'InfVerif (imported)';
