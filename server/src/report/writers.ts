import type { Severity } from '../engine/types.js';
import type { FileReport } from './file-report.js';
import { githubReport } from './github-report.js';
import { jsonArray, jsonFindings, type JsonFinding } from './json-report.js';
import { junitReport } from './junit-report.js';
import { msbuildReport } from './msbuild-report.js';
import { plain, type Paint } from './paint.js';
import { sarifReport } from './sarif-report.js';
import type { RuleBook } from './sarif-rule.js';
import { summaryText, textReport, type Summary } from './text-report.js';

/** The forms in which findings are reported. */
export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'msbuild', 'junit'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a report needs to know from the start. */
export interface ReportOptions extends RuleBook {
  readonly version: string;
  readonly failOn: Severity;
  /** Colours for people; forms for programs have none. */
  readonly paint: Paint;
}

/** How a run ended. */
export interface ReportEnd {
  readonly summary: Summary;
  /** Inputs that could not be checked, and why. */
  readonly troubles: readonly { readonly where: string; readonly what: string }[];
}

/** Writes one report, piece by piece; an empty piece means that nothing is to be written yet. */
export interface ReportWriter {
  file(report: FileReport): string;
  end(end: ReportEnd): string;
}

/** Starts a report. Forms that are one document keep the findings until the end; the others tell them file by file. */
export function createReportWriter(format: ReportFormat, options: ReportOptions): ReportWriter {
  switch (format) {
    case 'text':
      return {
        file: (report) => textReport(report, options.paint),
        end: ({ summary }) => summaryText(summary, options.paint),
      };
    case 'json':
      return jsonWriter();
    case 'github':
      return { file: githubReport, end: ({ summary }) => summaryText(summary, plain) };
    case 'msbuild':
      return { file: msbuildReport, end: ({ summary }) => summaryText(summary, plain) };
    case 'sarif':
      return wholeWriter((reports, { summary: { exitCode }, troubles }) =>
        sarifReport(reports, { ...options, exitCode, troubles }),
      );
    case 'junit':
      return wholeWriter((reports, { troubles }) => junitReport(reports, { failOn: options.failOn, troubles }));
  }
}

function jsonWriter(): ReportWriter {
  const records: JsonFinding[] = [];
  return {
    file(report) {
      for (const record of jsonFindings(report)) records.push(record);
      return '';
    },
    end: () => jsonArray(records),
  };
}

function wholeWriter(whole: (reports: readonly FileReport[], end: ReportEnd) => string): ReportWriter {
  const reports: FileReport[] = [];
  return {
    file(report) {
      reports.push(report);
      return '';
    },
    end: (end) => whole(reports, end),
  };
}
