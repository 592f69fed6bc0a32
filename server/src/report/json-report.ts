import type { Finding, Severity } from '../engine/types.js';
import type { SetupApiReading } from '../model/setupapi-reading.js';
import { placeAt } from '../text/snapshot.js';
import type { FileReport } from './file-report.js';

/** One finding of `inf check --format json`. Lines and columns are 1-based; columns count UTF-16 units; the end is exclusive. */
export interface JsonFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly infverif: number | null;
  readonly severity: Severity;
  readonly message: string;
  /** Titles of the fixes. */
  readonly fixes: readonly string[];
}

/** The findings of one file as plain records. */
export function jsonFindings(report: FileReport): readonly JsonFinding[] {
  return report.findings.map((finding) => jsonFinding(report, finding));
}

function jsonFinding({ file, snapshot }: FileReport, finding: Finding): JsonFinding {
  const start = placeAt(snapshot, finding.span.start);
  const end = placeAt(snapshot, finding.span.end);
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    rule: finding.rule,
    infverif: finding.infverif ?? null,
    severity: finding.severity,
    message: finding.message,
    fixes: finding.fixes().map((fix) => fix.title),
  };
}

/** A JSON array with one record per line: a whole document for programs, and still good to read, `grep` and compare. */
export function jsonArray(records: readonly object[]): string {
  if (records.length === 0) return '[]\n';
  return `[\n${records.map((record) => `  ${JSON.stringify(record)}`).join(',\n')}\n]\n`;
}

/** `{"sections":[{"name","lines":[{"line","key","fields"}]}]}`, with one line of text per line of the INF. */
export function jsonReading(reading: SetupApiReading): string {
  if (reading.sections.length === 0) return '{"sections":[]}\n';
  const sections = reading.sections.map(({ name, lines }) => {
    const records = lines.map((line) => `\n      ${JSON.stringify(line)}`).join(',');
    return `\n    {"name":${JSON.stringify(name)},"lines":[${records}${records === '' ? '' : '\n    '}]}`;
  });
  return `{\n  "sections":[${sections.join(',')}\n  ]\n}\n`;
}
