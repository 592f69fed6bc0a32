import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Fix } from '../engine/types.js';
import type { Analysis } from '../plan/analysis.js';
import { indentBefore } from '../rules/fixes/style.js';
import { beforeEntry, lineBreakAt, lineStart } from '../rules/fixes/layout.js';
import { absolute } from '../syntax/cst.js';
import type { Snapshot } from '../text/snapshot.js';
import { touches, type Span, type TextEdit } from '../text/span.js';
import { diagnosticOf, protocolEdit } from './diagnostic.js';
import { refactorings } from './refactorings.js';

/**
 * The actions for a range: the fixes of the findings that touch it, a suppression for each of their rules, and
 * the refactorings of the place.
 * @param range document span
 * @param findings of the whole file, as `check` answers them
 */
export function codeActions(analysis: Analysis, range: Span, findings: readonly Finding[]): readonly CodeAction[] {
  const touched = findings.filter(({ span }) => touchesRange(span, range));
  const { snapshot } = analysis.model.cst;
  const fixes = touched.flatMap((finding) => finding.fixes().map((fix) => ({ fix, finding })));
  const quick = fixes.map(({ fix, finding }) => quickFix(snapshot, fix, diagnosticOf(snapshot, finding)));
  const known = new Set(fixes.map(({ fix }) => fix.action));
  const rewrites = refactorings(analysis, range)
    .filter((fix) => !known.has(fix.action))
    .map((fix) => actionOf(snapshot, fix.title, CodeActionKind.RefactorRewrite, fix.edits));
  const suppressions = touched.map((finding) => suppression(analysis, finding, diagnosticOf(snapshot, finding)));
  return [...unique(quick), ...rewrites, ...unique(suppressions)];
}

function touchesRange(span: Span, range: Span): boolean {
  return touches(range, span.start) || touches(span, range.start);
}

function quickFix(snapshot: Snapshot, fix: Fix, diagnostic: Diagnostic): CodeAction {
  const action = { ...actionOf(snapshot, fix.title, CodeActionKind.QuickFix, fix.edits), diagnostics: [diagnostic] };
  return fix.preferred === true ? { ...action, isPreferred: true } : action;
}

function actionOf(snapshot: Snapshot, title: string, kind: string, edits: readonly TextEdit[]): CodeAction {
  return { title, kind, edit: { changes: { [snapshot.uri]: edits.map((edit) => protocolEdit(snapshot, edit)) } } };
}

/** One action per title and edit: two findings at one place may share a cure. */
function unique(actions: readonly CodeAction[]): readonly CodeAction[] {
  const seen = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = `${action.title}\n${JSON.stringify(action.edit)}`;
    const known = seen.get(key);
    if (known === undefined) seen.set(key, action);
    else seen.set(key, { ...known, diagnostics: [...(known.diagnostics ?? []), ...(action.diagnostics ?? [])] });
  }
  return [...seen.values()];
}

/** A comment line above the finding's line that switches its rule off there. */
function suppression(analysis: Analysis, finding: Finding, diagnostic: Diagnostic): CodeAction {
  const { snapshot } = analysis.model.cst;
  const start = logicalStart(analysis, finding.span.start);
  const indent = indentAfter(snapshot.text, start);
  const newText = `${indent}; inf-disable-next-line ${finding.rule} -- ${lineBreakAt(snapshot.text, start)}`;
  const edit = { span: { start, end: start }, newText };
  const title = `Disable ${finding.rule} for this line`;
  return { ...actionOf(snapshot, title, CodeActionKind.QuickFix, [edit]), diagnostics: [diagnostic] };
}

/** Offset of the first physical line of the entry that holds an offset, or of the offset's own line. */
function logicalStart({ model }: Analysis, offset: number): number {
  const placed = model.cst.blocks.findLast(({ start }) => start <= offset);
  const line = placed?.block.lines.find((one) => touches(absolute(placed, one.span), offset));
  return placed === undefined || line === undefined
    ? lineStart(model.cst.snapshot.text, offset)
    : beforeEntry({ placed, line });
}

function indentAfter(text: string, start: number): string {
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return indentBefore(text, end);
}
