import * as vscode from 'vscode';
import { fileLanguage } from '../../server/src/features/file-language.js';
import { isAssociated } from './associations.js';
import { LANGUAGE } from './language.js';

/** The language of UEFI module descriptions, which end in .inf too; it belongs to other extensions. */
const UEFI_LANGUAGE = 'edk2_inf';
/** Languages in which a driver INF may open although nobody chose them; the manifest activates on each. */
const TAKEN_FROM: ReadonlySet<string> = new Set(['plaintext', 'ini', 'inf', UEFI_LANGUAGE]);
const NAME = /\.in[fx](?:\.\w+)?$/i;

/**
 * Gives files the language that fits what stands in them: a driver INF that opened in another language becomes ours, a
 * UEFI module that opened in ours becomes UEFI's where that language is installed. The user's word stands: nothing is
 * done about a file that `files.associations` matches or whose language was chosen by hand.
 */
export function fitLanguages(): vscode.Disposable[] {
  // Choosing a language closes and opens the document in one go; a file that is really closed stays closed.
  const justClosed = new Set<string>();
  const opened = vscode.workspace.onDidOpenTextDocument((document) => {
    if (!justClosed.has(document.uri.toString())) void fit(document);
  });
  const closed = vscode.workspace.onDidCloseTextDocument((document) => {
    const uri = document.uri.toString();
    justClosed.add(uri);
    queueMicrotask(() => justClosed.delete(uri));
  });
  for (const document of vscode.workspace.textDocuments) void fit(document);
  return [opened, closed];
}

async function fit(document: vscode.TextDocument): Promise<void> {
  const settings = vscode.workspace.getConfiguration('windowsInf', document);
  const mode = settings.get<string>('autoDetect');
  if (mode === 'off' || !NAME.test(document.uri.path) || isPinned(document)) return;
  const wanted = await wantedLanguage(document);
  if (wanted === undefined || (mode === 'ask' && !(await userAgrees(document, wanted)))) return;
  // It may have been closed meanwhile.
  await vscode.languages.setTextDocumentLanguage(document, wanted).then(undefined, () => undefined);
}

function isPinned(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace
    .getConfiguration('files', document)
    .get<Record<string, unknown>>('associations');
  return isAssociated(associations ?? {}, document.uri.path);
}

/** The language that the file should have instead of its own; `undefined` when its own is right. */
async function wantedLanguage(document: vscode.TextDocument): Promise<string | undefined> {
  const isOurs = document.languageId === LANGUAGE;
  if (!isOurs && !TAKEN_FROM.has(document.languageId)) return undefined;
  const content = fileLanguage(document.getText());
  if (!isOurs) return content === 'driver' ? LANGUAGE : undefined;
  if (content !== 'uefi-module') return undefined;
  const installed = await vscode.languages.getLanguages();
  return installed.includes(UEFI_LANGUAGE) ? UEFI_LANGUAGE : undefined;
}

async function userAgrees(document: vscode.TextDocument, wanted: string): Promise<boolean> {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const what = wanted === LANGUAGE ? 'a Windows driver INF' : 'a UEFI module description';
  const answer = await vscode.window.showInformationMessage(`${name} is ${what}.`, 'Switch Language', 'Never Ask');
  if (answer === 'Never Ask') {
    await vscode.workspace
      .getConfiguration('windowsInf')
      .update('autoDetect', 'off', vscode.ConfigurationTarget.Global);
  }
  return answer === 'Switch Language';
}
