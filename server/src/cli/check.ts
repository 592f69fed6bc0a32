import { DEFAULT_MODE, MODE_WORDS } from '../config/settings.js';
import type { Severity } from '../engine/types.js';
import { SEVERITIES, addCounts, countAtLeast, countSeverities, type FileReport } from '../report/file-report.js';
import { createReportWriter, REPORT_FORMATS, type ReportFormat, type ReportWriter } from '../report/writers.js';
import type { CommandLine } from './arguments.js';
import { baselineUse } from './baseline-file.js';
import { foreignKind } from './foreign-files.js';
import { chosenRules } from './rule-names.js';
import { EXIT, type Shell } from './shell.js';
import { analyseSource, Sources, type Source } from './sources.js';

/** `inf check PATH…`: reports the findings; the result is the exit code. */
export async function check(line: CommandLine, shell: Shell): Promise<number> {
  const rules = chosenRules(line.values('rule'), shell.service.rules);
  const baseline = await baselineUse(line, shell, rules);
  const writer = reportWriter(line, shell);
  const sources = new Sources(line, shell);
  const totals = new Totals(line);
  for await (const source of sources.read()) {
    const report = baseline.of(source.input, reportOn(source, rules, line, shell));
    totals.add(report);
    await write(writer.file(report), shell);
  }
  const { all, troubles } = sources;
  const summary = totals.summary(troubles);
  if (!baseline.isWriting || formatOf(line) !== 'text') await write(writer.end({ summary, troubles: all }), shell);
  await baseline.finish();
  return summary.exitCode;
}

/** The writer for `--format`, `--fail-on` and `--mode` of a command line. */
export function reportWriter(line: CommandLine, shell: Shell): ReportWriter {
  return createReportWriter(formatOf(line), {
    version: shell.version,
    rules: shell.service.rules,
    pages: shell.pages,
    mode: MODE_WORDS.find((word) => word === line.value('mode')) ?? DEFAULT_MODE,
    failOn: failOnOf(line),
    paint: shell.paint,
  });
}

function formatOf(line: CommandLine): ReportFormat {
  return REPORT_FORMATS.find((one) => one === line.value('format')) ?? 'text';
}

function failOnOf(line: CommandLine): Severity {
  return SEVERITIES.find((severity) => severity === line.value('fail-on')) ?? 'warning';
}

/** Counts what is reported, and decides about the exit code. */
export class Totals {
  readonly #failOn: Severity;
  #counts = countSeverities([]);
  #checked = 0;
  #filesWithFindings = 0;

  constructor(line: CommandLine) {
    this.#failOn = failOnOf(line);
  }

  add({ findings }: FileReport): void {
    this.#checked++;
    if (findings.length > 0) this.#filesWithFindings++;
    this.#counts = addCounts(this.#counts, countSeverities(findings));
  }

  /** @param troubles how many inputs could not be checked */
  summary(troubles: number): Parameters<ReportWriter['end']>[0]['summary'] {
    const counts = this.#counts;
    const failOn = this.#failOn;
    const exitCode = troubles > 0 ? EXIT.trouble : countAtLeast(counts, failOn) > 0 ? EXIT.findings : EXIT.clean;
    return { counts, checked: this.#checked, filesWithFindings: this.#filesWithFindings, troubles, failOn, exitCode };
  }
}

/** Writes a piece of a report, if there is one. */
export async function write(text: string, shell: Shell): Promise<void> {
  if (text !== '') await shell.out(text);
}

function reportOn(source: Source, rules: ReadonlySet<string> | undefined, line: CommandLine, shell: Shell): FileReport {
  const { input, snapshot, settings } = source;
  const document = analyseSource(shell.service, source);
  const kind = foreignKind(document.analysis.model.fileKind);
  const isForPeople = formatOf(line) === 'text';
  if (kind !== undefined && input.isNamed && isForPeople)
    shell.note(`${input.file}: ${kind}: nothing is checked in it.`);
  const findings = shell.service.check(document, settings) ?? [];
  return {
    file: input.file,
    snapshot,
    findings: rules === undefined ? findings : findings.filter((finding) => rules.has(finding.rule)),
  };
}
