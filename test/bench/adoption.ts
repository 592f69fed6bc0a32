import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generateInf } from './generate.js';

const CLI = path.resolve(import.meta.dirname, '../../../dist/cli.cjs');
const FILES = 300;
/** Sizes of the generated files, in turn: most INFs are small, some are not. */
const SIZES = [3_000, 4_000, 6_000, 12_000, 40_000];

/** What a first look at a folder costs, in milliseconds: medians of whole processes. */
export interface AdoptionResult {
  readonly files: number;
  readonly checkMs: number;
  /** The same program, asked for its version only. */
  readonly startMs: number;
}

/** Runs `inf check` on a folder of 300 INF files as a process of its own; its text report is written, but not shown. */
export function measureAdoption(runs: number): AdoptionResult {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'windows-inf-bench-'));
  try {
    for (let n = 0; n < FILES; n++) {
      const own = path.join(folder, `driver${String(n)}`);
      mkdirSync(own, { recursive: true });
      writeFileSync(path.join(own, 'driver.inf'), generateInf(SIZES[n % SIZES.length] ?? 4_000));
    }
    return {
      files: FILES,
      checkMs: medianOf(runs, [CLI, 'check', folder]),
      startMs: medianOf(runs, [CLI, '--version']),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function medianOf(runs: number, args: readonly string[]): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    const { status, error } = spawnSync(process.execPath, args, { maxBuffer: 1 << 28 });
    if (error !== undefined) throw error;
    if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${String(status)}`);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return times[runs >> 1] ?? Number.NaN;
}
