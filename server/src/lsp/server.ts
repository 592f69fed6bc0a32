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
import { findingsInAllModes, importLog, withImported } from './import-log.js';
import { IMPORT_REQUEST, type ImportParams } from './import-protocol.js';
import { MODE_REQUEST, type ModeParams, MODES_CHANGED } from './mode.js';
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
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(profile.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'windows-inf', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
    codeLensProvider: {},
    ...(profile.showsDocuments ? { executeCommandProvider: { commands: [SHOW_DECIDING_LINE] } } : {}),
  };
}

/** What the handlers share. */
interface Wiring {
  readonly connection: Connection;
  readonly service: InfService;
  readonly profile: ClientProfile;
  readonly configuration: Configuration;
  readonly sessions: Map<string, Session>;
}

function wire(connection: Connection, service: InfService, profile: ClientProfile, params: InitializeParams): void {
  const sessions = new Map<string, Session>();
  const configuration = new Configuration(connection, service, profile, params);
  const wiring = { connection, service, profile, configuration, sessions };
  const publisher = new Publisher(connection, profile, sessions);
  followDocuments(wiring, publisher);
  configuration.onChange(() => publisher.settingsChanged());
  connection.onInitialized(() => configuration.register());
  answerDiagnostics(wiring);
  answerQuestions(wiring);
  answerModes(wiring);
  answerImports(wiring);
}

function followDocuments({ connection, service, configuration, sessions }: Wiring, publisher: Publisher): void {
  const documents = new TextDocuments(TextDocument);
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
  documents.onDidSave(({ document }) => {
    sessions.get(document.uri)?.saved();
    publisher.saved(document.uri);
  });
  documents.onDidClose(({ document }) => {
    sessions.get(document.uri)?.close();
    sessions.delete(document.uri);
    configuration.forget(document.uri);
    publisher.closed(document.uri);
  });
  documents.listen(connection);
}

function answerDiagnostics({ connection, service, profile, configuration, sessions }: Wiring): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const session = sessions.get(textDocument.uri);
    const result = await session?.check(() => !token.isCancellationRequested);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    if (!result) return { kind: 'full', items: [] };
    if (result.id === previousResultId) return { kind: 'unchanged', resultId: result.id };
    return { kind: 'full', resultId: result.id, items: diagnosticsOf(result, profile) };
  });
  connection.onCodeAction(async (request, token) => {
    const session = sessions.get(request.textDocument.uri);
    const result = await session?.check(() => !token.isCancellationRequested);
    if (!result || token.isCancellationRequested) return [];
    const settings = await configuration.settingsFor(request.textDocument.uri);
    const { document } = result;
    const findings = withImported(result.findings, request.context.diagnostics, () =>
      findingsInAllModes(document, settings, service),
    );
    return actionsFor(service, { ...result, findings }, settings, request, profile);
  });
}

function answerQuestions({ connection, service, sessions }: Wiring): void {
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
}

/** Only a client that asked once knows what to make of a notice that modes may have changed. */
function answerModes({ connection, configuration }: Wiring): void {
  let isAsked = false;
  connection.onRequest(MODE_REQUEST, ({ uri }: ModeParams) => {
    isAsked = true;
    return configuration.modeFor(uri);
  });
  configuration.onChange(() => {
    if (isAsked) void connection.sendNotification(MODES_CHANGED);
  });
}

function answerImports({ connection, service, configuration, sessions }: Wiring): void {
  const host = {
    service,
    settingsFor: (uri: string) => configuration.settingsFor(uri),
    openDocument: (uri: string) => sessions.get(uri)?.document(),
    openUris: () => [...sessions.keys()],
  };
  connection.onRequest(IMPORT_REQUEST, (params: ImportParams) => importLog(params, host));
}
