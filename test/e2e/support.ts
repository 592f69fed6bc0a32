import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** Longest wait for anything the editor does on its own, in milliseconds. */
const PATIENCE = 15_000;

/** Folder that the editor has open: a copy of the sample, ours to write into. */
export function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the editor has a folder open');
  return folder.uri.fsPath;
}

/** Writes a file into the workspace; answers its address. */
export function writeFile(name: string, text: string): vscode.Uri {
  const file = path.join(workspaceFolder(), name);
  writeFileSync(file, text);
  return vscode.Uri.file(file);
}

/** Opens a file in an editor, as a user does. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Asks again and again until `ask` answers something; what an editor shows is never there at once. */
export async function eventually<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) assert.fail(`${what} did not come within ${PATIENCE / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The findings of this extension in a file. */
export function findingsIn(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'windows-inf');
}

/** The rule that a finding belongs to. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a finding of a rule. */
export function findingOf(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`a finding of ${rule}`, () => findingsIn(uri).find((finding) => ruleOf(finding) === rule));
}

/** Waits until a rule has no finding any more. */
export function noFindingOf(uri: vscode.Uri, rule: string): Promise<true> {
  return eventually(
    `the end of ${rule}`,
    () => findingsIn(uri).every((finding) => ruleOf(finding) !== rule) || undefined,
  );
}

/** Waits until a document has a language. */
export function languageIs(uri: vscode.Uri, language: string): Promise<vscode.TextDocument> {
  return eventually(`language ${language}`, () =>
    vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString() && document.languageId === language,
    ),
  );
}
