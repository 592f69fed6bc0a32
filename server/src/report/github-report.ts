import type { Finding, Severity } from '../engine/types.js';
import type { FileReport } from './file-report.js';
import { reportPlace, ruleLabel } from './place.js';

/** GitHub knows three kinds of annotations. */
const COMMANDS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * The findings of one file as workflow commands of GitHub Actions, one per line: the runner shows them at the lines of the
 * change. Lines and columns are 1-based; GitHub takes columns only where a finding stays on one line.
 */
export function githubReport(report: FileReport): string {
  return report.findings.map((finding) => `${command(report, finding)}\n`).join('');
}

function command({ file, snapshot }: FileReport, finding: Finding): string {
  const { line, column, endLine, endColumn } = reportPlace(snapshot, finding.span);
  const columns = line === endLine ? [`col=${String(column)}`, `endColumn=${String(endColumn)}`] : [];
  const properties = [
    `file=${escapeProperty(file.replaceAll('\\', '/'))}`,
    `line=${String(line)}`,
    `endLine=${String(endLine)}`,
    ...columns,
    `title=${escapeProperty(ruleLabel(finding))}`,
  ];
  return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${escapeData(finding.message)}`;
}

/** Source: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
