import type { Finding, Severity } from '../engine/types.js';
import type { Snapshot } from '../text/snapshot.js';

/** What was found in one file. */
export interface FileReport {
  /** As the user would write it: relative to where the command runs, or as it was given. */
  readonly file: string;
  readonly snapshot: Snapshot;
  /** Sorted by position and then by rule. */
  readonly findings: readonly Finding[];
}

export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];

/** How many findings there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** Counts findings by severity. */
export function countSeverities(findings: Iterable<Finding>): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** Adds two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info, hint: a.hint + b.hint };
}

/** How many findings are as bad as `severity` or worse. */
export function countAtLeast(counts: Counts, severity: Severity): number {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1).reduce((sum, one) => sum + counts[one], 0);
}
