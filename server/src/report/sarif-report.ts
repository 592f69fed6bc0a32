import type { ArtifactLocation, Fix as SarifFix, Location, Log, Region, Result, Run } from 'sarif';
import type { Finding, Fix, Severity } from '../engine/types.js';
import type { Mode } from '../language/infverif.js';
import { REPOSITORY } from '../language/project.js';
import type { Rule } from '../rules/rule.js';
import type { Snapshot } from '../text/snapshot.js';
import type { Span } from '../text/span.js';
import type { FileReport } from './file-report.js';
import { fingerprints } from './fingerprint.js';
import { reportPlace } from './place.js';
import { sarifRule } from './sarif-rule.js';

/** Where the schema of the format lies. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Stands for the folder in which the command ran; whoever reads the log says where that is. */
const ROOT = '%SRCROOT%';

/** SARIF's levels. What is less than a warning is a note. */
const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result['level']
>;

/** What a SARIF log is made of besides the reports. */
export interface SarifOptions {
  /** Version of the tool. */
  readonly version: string;
  readonly rules: readonly Rule[];
  /** Pages of the rules as Markdown, by rule name. */
  readonly pages: Readonly<Record<string, string>>;
  /** The mode whose severities the rules are listed with. */
  readonly mode: Mode;
  readonly exitCode: number;
  /** Inputs that could not be checked, and why. */
  readonly troubles: readonly { readonly where: string; readonly what: string }[];
}

/**
 * A SARIF 2.1.0 log with one run. Regions are 1-based and count UTF-16 units; files lie below `%SRCROOT%`; only rules that
 * found something are described. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(reports: readonly FileReport[], options: SarifOptions): string {
  return `${JSON.stringify(sarifLog(reports, options), null, 2)}\n`;
}

/** The same as an object. */
export function sarifLog(reports: readonly FileReport[], options: SarifOptions): Log {
  const found = new Set(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const names = [...found].sort();
  const run: Run = {
    tool: {
      driver: {
        name: 'Windows INF',
        version: options.version,
        semanticVersion: options.version,
        informationUri: REPOSITORY,
        rules: names.map((name) => sarifRule(name, options)),
      },
    },
    invocations: [invocation(options)],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which the command ran.' } } },
    results: reports.flatMap((report) => fileResults(report, names)),
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

function invocation({ exitCode, troubles }: SarifOptions): NonNullable<Run['invocations']>[number] {
  return {
    executionSuccessful: troubles.length === 0,
    exitCode,
    toolExecutionNotifications: troubles.map(({ where, what }) => ({
      level: 'error',
      message: { text: literal(where === '' ? what : `${where}: ${what}`) },
    })),
  };
}

function fileResults(report: FileReport, rules: readonly string[]): readonly Result[] {
  const prints = fingerprints(report.snapshot, report.findings);
  return report.findings.map((finding, index) => result(report, finding, rules, prints[index] ?? ''));
}

function result(report: FileReport, finding: Finding, rules: readonly string[], print: string): Result {
  const { rule, severity, message, infverif, span, related } = finding;
  const fixes = finding.fixes().filter(({ edits }) => edits.length > 0);
  const tags = infverif === undefined ? [] : [`InfVerif ${infverif}`];
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[severity],
    message: { text: literal(message) },
    locations: [place(report, span)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, index) => ({
            id: index + 1,
            ...place(report, one.span),
            message: { text: literal(one.message) },
          })),
        }),
    // GitHub knows a finding again by the first of these, other readers by any.
    partialFingerprints: { primaryLocationLineHash: print, 'infFinding/v1': print },
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => sarifFix(report, fix)) }),
    properties: { tags, severity, ...(infverif === undefined ? {} : { infverif }) },
  };
}

/**
 * Keeps a text from being read as more than text: `{0}` would be a placeholder and `[a](b)` a link. Other braces stay as
 * they are, though the standard wants all of them doubled: the common readers show `{{` as it stands.
 */
function literal(text: string): string {
  return text.replace(/\{(\d{1,9})\}/g, '{{$1}}').replaceAll('](', '] (');
}

function place(report: FileReport, span: Span): Location {
  return { physicalLocation: { artifactLocation: artifact(report), region: region(report.snapshot, span) } };
}

function region(snapshot: Snapshot, span: Span): Region {
  const { line, column, endLine, endColumn } = reportPlace(snapshot, span);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Relative to the root where the file lies below it, else absolute. */
function artifact({ file, snapshot }: FileReport): ArtifactLocation {
  const parts = file
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '.' && part !== '');
  const isBelow = !/^(?:[A-Za-z]:|[\\/])/.test(file) && !parts.includes('..');
  return isBelow ? { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: ROOT } : { uri: snapshot.uri };
}

function sarifFix(report: FileReport, { title, edits }: Fix): SarifFix {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifact(report),
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: region(report.snapshot, span),
          ...(newText === '' ? {} : { insertedContent: { text: newText } }),
        })),
      },
    ],
  };
}
