import * as fs from 'node:fs';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { systemReason, type Trouble } from './trouble.js';

/** One thing to read. */
export interface Input {
  /** How the report calls it. */
  readonly file: string;
  /** Absolute path; `undefined` for standard input. */
  readonly path: string | undefined;
  /** True when the user named this very file: then it deserves a word even if it is no driver INF. */
  readonly isNamed: boolean;
}

/** What the operands lead to: inputs sorted by file, each once, and what could not be found. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly troubles: readonly Trouble[];
}

/** Where to search, and what to leave out. */
export interface SearchOptions {
  /** Absolute path that relative operands start from. */
  readonly cwd: string;
  /** Glob patterns, each matched in the folder that is searched and at any depth below. */
  readonly exclude: readonly string[];
  /** File name for standard input. */
  readonly stdinName: string | undefined;
}

const INF_NAME = /\.(?:inf|inx|inf\.in|inx\.in)$/i;
const NEVER = ['**/node_modules/**', '**/.git/**'];

/** Finds the files that the operands of a command mean. */
export async function findInputs(operands: readonly string[], options: SearchOptions): Promise<Inputs> {
  const found = new Map<string, Input>();
  const troubles: Trouble[] = [];
  for (const operand of operands) {
    const result = await findOne(operand, options);
    troubles.push(...result.troubles);
    for (const input of result.inputs) {
      const key = input.path ?? '-';
      if (!found.has(key) || input.isNamed) found.set(key, input);
    }
  }
  const inputs = [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { inputs, troubles };
}

async function findOne(operand: string, options: SearchOptions): Promise<Inputs> {
  if (operand === '-') {
    return { inputs: [{ file: options.stdinName ?? '<stdin>', path: undefined, isNamed: true }], troubles: [] };
  }
  if (operand === '') return nothing('""', 'The path is empty. Name a file or a folder.');
  const whole = path.resolve(options.cwd, operand);
  const pattern = process.platform === 'win32' ? operand.replaceAll('\\', '/') : operand;
  try {
    const stats = fs.statSync(whole);
    if (!stats.isDirectory()) return { inputs: [{ file: operand, path: whole, isNamed: true }], troubles: [] };
    return await search(operand, '**/*', operand, options);
  } catch (error) {
    if (isMissing(error) && isDynamicPattern(pattern)) return searchPattern(operand, pattern, options);
    return nothing(operand, systemReason(error, 'read'));
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function nothing(where: string, what: string): Inputs {
  return { inputs: [], troubles: [{ where, what }] };
}

/** Splits a pattern into the folder in front of its first wildcard and the rest, and searches that folder. */
function searchPattern(operand: string, pattern: string, options: SearchOptions): Promise<Inputs> {
  const parts = pattern.split('/');
  const first = parts.findIndex((part, index) => isDynamicPattern(part) || index === parts.length - 1);
  const folder = parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
  return search(folder, parts.slice(first).join('/'), operand, options);
}

async function search(folder: string, pattern: string, operand: string, options: SearchOptions): Promise<Inputs> {
  const cwd = path.resolve(options.cwd, folder);
  const troubles: Trouble[] = [];
  const readdir = watchedReaddir((failed, error) => {
    if (isMissing(error)) return;
    const where = path.join(folder, path.relative(cwd, failed));
    troubles.push({ where, what: systemReason(error, 'read') });
  });
  const names = await glob(pattern, {
    cwd,
    dot: true,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    expandDirectories: false,
    ignore: [...NEVER, ...options.exclude.flatMap(anywhere)],
    fs: { ...fs, readdir },
  });
  const inputs = names
    .filter((name) => INF_NAME.test(name))
    .map((name) => ({ file: path.join(folder, name), path: path.join(cwd, name), isNamed: false }));
  if (inputs.length === 0 && troubles.length === 0)
    troubles.push({ where: operand, what: emptyReason(operand, folder, names) + excludedReason(options.exclude) });
  return { inputs, troubles };
}

function emptyReason(operand: string, folder: string, names: readonly string[]): string {
  const wanted = '.inf, .inx, .inf.in or .inx.in';
  if (operand === folder)
    return `There is no INF file in this folder or below: no name ends in ${wanted}. Name the file itself if it is called otherwise.`;
  if (names.length === 0)
    return 'No file matches this pattern. Check the path, and quote the pattern if your shell changes it.';
  return `None of the ${String(names.length)} files that match this pattern ends in ${wanted}.`;
}

/** What to look at where patterns may have taken away all there is. */
function excludedReason(patterns: readonly string[]): string {
  if (patterns.length === 0) return '';
  const given = patterns.map((pattern) => `--exclude ${pattern}`).join(' and ');
  return ` What ${given} ${patterns.length === 1 ? 'matches' : 'match'} was left out: check that it is not too much.`;
}

function anywhere(pattern: string): readonly string[] {
  const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  return [bare, `${bare}/**`, `**/${bare}`, `**/${bare}/**`];
}

/** The system's `readdir` that also reports which folders could not be read; the search itself passes over them. */
function watchedReaddir(report: (folder: string, error: unknown) => void): typeof fs.readdir {
  const watched = (folder: string, settings: object, done: (error: unknown, entries: unknown) => void): void => {
    fs.readdir(folder, settings, (error, entries) => {
      if (error) report(folder, error);
      done(error, entries);
    });
  };
  return Object.assign(watched, fs.readdir);
}
