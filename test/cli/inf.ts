import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonFinding } from '../../server/src/report/json-report.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The bundled command line; INF_CLI names another one. */
export const CLI = process.env['INF_CLI'] ?? path.join(ROOT, 'dist', 'cli.cjs');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly bytes: Buffer;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly cli?: string;
}

/** Runs `inf` to its end. */
export function inf(args: readonly string[], { cwd, input, env = {}, uid, cli = CLI }: RunOptions): Promise<Run> {
  const bare = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:NO_COLOR|FORCE_COLOR)$/.test(name)),
  );
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { ...bare, ...env },
    stdio: 'pipe',
    ...(uid === undefined ? {} : { uid }),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  // A command that does not read its input closes it early.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const bytes = Buffer.concat(out);
      resolve({ code, out: bytes.toString('utf8'), bytes, err: Buffer.concat(err).toString('utf8') });
    });
  });
}

/** A temporary folder with files in it. */
export interface Folder {
  readonly path: string;
  at(name: string): string;
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

/** Makes a temporary folder with these files (a text is written as UTF-8). */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'inf-cli-')));
  const made: Folder = {
    path: root,
    at: (name) => path.join(root, name),
    write(name, content) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [name, content] of Object.entries(files)) made.write(name, content);
  return made;
}

/** The records of `inf check --format json`. */
export function findingsOf(run: Run): readonly JsonFinding[] {
  return JSON.parse(run.out) as readonly JsonFinding[];
}

/** Non-empty lines. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
