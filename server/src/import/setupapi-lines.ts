import type { LogEntry } from './log-entry.js';

/** One line of a text log: how serious it is, what part of SetupAPI wrote it, and what it says. */
interface TextLogLine {
  readonly severity: 'error' | 'warning' | 'info';
  readonly category: string;
  readonly message: string;
}

/** Source: install/format-of-a-text-log-section-body.md */
const LINE = /^(!!!|!|[ \t]|\.)[ \t]*(?:\d\d:\d\d:\d\d\.\d{1,6}[ \t]+)?([a-z]{2,3}|\.\.\.)[ \t]?:[ \t](.*)$/i;

/** `AddReg=Some_AddReg  (some.inf line 98)`. Source: install/calling-setupwritetextloginfline.md */
const INF_LINE = /\(([^()\t]{1,300}\.in[fx]) line (\d{1,7})\)/i;

/** A path in single or double quotes, or behind `InfName -`, `INF path:` and the like. */
const QUOTED_INF = /['"]([^'"\t]{1,300}\.in[fx])['"]/i;
const NAMED_INF = /^inf[ \t]?(?:name|path|file)[ \t]*[-:=][ \t]*\[?([^\t[\]]{1,300}\.in[fx])\]?[ \t]*$/i;

/** `Error 0xe0000101: …` and `Error 3: …` tell more about the line before. Source: install/calling-setupwritetextlogerror.md */
const DETAIL = /^Error:? (?:0x[0-9a-f]{1,8}|\d{1,10}): /i;

/** SetupAPI's codes for faults that InfVerif numbers, too. Source: SetupAPI.h */
const LIKE: readonly { readonly code: RegExp; readonly number: number }[] = [
  { code: /\b(?:0x)?e000000[0-3]\b/i, number: 1002 },
  { code: /\b(?:0x)?e0000101\b/i, number: 1203 },
];

/** What was last said about an INF in the section of the log that is being read. */
interface Context {
  file: string | undefined;
  line: number;
}

/**
 * Reads a setupapi.dev.log or an excerpt: errors and warnings that name an INF, or that the part of SetupAPI which reads INF
 * files wrote after naming one. The line is the last one of that INF that the log shows, 0 where it shows none.
 */
export function readSetupApiLog(lines: readonly string[]): readonly LogEntry[] {
  const found: LogEntry[] = [];
  let context: Context = { file: undefined, line: 0 };
  let isOpen = false;
  for (const text of lines) {
    if (/^[<>]{3}/.test(text)) {
      context = { file: undefined, line: 0 };
      isOpen = false;
      continue;
    }
    const line = readLine(text);
    if (line === undefined) continue;
    const last = found.at(-1);
    if (isOpen && last !== undefined && DETAIL.test(line.message)) {
      found[found.length - 1] = withLike({ ...last, message: `${last.message} ${line.message}` });
      isOpen = false;
      continue;
    }
    const names = follow(context, line.message);
    const isFault = line.severity !== 'info' && !DETAIL.test(line.message);
    isOpen = isFault && context.file !== undefined && (names || line.category === 'inf');
    if (isOpen) found.push(entry(line, context));
  }
  return found;
}

function readLine(text: string): TextLogLine | undefined {
  const match = LINE.exec(text);
  if (!match) return undefined;
  const [, prefix = '', category = '', message = ''] = match;
  const severity = prefix === '!!!' ? 'error' : prefix === '!' ? 'warning' : 'info';
  return { severity, category: category.toLowerCase(), message: message.trim() };
}

/** Takes over the INF that a message names, and its line. */
function follow(context: Context, message: string): boolean {
  const atLine = INF_LINE.exec(message);
  const file = atLine?.[1] ?? QUOTED_INF.exec(message)?.[1] ?? NAMED_INF.exec(message)?.[1];
  if (file === undefined) return false;
  context.file = file;
  context.line = Number(atLine?.[2] ?? 0);
  return true;
}

function entry({ severity, message }: TextLogLine, { file = '', line }: Context): LogEntry {
  return withLike({ file, line, number: undefined, severity, message, tool: 'SetupAPI' });
}

function withLike(entry: LogEntry): LogEntry {
  const like = LIKE.find(({ code }) => code.test(entry.message))?.number;
  return like === undefined ? entry : { ...entry, like };
}
