import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit } from 'vscode-languageserver/node';
import { applyFixes } from '../engine/apply-fixes.js';
import type { Finding, Settings } from '../engine/types.js';
import { protocolEdit, spanOf } from '../features/diagnostic.js';
import type { InfDocument, InfService } from '../index.js';
import { createSnapshot, type Snapshot } from '../text/snapshot.js';
import type { ClientProfile } from './client-profile.js';
import type { CheckResult } from './session.js';

/** Editors may run this one on save: safe fixes only. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.windows-inf`;

/** The kinds of actions that this server offers. */
export const ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];

/** The actions for a range, of the kinds that the client asked for. */
export function actionsFor(
  service: InfService,
  { document, findings }: CheckResult,
  settings: Settings,
  { range, context: { only } }: CodeActionParams,
  profile: ClientProfile,
): CodeAction[] {
  const { snapshot } = document;
  const wants = (kind: string): boolean => only === undefined || only.some((wanted) => isWithin(kind, wanted));
  const actions = service
    .codeActions(document, spanOf(snapshot, range), findings)
    .filter(({ kind }) => wants(kind ?? CodeActionKind.QuickFix));
  // Nobody looks for it in the menu of one place, and it costs a few checks of the whole file.
  const all = only !== undefined && wants(FIX_ALL) ? fixAll(service, document, settings) : undefined;
  return [...actions, ...(all ? [all] : [])].map((action) =>
    profile.takesVersionedEdits ? versioned(action, snapshot) : action,
  );
}

/** Kinds form a hierarchy: `source.fixAll.windows-inf` lies within `source`. */
function isWithin(kind: string, wanted: string): boolean {
  return kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`);
}

function fixAll(
  service: InfService,
  { snapshot, analysis: { surroundings } }: InfDocument,
  settings: Settings,
): CodeAction | undefined {
  const findingsOf = (text: string): readonly Finding[] => {
    const current = createSnapshot(snapshot.uri, snapshot.version, text);
    return service.check(service.analyse(current, undefined, surroundings), settings) ?? [];
  };
  const { text, applied } = applyFixes(snapshot.text, findingsOf, {});
  if (applied.length === 0) return undefined;
  return {
    title: 'Apply all safe fixes',
    kind: FIX_ALL,
    edit: { changes: { [snapshot.uri]: [difference(snapshot, text)] } },
  };
}

/** One edit from the old text to the new one, without what both begin and end with. */
function difference(snapshot: Snapshot, text: string): TextEdit {
  const old = snapshot.text;
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail))
    tail++;
  const span = { start, end: old.length - tail };
  return protocolEdit(snapshot, { span, newText: text.slice(start, text.length - tail) });
}

/** Names the version that the edits are for, so that the client refuses them when the text has moved on. */
function versioned(action: CodeAction, { uri, version }: Snapshot): CodeAction {
  const edits = action.edit?.changes?.[uri];
  if (!edits) return action;
  return { ...action, edit: { documentChanges: [{ textDocument: { uri, version }, edits }] } };
}
