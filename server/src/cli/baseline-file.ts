import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  baselineEntries,
  baselineText,
  parseBaseline,
  withoutKnown,
  type Baseline,
  type BaselineEntry,
} from '../report/baseline.js';
import { counted } from '../report/columns.js';
import type { FileReport } from '../report/file-report.js';
import type { CommandLine } from './arguments.js';
import type { Shell } from './shell.js';
import type { Input } from './inputs.js';
import { systemReason, UsageError } from './trouble.js';

/** What `--baseline` and `--write-baseline` do to a run of `inf check`. */
export interface BaselineUse {
  /** Findings are written down instead of reported, so a summary would say nothing true. */
  readonly isWriting: boolean;
  /** What is left to report of a file. */
  of(input: Input, report: FileReport): FileReport;
  /** Writes what there is to write, and says what there is to say. */
  finish(): Promise<void>;
}

/**
 * Reads the options about baselines.
 * @throws UsageError when both are given, or the baseline cannot be read
 */
export async function baselineUse(
  line: CommandLine,
  shell: Shell,
  rules: ReadonlySet<string> | undefined,
): Promise<BaselineUse> {
  const from = line.value('baseline');
  const to = line.value('write-baseline');
  if (from !== undefined && to !== undefined) {
    throw new UsageError(
      '--baseline and --write-baseline exclude each other: check against the old one, or write a new one.',
    );
  }
  if (from !== undefined) return subtracting(from, await readBaseline(from, shell.cwd), shell, rules);
  if (to !== undefined) return collecting(to, shell);
  return { isWriting: false, of: (_input, report) => report, finish: () => Promise.resolve() };
}

async function readBaseline(file: string, cwd: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    throw new UsageError(`--baseline ${file}: ${systemReason(error, 'read')} inf check --write-baseline writes one.`);
  }
  const baseline = parseBaseline(text);
  if (typeof baseline === 'string') throw new UsageError(`--baseline ${file}: ${baseline}`);
  return baseline;
}

function subtracting(
  file: string,
  baseline: Baseline,
  shell: Shell,
  rules: ReadonlySet<string> | undefined,
): BaselineUse {
  let known = 0;
  let resolved = 0;
  return {
    isWriting: false,
    of(input, report) {
      const entries = baseline.get(nameIn(file, input, shell.cwd)) ?? [];
      const outcome = withoutKnown(report, entries, (rule) => rules?.has(rule) ?? true);
      known += outcome.known;
      resolved += outcome.resolved;
      return { ...report, findings: outcome.findings };
    },
    finish() {
      if (known > 0) shell.note(`${file}: ${counted(known, 'known finding')} not reported.`);
      if (resolved > 0) {
        const are = resolved === 1 ? 'is' : 'are';
        shell.note(
          `${file}: ${counted(resolved, 'known finding')} ${are} resolved. Write the baseline anew with --write-baseline, so that what was mended cannot come back.`,
        );
      }
      return Promise.resolve();
    },
  };
}

function collecting(file: string, shell: Shell): BaselineUse {
  const baseline = new Map<string, readonly BaselineEntry[]>();
  let count = 0;
  return {
    isWriting: true,
    of(input, report) {
      baseline.set(nameIn(file, input, shell.cwd), baselineEntries(report));
      count += report.findings.length;
      return { ...report, findings: [] };
    },
    async finish() {
      try {
        await writeFile(path.resolve(shell.cwd, file), baselineText(baseline));
      } catch (error) {
        throw new UsageError(`--write-baseline ${file}: ${systemReason(error, 'written')}`);
      }
      shell.note(`${file}: ${counted(count, 'finding')} written as known.`);
    },
  };
}

/** How a baseline calls a file: from the folder of the baseline on, so that it does not matter where the command runs. */
function nameIn(baseline: string, input: Input, cwd: string): string {
  if (input.path === undefined) return input.file;
  const folder = path.dirname(path.resolve(cwd, baseline));
  return path.relative(folder, input.path).split(path.sep).join('/');
}
