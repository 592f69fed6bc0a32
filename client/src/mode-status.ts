import * as vscode from 'vscode';
import { modes, type Mode } from '../../server/src/language/infverif.js';
import { MODE_REQUEST, MODES_CHANGED, type ModeAnswer } from '../../server/src/lsp/mode.js';
import { LANGUAGE } from './language.js';
import type { ServerControl } from './server-control.js';

/** The command that changes the mode: asks for it, or takes it as its argument. */
const SELECT_MODE = 'windowsInf.selectMode';
/** The value of the setting that leaves the choice to inf.config.json. */
const AUTO = 'auto';

const DECIDED_BY: Readonly<Record<ModeAnswer['from'], string>> = {
  default: 'the default',
  file: 'from inf.config.json',
  editor: 'from the settings',
};

/** Shows in the language status of each Windows INF in which mode it is checked, and lets the user change that. */
export function modeStatus(server: ServerControl): { dispose(): unknown }[] {
  const item = vscode.languages.createLanguageStatusItem('windowsInf.mode', { language: LANGUAGE });
  item.name = 'InfVerif mode';
  item.command = { command: SELECT_MODE, title: 'Change Mode' };
  const update = (): void => void show(item, server);
  server.onNotification(MODES_CHANGED, update);
  return [
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    // A document that changes its language is opened in the new one.
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.commands.registerCommand(SELECT_MODE, (mode?: unknown) => selectMode(mode)),
  ];
}

async function show(item: vscode.LanguageStatusItem, server: ServerControl): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== LANGUAGE) return;
  item.busy = true;
  try {
    const answer = await server.request<ModeAnswer>(MODE_REQUEST, { uri: document.uri.toString() });
    if (vscode.window.activeTextEditor?.document !== document) return;
    item.text = `InfVerif /${answer.mode}`;
    item.detail = `${answer.meaning} (${DECIDED_BY[answer.from]})`;
  } catch {
    // The server is on its way down or was restarted: whatever comes up next asks again.
    item.text = 'InfVerif';
    item.detail = 'The language server does not run.';
  } finally {
    item.busy = false;
  }
}

async function selectMode(given: unknown): Promise<void> {
  const mode = isChoice(given) ? given : await askForMode();
  if (mode === undefined) return;
  const settings = vscode.workspace.getConfiguration('windowsInf', vscode.window.activeTextEditor?.document);
  await settings.update('mode', mode === AUTO ? undefined : mode, targetOf(settings));
}

function isChoice(value: unknown): value is Mode | typeof AUTO {
  return value === AUTO || (typeof value === 'string' && Object.hasOwn(modes, value));
}

async function askForMode(): Promise<Mode | typeof AUTO | undefined> {
  const chosen = await vscode.window.showQuickPick(
    [
      ...Object.entries(modes).map(([mode, meaning]) => ({ label: `/${mode}`, description: meaning, mode })),
      { label: 'Automatic', description: 'What inf.config.json says, else /h', mode: AUTO },
    ],
    {
      title: 'Requirements to check Windows INF files against',
      placeHolder: 'A mode, as the options of InfVerif are named',
    },
  );
  return isChoice(chosen?.mode) ? chosen.mode : undefined;
}

/** Where the mode is set already, the nearest place first; else the workspace, and without one the user's settings. */
function targetOf(settings: vscode.WorkspaceConfiguration): vscode.ConfigurationTarget {
  const places = settings.inspect('mode');
  if (places?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  if (places?.workspaceValue !== undefined) return vscode.ConfigurationTarget.Workspace;
  if (places?.globalValue !== undefined) return vscode.ConfigurationTarget.Global;
  return vscode.workspace.workspaceFolders === undefined
    ? vscode.ConfigurationTarget.Global
    : vscode.ConfigurationTarget.Workspace;
}
