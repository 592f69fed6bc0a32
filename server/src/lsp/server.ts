import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SHOW_DECIDING_LINE } from '../features/code-lens.js';
import type { InfService } from '../index.js';
import { offsetAt } from '../text/snapshot.js';
import { actionsFor, ACTION_KINDS } from './actions.js';
import { type ClientProfile, profileOf } from './client-profile.js';
import { Configuration } from './configuration.js';
import { diagnosticsOf } from './diagnostics.js';
import { Publisher } from './publisher.js';
import { Session } from './session.js';

/** Connects the core to a client and starts to listen. The connection decides about the transport. */
export function startServer(connection: Connection, service: InfService): void {
  connection.onInitialize((params): InitializeResult => {
    const profile = profileOf(params.capabilities);
    wire(connection, service, profile, params);
    return { serverInfo: { name: 'windows-inf' }, capabilities: capabilitiesFor(profile) };
  });
  connection.listen();
}

function capabilitiesFor(profile: ClientProfile): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(profile.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'windows-inf', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
    codeLensProvider: {},
    ...(profile.showsDocuments ? { executeCommandProvider: { commands: [SHOW_DECIDING_LINE] } } : {}),
  };
}

function wire(connection: Connection, service: InfService, profile: ClientProfile, params: InitializeParams): void {
  const documents = new TextDocuments(TextDocument);
  const sessions = new Map<string, Session>();
  const configuration = new Configuration(connection, service, profile, params);
  const publisher = new Publisher(connection, profile, sessions);
  let messagesRead = 0;
  const host = {
    service,
    settingsFor: (uri: string) => configuration.settingsFor(uri),
    settingsVersion: () => configuration.version,
    messagesRead: () => messagesRead,
  };

  documents.onDidOpen(({ document }) => sessions.set(document.uri, new Session(document, host)));
  documents.onDidChangeContent(({ document }) => {
    messagesRead++;
    publisher.changed(document.uri);
  });
  documents.onDidClose(({ document }) => {
    sessions.get(document.uri)?.close();
    sessions.delete(document.uri);
    configuration.forget(document.uri);
    publisher.closed(document.uri);
  });
  configuration.onChange(() => publisher.settingsChanged());
  documents.listen(connection);
  connection.onInitialized(() => configuration.register());

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const session = sessions.get(textDocument.uri);
    const result = await session?.check(() => !token.isCancellationRequested);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    if (!result) return { kind: 'full', items: [] };
    if (result.id === previousResultId) return { kind: 'unchanged', resultId: result.id };
    return { kind: 'full', resultId: result.id, items: diagnosticsOf(result, profile) };
  });
  connection.onHover(({ textDocument, position }) => {
    const document = sessions.get(textDocument.uri)?.document();
    return document && service.hover(document, offsetAt(document.snapshot, position));
  });
  connection.onCodeLens(({ textDocument }) => {
    const document = sessions.get(textDocument.uri)?.document();
    return document ? [...service.codeLenses(document)] : [];
  });
  connection.onExecuteCommand(({ command, arguments: args = [] }) => {
    const [uri, line] = args as readonly unknown[];
    if (command === SHOW_DECIDING_LINE && typeof uri === 'string' && typeof line === 'number') {
      const place = { line, character: 0 };
      return connection.window.showDocument({ uri, takeFocus: true, selection: { start: place, end: place } });
    }
    return undefined;
  });
  connection.onCodeAction(async (request, token) => {
    const session = sessions.get(request.textDocument.uri);
    const result = await session?.check(() => !token.isCancellationRequested);
    if (!result || token.isCancellationRequested) return [];
    const settings = await configuration.settingsFor(request.textDocument.uri);
    return actionsFor(service, result, settings, request, profile);
  });
}
