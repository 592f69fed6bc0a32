import type { Finding, Severity } from '../engine/types.js';
import { printable } from './columns.js';
import type { FileReport } from './file-report.js';
import { reportPlace } from './place.js';

/** MSBuild counts what is called an error or a warning; anything else is text in its log. */
const CATEGORIES = {
  error: 'error',
  warning: 'warning',
  info: 'message',
  hint: 'message',
} as const satisfies Record<Severity, string>;

/**
 * The findings of one file in the form that MSBuild and Visual Studio read, one per line:
 * `driver.inf(12,8,12,20): error INF1203: Message. [some-rule]`. Lines and columns are 1-based. The code is InfVerif's
 * number, else the rule. Source: https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks
 */
export function msbuildReport(report: FileReport): string {
  return report.findings.map((finding) => `${messageLine(report, finding)}\n`).join('');
}

function messageLine({ file, snapshot }: FileReport, finding: Finding): string {
  const { line, column, endLine, endColumn } = reportPlace(snapshot, finding.span);
  const { rule, infverif, severity, message } = finding;
  const code = infverif === undefined ? rule : `INF${String(infverif)}`;
  const place = [line, column, endLine, endColumn].join(',');
  return `${printable(file)}(${place}): ${CATEGORIES[severity]} ${code}: ${printable(message)} [${rule}]`;
}
