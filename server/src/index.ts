import type { CodeAction, CodeLens, Hover } from 'vscode-languageserver-types';
import { rulesInUse, runRules } from './engine/run.js';
import type { Finding, Fix, Settings } from './engine/types.js';
import { codeActions } from './features/code-actions.js';
import { codeLenses } from './features/code-lens.js';
import { hover } from './features/hover.js';
import { refactorings } from './features/refactorings.js';
import { bind } from './model/bind.js';
import { createAnalysis, type Analysis } from './plan/analysis.js';
import { allRules } from './rules/index.js';
import type { Surroundings } from './plan/surroundings.js';
import type { Rule } from './rules/rule.js';
import { parse, type BlockCache } from './syntax/parse.js';
import type { Snapshot } from './text/snapshot.js';
import type { Span } from './text/span.js';

/** One analysed version of one file. Keep it to hand it in as `previous` for the next version. */
export interface InfDocument {
  readonly snapshot: Snapshot;
  readonly analysis: Analysis;
  /** The parsed blocks, for the next version to take over. */
  readonly blocks: BlockCache;
}

/** What the shells (language server, command line) may use; everything else of the core is private. */
export interface InfService {
  readonly rules: readonly Rule[];
  /**
   * Parses and binds; blocks that did not change since `previous` are reused. `surroundings`: what is known beyond the
   * text. Never throws on any text.
   */
  analyse(snapshot: Snapshot, previous?: InfDocument, surroundings?: Surroundings): InfDocument;
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

/** Wires the core together. `rules`: those to run instead of all. */
export function createInfService(rules: readonly Rule[] = allRules): InfService {
  const inUse = new WeakMap<Settings, readonly Rule[]>();
  const run = (analysis: Analysis, settings: Settings): ReturnType<typeof runRules> => {
    let chosen = inUse.get(settings);
    if (chosen === undefined) inUse.set(settings, (chosen = rulesInUse(rules, settings)));
    return runRules(analysis, chosen, settings);
  };
  return Object.freeze({
    rules: Object.freeze([...rules]),
    analyse(snapshot: Snapshot, previous?: InfDocument, surroundings?: Surroundings): InfDocument {
      const { cst, cache } = parse(snapshot, previous?.blocks);
      return { snapshot, analysis: createAnalysis(bind(cst), surroundings), blocks: cache };
    },
    check({ analysis }: InfDocument, settings: Settings, shouldStop?: () => boolean): readonly Finding[] | undefined {
      const steps = run(analysis, settings);
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        if (shouldStop?.() === true) return undefined;
      }
    },
    checkInSteps: ({ analysis }: InfDocument, settings: Settings) => run(analysis, settings),
    hover: ({ analysis }: InfDocument, offset: number) => hover(analysis, offset),
    codeActions: ({ analysis }: InfDocument, range: Span, findings: readonly Finding[]) =>
      codeActions(analysis, range, findings),
    codeLenses: ({ analysis }: InfDocument) => codeLenses(analysis),
    refactorings: ({ analysis }: InfDocument, range: Span) => refactorings(analysis, range),
  });
}
