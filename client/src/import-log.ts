import * as vscode from 'vscode';
import { IMPORT_REQUEST, type ImportAnswer } from '../../server/src/lsp/import-protocol.js';
import type { ServerControl } from './server-control.js';

/** VS Code's severities by the numbers of the protocol. */
const SEVERITIES = {
  1: vscode.DiagnosticSeverity.Error,
  2: vscode.DiagnosticSeverity.Warning,
  3: vscode.DiagnosticSeverity.Information,
  4: vscode.DiagnosticSeverity.Hint,
};

/** Turns a log of another tool into problems, which stay until they are cleared. */
export function importLogs(server: ServerControl): { dispose(): unknown }[] {
  const problems = vscode.languages.createDiagnosticCollection('windowsInf.imported');
  return [
    problems,
    vscode.commands.registerCommand('windowsInf.importLog', (text?: unknown) => importLog(server, problems, text)),
    vscode.commands.registerCommand('windowsInf.clearImportedLog', () => problems.clear()),
  ];
}

async function importLog(server: ServerControl, problems: vscode.DiagnosticCollection, given: unknown): Promise<void> {
  const text = typeof given === 'string' ? given : await askForLog();
  if (text === undefined) return;
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  const answer = await server.request<ImportAnswer>(IMPORT_REQUEST, { text, folders });
  problems.clear();
  for (const { uri, diagnostics } of answer.files) problems.set(vscode.Uri.parse(uri), diagnostics.map(problem));
  if (typeof given !== 'string') tell(answer);
}

/** From the selection, the clipboard or a file, as the user chooses; `undefined` when they do not. */
async function askForLog(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selection = editor === undefined || editor.selection.isEmpty ? '' : editor.document.getText(editor.selection);
  const sources = [
    ...(selection === '' ? [] : [{ label: 'From the selection', read: () => Promise.resolve(selection) }]),
    { label: 'From the clipboard', read: () => Promise.resolve(vscode.env.clipboard.readText()) },
    { label: 'From a file…', read: readLogFile },
  ];
  const chosen = await vscode.window.showQuickPick(sources, {
    title: 'Import a log of InfVerif, MSBuild, Partner Center or SetupAPI',
  });
  return chosen?.read();
}

async function readLogFile(): Promise<string | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({ title: 'Import Log', filters: { Logs: ['log', 'txt'], All: ['*'] } })) ?? [];
  return file && (await vscode.workspace.openTextDocument(file)).getText();
}

function problem({ range, severity = 1, message, code, codeDescription, source }: Protocol): vscode.Diagnostic {
  const { start, end } = range;
  const shown = new vscode.Diagnostic(
    new vscode.Range(start.line, start.character, end.line, end.character),
    typeof message === 'string' ? message : message.value,
    SEVERITIES[severity],
  );
  if (source !== undefined) shown.source = source;
  if (code !== undefined && codeDescription)
    shown.code = { value: code, target: vscode.Uri.parse(codeDescription.href) };
  return shown;
}

type Protocol = ImportAnswer['files'][number]['diagnostics'][number];

function tell({ files, missing }: ImportAnswer): void {
  const count = files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  const lost = missing.length === 0 ? '' : ` Not found: ${missing.join(', ')}.`;
  if (count > 0) void vscode.window.showInformationMessage(`Imported from the log: ${String(count)} findings.${lost}`);
  else void vscode.window.showWarningMessage(`Nothing in the log is about an INF file of this workspace.${lost}`);
}
