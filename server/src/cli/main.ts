#!/usr/bin/env node
import { createInfService } from '../index.js';
import { printable } from '../report/columns.js';
import { plain } from '../report/paint.js';
import { run } from './run.js';
import { EXIT, terminalPaint, wantsColour, writeAll, type Shell } from './shell.js';

/** Put in by the bundler: Markdown of docs/rules by rule name, and the version in package.json. */
declare const INF_RULE_PAGES: Readonly<Record<string, string>>;
declare const INF_VERSION: string;

function createShell(): Shell {
  const { stdout, stderr, env } = process;
  const errorPaint = wantsColour(stderr.isTTY, env) ? terminalPaint : plain;
  const label = errorPaint('error', 'inf:');
  return {
    service: createInfService(),
    cwd: process.cwd(),
    version: INF_VERSION,
    pages: INF_RULE_PAGES,
    get stdin() {
      return process.stdin;
    },
    paint: wantsColour(stdout.isTTY, env) ? terminalPaint : plain,
    columns: stdout.isTTY ? stdout.columns : 100,
    now: () => Date.now(),
    out: (data) => writeAll(stdout, data),
    note: (text) => void stderr.write(`${text}\n`),
    trouble: ({ where, what }) =>
      void stderr.write(`${label} ${where === '' ? '' : `${printable(where)}: `}${printable(what)}\n`),
  };
}

/** A reader that has gone (`inf check . | head`) is no fault: the rest is not written, the exit code stays the true one. */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

async function main(): Promise<void> {
  ignoreClosedPipes();
  try {
    process.exitCode = await run(process.argv.slice(2), createShell());
  } catch (error) {
    process.stderr.write(
      `inf: internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = EXIT.trouble;
  }
}

void main();
