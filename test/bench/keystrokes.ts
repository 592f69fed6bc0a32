import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { generateInf, generateJson, JSON_SCHEMA } from './generate.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Time from a keystroke to its diagnostics, in milliseconds. */
export interface KeystrokeResult {
  readonly name: string;
  readonly bytes: number;
  readonly p50: number;
  readonly p95: number;
  readonly diagnostics: number;
}

/** A server, a document for it, and a place to type at. */
export interface Setup {
  readonly name: string;
  readonly program: string;
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** Text after which the typing happens; its middle-most occurrence is taken. */
  readonly typeAfter: string;
  readonly settings?: object;
}

/** Our server on an INF of that size. */
export function infSetup(bytes: number): Setup {
  return {
    name: 'windows-inf',
    program: process.env['INF_SERVER'] ?? path.join(ROOT, 'dist', 'server.cjs'),
    uri: 'file:///bench/bench.inf',
    languageId: 'windows-inf',
    text: generateInf(bytes),
    typeAfter: 'ParamDesc,,"',
  };
}

/** vscode-json-language-server on a JSON of that size with its schema. */
export function jsonSetup(bytes: number): Setup {
  const manifest = createRequire(import.meta.url).resolve('vscode-langservers-extracted/package.json');
  return {
    name: 'vscode-json-language-server',
    program: path.join(path.dirname(manifest), 'bin', 'vscode-json-language-server'),
    uri: 'file:///bench/bench.json',
    languageId: 'json',
    text: generateJson(bytes),
    typeAfter: '"name": "Example ',
    settings: {
      json: {
        validate: { enable: true },
        schemas: [{ fileMatch: ['*.json'], url: 'bench://schema', schema: JSON_SCHEMA }],
      },
    },
  };
}

/**
 * Types `keystrokes` characters, each removed again, into an open document and pulls the diagnostics after each change,
 * as VS Code does. The first tenth warms up.
 */
export async function measureKeystrokes(setup: Setup, keystrokes: number): Promise<KeystrokeResult> {
  const server = spawn(process.execPath, [setup.program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    answerServer(connection, setup);
    connection.listen();
    await open(connection, setup);
    const position = placeFor(setup);
    const times: number[] = [];
    let diagnostics = 0;
    for (let stroke = 0; stroke < keystrokes; stroke++) {
      const isTyping = stroke % 2 === 0;
      const end = isTyping ? position : { ...position, character: position.character + 1 };
      const started = performance.now();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: setup.uri, version: stroke + 2 },
        contentChanges: [{ range: { start: position, end }, text: isTyping ? 'x' : '' }],
      });
      diagnostics = await pull(connection, setup);
      times.push(performance.now() - started);
    }
    const warm = times.slice(Math.ceil(keystrokes / 10)).sort((a, b) => a - b);
    return { name: setup.name, bytes: setup.text.length, p50: at(warm, 0.5), p95: at(warm, 0.95), diagnostics };
  } finally {
    await connection.sendRequest('shutdown').catch(() => undefined);
    await connection.sendNotification('exit').catch(() => undefined);
    connection.dispose();
    server.kill();
  }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Answers what servers ask of an editor. */
function answerServer(connection: MessageConnection, { settings = {} }: Setup): void {
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section }) => (settings as Record<string, unknown>)[section ?? ''] ?? null),
  );
}

async function open(connection: MessageConnection, setup: Setup): Promise<void> {
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: {}, diagnostics: { refreshSupport: true } },
      textDocument: { synchronization: {}, diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false } },
    },
    initializationOptions: { handledSchemaProtocols: ['file'] },
  });
  await connection.sendNotification('initialized', {});
  if (setup.settings)
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: setup.settings });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: setup.uri, languageId: setup.languageId, version: 1, text: setup.text },
  });
  await pull(connection, setup);
}

async function pull(connection: MessageConnection, { uri }: Setup): Promise<number> {
  const report: { items?: readonly unknown[] } = await connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  if (!report.items) throw new Error('the server did not answer with a full report');
  return report.items.length;
}

/** The place behind the middle-most `typeAfter`. */
function placeFor({ text, typeAfter }: Setup): { line: number; character: number } {
  const found = text.indexOf(typeAfter, text.length / 2);
  if (found < 0) throw new Error('the generated text has no place to type at');
  const offset = found + typeAfter.length;
  const line = text.slice(0, offset).split('\n').length - 1;
  return { line, character: offset - (text.lastIndexOf('\n', offset - 1) + 1) };
}
