import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { importEntries, modesFrom } from '../import/import-entries.js';
import { baseName, type LogEntry } from '../import/log-entry.js';
import { matchFile } from '../import/match-file.js';
import { parseLog } from '../import/parse-log.js';
import { counted, printable } from '../report/columns.js';
import type { FileReport } from '../report/file-report.js';
import { decode } from '../text/decode.js';
import type { CommandLine } from './arguments.js';
import { reportWriter, Totals, write } from './check.js';
import type { Input } from './inputs.js';
import { readStream } from './read-bytes.js';
import type { Shell } from './shell.js';
import { analyseSource, Sources, type Source } from './sources.js';
import { systemReason, UsageError } from './trouble.js';

/** `inf import LOG`: shows the messages of a log about INF files at their lines; the result is the exit code. */
export async function importLog(line: CommandLine, shell: Shell): Promise<number> {
  const log = line.operands[0] ?? '';
  const entries = parseLog(decode(await readLog(log, shell), 'windows-1252').text);
  if (entries.length === 0) {
    throw new UsageError(
      `${log}: No message about an INF file stands in it. Known are the forms of InfVerif, MSBuild, Partner Center and setupapi.dev.log.`,
    );
  }
  const writer = reportWriter(line, shell);
  const totals = new Totals(line);
  const root = line.value('root') ?? '.';
  const sources = new Sources({ ...line, operands: [root] }, shell);
  let about: ReadonlyMap<string, readonly LogEntry[]> = new Map();
  const choose = (inputs: readonly Input[]): readonly Input[] => {
    about = entriesByFile(entries, inputs);
    return inputs.filter(({ file }) => about.has(file));
  };
  for await (const source of sources.read(choose)) {
    const report = reportOn(source, about.get(source.input.file) ?? [], shell);
    totals.add(report);
    await write(writer.file(report), shell);
  }
  if (about.size === 0 && sources.troubles === 0) sources.tell({ where: root, what: noneFound(entries) });
  else tellMissing(entries, about, root, shell);
  const summary = totals.summary(sources.troubles);
  await write(writer.end({ summary, troubles: sources.all }), shell);
  return summary.exitCode;
}

async function readLog(log: string, { cwd, stdin }: Shell): Promise<Uint8Array> {
  if (log === '-') {
    const read = await readStream('<stdin>', stdin);
    return read.ok ? read.value : new Uint8Array();
  }
  try {
    return await readFile(path.resolve(cwd, log));
  } catch (error) {
    throw new UsageError(`${log}: ${systemReason(error, 'read')}`);
  }
}

function entriesByFile(
  entries: readonly LogEntry[],
  inputs: readonly Input[],
): ReadonlyMap<string, readonly LogEntry[]> {
  const files = inputs.map(({ file }) => file);
  const found = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const file = matchFile(entry.file, files);
    if (file === undefined) continue;
    const others = found.get(file);
    if (others) others.push(entry);
    else found.set(file, [entry]);
  }
  return found;
}

function reportOn(source: Source, entries: readonly LogEntry[], { service }: Shell): FileReport {
  const { input, snapshot, settings } = source;
  const document = analyseSource(service, source);
  const findings = modesFrom(settings.mode).flatMap((mode) => service.check(document, { ...settings, mode }) ?? []);
  const target = { cst: document.analysis.model.cst, findings, rules: service.rules };
  return { file: input.file, snapshot, findings: importEntries(entries, target) };
}

function noneFound(entries: readonly LogEntry[]): string {
  const names = [...new Set(entries.map(({ file }) => baseName(file)))];
  return `None of the files that the log is about is here or below: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}. Name their folder with --root.`;
}

function tellMissing(
  entries: readonly LogEntry[],
  about: ReadonlyMap<string, readonly LogEntry[]>,
  root: string,
  shell: Shell,
): void {
  const shown = new Set([...about.values()].flat());
  const missing = new Map<string, number>();
  for (const entry of entries) {
    if (shown.has(entry)) continue;
    const name = baseName(entry.file);
    missing.set(name, (missing.get(name) ?? 0) + 1);
  }
  for (const [name, count] of missing)
    shell.note(`${printable(name)}: not below ${root}; ${counted(count, 'message')} left out.`);
}
