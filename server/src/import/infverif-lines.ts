import type { LogEntry } from './log-entry.js';

/**
 * `ERROR(1203) in C:\x\d.inf, line 50: …`, also `WARN (2083) …` and `…, line 98, target OS NTamd64.6.1: …`: InfVerif itself.
 * `Error 1199 in d.inf, line 0 : …`: the Hardware Dev Center.
 */
const NUMBER_FIRST =
  /\b(error|warning|warn|info)[ \t]*\(?[ \t]*(\d{3,5})[ \t]*\)?[ \t]+in[ \t]+([^\t]+?),[ \t]*line[ \t]+(\d{1,7})(?:,[ \t]*target OS[ \t]+[^:\t]{1,200})?[ \t]*:[ \t]*(.*)$/i;

/** `d.inf(50-50): error 1203: …`, `1>d.inf : error 1420: …`: MSBuild. The project may follow in brackets. */
const FILE_FIRST =
  /^(?:[ \t]*\d{1,4}>)?[ \t]*([^\t]*?\.(?:inf|inx|in))[ \t]*(?:\((\d{1,7})(?:[-,]\d{1,7}){0,3}\))?[ \t]*:[ \t]*(error|warning|info|message)[ \t]+(?:INF)?(\d{3,5})[ \t]*:[ \t]*(.*)$/i;

const PROJECT = /[ \t]*\[[^\]]{1,500}\.(?:vcxproj|csproj|proj|sln)(?:::[^\]]{1,200})?\]$/i;

/** Reads one line of InfVerif's, MSBuild's or the Hardware Dev Center's; `undefined` for any other line. */
export function readInfVerifLine(text: string): LogEntry | undefined {
  const byFile = FILE_FIRST.exec(text);
  if (byFile) {
    const [, file = '', line = '0', severity = '', number = '', message = ''] = byFile;
    return entry(file, line, number, severity, message.replace(PROJECT, ''));
  }
  const byNumber = NUMBER_FIRST.exec(text);
  if (!byNumber) return undefined;
  const [, severity = '', number = '', file = '', line = '0', message = ''] = byNumber;
  return entry(file, line, number, severity, message);
}

function entry(file: string, line: string, number: string, severity: string, message: string): LogEntry {
  return {
    file: file.trim().replace(/^["']|["']$/g, ''),
    line: Number(line),
    number: Number(number),
    severity: severityOf(severity),
    message: message.trim(),
    tool: 'InfVerif',
  };
}

function severityOf(word: string): LogEntry['severity'] {
  const folded = word.toLowerCase();
  return folded === 'error' ? 'error' : folded.startsWith('warn') ? 'warning' : 'info';
}
