import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { LANGUAGE } from './language.js';

/** Makes the client of the bundled server; it speaks over Node's own channel between processes. */
export function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  return new LanguageClient(
    'windowsInf',
    'Windows INF',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [{ language: LANGUAGE }],
      diagnosticPullOptions: { onChange: true, onSave: true },
    },
  );
}
