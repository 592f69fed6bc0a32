import { SEVERITIES, addCounts, countAtLeast, countSeverities, type FileReport } from '../report/file-report.js';
import { jsonArray, jsonFindings, type JsonFinding } from '../report/json-report.js';
import { summaryText, textReport } from '../report/text-report.js';
import type { CommandLine } from './arguments.js';
import { foreignKind } from './foreign-files.js';
import { chosenRules } from './rule-names.js';
import { EXIT, type Shell } from './shell.js';
import { analyseSource, Sources, type Source } from './sources.js';

/** `inf check PATH…`: reports the findings; the result is the exit code. */
export async function check(line: CommandLine, shell: Shell): Promise<number> {
  const rules = chosenRules(line.values('rule'), shell.service.rules);
  const failOn = SEVERITIES.find((severity) => severity === line.value('fail-on')) ?? 'warning';
  const isJson = line.value('format') === 'json';
  const sources = new Sources(line, shell);
  const records: JsonFinding[] = [];
  let counts = countSeverities([]);
  let checked = 0;
  let filesWithFindings = 0;
  for await (const source of sources.read()) {
    const report = reportOn(source, rules, shell, isJson);
    checked++;
    if (report.findings.length > 0) filesWithFindings++;
    counts = addCounts(counts, countSeverities(report.findings));
    if (isJson) for (const record of jsonFindings(report)) records.push(record);
    else await writeReport(report, shell);
  }
  const { troubles } = sources;
  const exitCode = troubles > 0 ? EXIT.trouble : countAtLeast(counts, failOn) > 0 ? EXIT.findings : EXIT.clean;
  const summary = { counts, checked, filesWithFindings, troubles, failOn, exitCode };
  await shell.out(isJson ? jsonArray(records) : summaryText(summary, shell.paint));
  return exitCode;
}

async function writeReport(report: FileReport, shell: Shell): Promise<void> {
  const text = textReport(report, shell.paint);
  if (text !== '') await shell.out(text);
}

function reportOn(source: Source, rules: ReadonlySet<string> | undefined, shell: Shell, isJson: boolean): FileReport {
  const { input, snapshot, settings } = source;
  const document = analyseSource(shell.service, source);
  const kind = foreignKind(document.analysis.model.fileKind);
  if (kind !== undefined && input.isNamed && !isJson) shell.note(`${input.file}: ${kind}: nothing is checked in it.`);
  const findings = shell.service.check(document, settings) ?? [];
  return {
    file: input.file,
    snapshot,
    findings: rules === undefined ? findings : findings.filter((finding) => rules.has(finding.rule)),
  };
}
