import type { CodeAction, CodeLens, Hover } from 'vscode-languageserver-types';
import type { Finding, Fix, Settings } from './engine/types.js';
import type { Analysis } from './plan/analysis.js';
import type { Rule } from './rules/rule.js';
import type { Snapshot } from './text/snapshot.js';
import type { Span } from './text/span.js';

/** One analysed version of one file. Keep it to hand it in as `previous` for the next version. */
export interface InfDocument {
  readonly snapshot: Snapshot;
  readonly analysis: Analysis;
}

/** What the shells (language server, command line) may use; everything else of the core is private. */
export interface InfService {
  readonly rules: readonly Rule[];
  /** Parses and binds; blocks that did not change since `previous` are reused. Never throws on any text. */
  analyse(snapshot: Snapshot, previous?: InfDocument): InfDocument;
  /**
   * Runs the rules, sorted by position and name, suppressions applied. A file that is no driver INF has no findings.
   * `shouldStop` is asked between rules; when it answers true the result is `undefined`.
   */
  check(document: InfDocument, settings: Settings, shouldStop?: () => boolean): readonly Finding[] | undefined;
  /**
   * The same as `check`, one rule per step: yields before each rule, so that a server can look for cancellation and let
   * other messages in between. Returns the findings at the end.
   */
  checkInSteps(document: InfDocument, settings: Settings): Generator<undefined, readonly Finding[]>;
  hover(document: InfDocument, offset: number): Hover | undefined;
  /** Quick-fixes for the findings that touch `range`, and the refactorings offered at that place (insert the opt-in). */
  codeActions(document: InfDocument, range: Span, findings: readonly Finding[]): readonly CodeAction[];
  codeLenses(document: InfDocument): readonly CodeLens[];
  /** Actions offered at a place without any finding, as fixes: what `inf fix --action` can name as well. */
  refactorings(document: InfDocument, range: Span): readonly Fix[];
}
