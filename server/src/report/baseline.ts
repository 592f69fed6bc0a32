import type { Finding } from '../engine/types.js';
import type { FileReport } from './file-report.js';
import { identityKey, identityOf, type Identity } from './fingerprint.js';

/** Findings that say the same of lines that read the same, and how many there are. */
export interface BaselineEntry extends Identity {
  readonly count: number;
}

/** What was accepted: entries by file, as the baseline names files. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

const VERSION = 1;

/** The entries of one file, sorted. */
export function baselineEntries({ snapshot, findings }: FileReport): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const identity = identityOf(snapshot, finding);
    const key = identityKey(identity);
    entries.set(key, { ...identity, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return sorted([...entries.entries()]).map(([, entry]) => entry);
}

/** A baseline as the text of its file: the same findings give the same text, one line per entry. */
export function baselineText(baseline: Baseline): string {
  const files = sorted([...baseline]).filter(([, entries]) => entries.length > 0);
  const inner = files.map(([file, entries]) => {
    const lines = entries.map((entry) => `      ${JSON.stringify(plainEntry(entry))}`);
    return `    ${JSON.stringify(file)}: [\n${lines.join(',\n')}\n    ]`;
  });
  const body = inner.length === 0 ? '{}' : `{\n${inner.join(',\n')}\n  }`;
  return `{\n  "version": ${String(VERSION)},\n  "files": ${body}\n}\n`;
}

function plainEntry({ rule, messageId, line, count }: BaselineEntry): object {
  return { rule, message: messageId, line, ...(count === 1 ? {} : { count }) };
}

function sorted<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Reads the text of a baseline file. The answer is a sentence that says what is wrong with it where it cannot be used. */
export function parseBaseline(text: string): Baseline | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return `It is no JSON: ${error instanceof Error ? error.message : String(error)}.`;
  }
  if (!isRecord(value) || !isRecord(value['files'])) return 'It is no baseline: it has no "files".';
  if (value['version'] !== VERSION) return `Its version is not ${String(VERSION)}, the only one that is known.`;
  const baseline = new Map<string, readonly BaselineEntry[]>();
  for (const [file, entries] of Object.entries(value['files'])) {
    const read = Array.isArray(entries) ? entries.map(readEntry) : [undefined];
    const good = read.filter((entry) => entry !== undefined);
    if (good.length < read.length) return `An entry of "${file}" has not the form {"rule","message","line","count"}.`;
    baseline.set(file, good);
  }
  return baseline;
}

function readEntry(value: unknown): BaselineEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { rule, message, line, count = 1 } = value;
  if (typeof rule !== 'string' || typeof message !== 'string' || typeof line !== 'string') return undefined;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return undefined;
  return { rule, messageId: message, line, count };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a baseline leaves of a file. */
export interface BaselineOutcome {
  /** Those that the baseline does not have. */
  readonly findings: readonly Finding[];
  /** How many it has. */
  readonly known: number;
  /** How many it has that are no longer there. */
  readonly resolved: number;
}

/**
 * Takes away the findings that the baseline has. Where a line stands does not matter; of several equal findings as many are
 * known as were counted. `concerns`: tells of which rules findings were wanted, for the others cannot be resolved.
 */
export function withoutKnown(
  report: FileReport,
  entries: readonly BaselineEntry[],
  concerns: (rule: string) => boolean,
): BaselineOutcome {
  const left = new Map<string, number>();
  for (const entry of entries) {
    if (concerns(entry.rule)) left.set(identityKey(entry), (left.get(identityKey(entry)) ?? 0) + entry.count);
  }
  const findings = report.findings.filter((finding) => {
    const key = identityKey(identityOf(report.snapshot, finding));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const resolved = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { findings, known: report.findings.length - findings.length, resolved };
}
