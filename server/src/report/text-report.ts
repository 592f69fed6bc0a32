import type { Finding, Severity } from '../engine/types.js';
import { placeAt, type Snapshot } from '../text/snapshot.js';
import { codeFrame } from './code-frame.js';
import { counted, printable } from './columns.js';
import { countAtLeast, SEVERITIES, type Counts, type FileReport } from './file-report.js';
import type { Paint } from './paint.js';

/**
 * The findings of one file for people, each with the marked source and the fixes below it, these with the names of their
 * actions; empty without findings. Lines and columns are 1-based.
 */
export function textReport(report: FileReport, paint: Paint): string {
  return report.findings.map((finding) => `${findingText(report, finding, paint)}\n`).join('');
}

function findingText(report: FileReport, finding: Finding, paint: Paint): string {
  const { snapshot } = report;
  const number = finding.infverif === undefined ? '' : ` (InfVerif ${String(finding.infverif)})`;
  const lines = [
    `${placeText(report.file, snapshot, finding.span.start, paint)} ${paint(finding.severity, finding.severity)} ` +
      `${printable(finding.message)} ${paint('dim', `[${finding.rule}]${number}`)}`,
    ...codeFrame(snapshot, finding.span, finding.severity, paint).map((line) => `  ${line}`),
    ...finding.related.map(
      (one) =>
        `  ${paint('dim', 'see')} ${placeText(report.file, snapshot, one.span.start, paint)} ${printable(one.message)}`,
    ),
    ...fixLines(finding, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function placeText(file: string, snapshot: Snapshot, offset: number, paint: Paint): string {
  const { line, character } = placeAt(snapshot, offset);
  return paint('place', `${file}:${String(line + 1)}:${String(character + 1)}:`);
}

function fixLines(finding: Finding, paint: Paint): readonly string[] {
  return finding
    .fixes()
    .map(({ action, title }) => `  ${paint('good', 'fix')} ${printable(title)} ${paint('dim', `[${action}]`)}`);
}

/** What the summary is made of. */
export interface Summary {
  readonly counts: Counts;
  /** Files that were checked. */
  readonly checked: number;
  readonly filesWithFindings: number;
  /** Inputs that could not be checked. */
  readonly troubles: number;
  readonly failOn: Severity;
  readonly exitCode: number;
}

/** The last line of a text report: how much was found, and why the command ends with the exit code that it has. */
export function summaryText(summary: Summary, paint: Paint): string {
  const { counts, checked } = summary;
  const total = countAtLeast(counts, 'hint');
  const files = counted(checked, 'file');
  const style =
    summary.exitCode === 0 ? 'good' : total > 0 && countAtLeast(counts, 'warning') > 0 ? 'error' : 'heading';
  const found =
    total === 0
      ? `No findings in ${files}.`
      : `${SEVERITIES.filter((one) => counts[one] > 0)
          .map((one) => countedSeverity(counts[one], one))
          .join(', ')} in ` + `${String(summary.filesWithFindings)} of ${files}.`;
  return `${paint(style, found)} ${paint('dim', exitReason(summary))}\n`;
}

function countedSeverity(count: number, severity: Severity): string {
  return severity === 'info' ? `${String(count)} info` : counted(count, severity);
}

function exitReason({ exitCode, troubles, counts, failOn }: Summary): string {
  if (exitCode === 2) return `Exit code 2: ${counted(troubles, 'input')} could not be checked.`;
  const failing = countAtLeast(counts, failOn);
  const limit = failOn === 'error' ? 'an error' : failOn === 'warning' ? 'a warning or worse' : `${failOn} or worse`;
  if (exitCode === 1) return `Exit code 1: ${counted(failing, 'finding')} ${failing === 1 ? 'is' : 'are'} ${limit}.`;
  return countAtLeast(counts, 'hint') === 0 ? 'Exit code 0.' : `Exit code 0: nothing is ${limit}.`;
}
