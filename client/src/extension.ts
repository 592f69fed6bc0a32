import * as vscode from 'vscode';
import { importLogs } from './import-log.js';
import { LANGUAGE } from './language.js';
import { fitLanguages } from './fit-language.js';
import { modeStatus } from './mode-status.js';
import { createServerControl } from './server-control.js';

/**
 * Called by VS Code on the first file in a language of the manifest's activation events. Plain text is among them, so this
 * does next to nothing until a Windows INF is open: a driver INF that another extension claimed, or that opened as plain
 * text, can be taken over only by an extension that runs; one that scanned the workspace for INF files would cost more.
 */
export function activate(context: vscode.ExtensionContext): void {
  const server = createServerControl(context);
  const startFor = (document: vscode.TextDocument): void => {
    if (document.languageId === LANGUAGE) void server.start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('windowsInf.restartServer', () => server.restart()),
    vscode.commands.registerCommand('windowsInf.showOutput', () => server.showOutput()),
    vscode.workspace.onDidOpenTextDocument(startFor),
    server,
    ...fitLanguages(),
    ...modeStatus(server),
    ...importLogs(server),
  );
  vscode.workspace.textDocuments.forEach(startFor);
}
