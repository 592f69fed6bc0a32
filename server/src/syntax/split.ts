import { CHAR, isBlank, backslashRun, endOfLine, skipBlanks } from './characters.js';

/** Where the blocks of a text start, and where SetupAPI stops to read. */
export interface Split {
  /** First offset of every block; the first is 0. A block reaches to the next start, the last one to the end of the text. */
  readonly starts: readonly number[];
  /** Offset of a Ctrl+Z (U+001A), else the length of the text. */
  readonly end: number;
}

/**
 * Cuts a text at its section headers. A line that starts with `[` is a header unless the line before it continues.
 * Indentation belongs to the header's block; comments above a header belong to the block before it.
 */
export function split(text: string): Split {
  const end = endOfReading(text, 0);
  const starts = [0];
  const first = findFirstHeader(text, end);
  if (first < end) splitSections(text, first, end, starts);
  return { starts, end };
}

/** Offset of the first Ctrl+Z (U+001A) at or after `from`, where SetupAPI stops to read; else the length of the text. */
export function endOfReading(text: string, from: number): number {
  const stop = text.indexOf('\u001a', from);
  return stop < 0 ? text.length : stop;
}

/**
 * Adds the start of every header from `from` up to `end` to `starts`.
 * @param from start of a line that is a header
 * @returns whether the last line continues, so that what follows at `end` is no header whatever it looks like
 */
export function splitSections(text: string, from: number, end: number, starts: number[]): boolean {
  starts.push(from);
  let at = afterLine(text, from, end);
  const seen = { backslash: 0, semicolon: 0 };
  let continued = false;
  while (at < end) {
    const line = at;
    at = afterLine(text, at, end);
    if (!continued && startsHeader(text, line, at)) starts.push(line);
    else continued = continues(text, line, at, seen);
  }
  return continued;
}

/**
 * Start of block 1. Before the first header SetupAPI knows comments only, so that a `[` opens a section wherever it
 * stands: `x [Version]`.
 */
function findFirstHeader(text: string, end: number): number {
  let at = 0;
  let indentation = 0;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === CHAR.openBracket) return indentation;
    if (code === CHAR.semicolon) at = endOfLine(text, at, end);
    else at++;
    if (!isBlank(code)) indentation = at;
  }
  return end;
}

function afterLine(text: string, at: number, end: number): number {
  const lineFeed = text.indexOf('\n', at);
  return lineFeed < 0 || lineFeed >= end ? end : lineFeed + 1;
}

/** Tells whether the line from `line` to `end` begins with `[`, blanks aside. */
export function startsHeader(text: string, line: number, end: number): boolean {
  const code = text.charCodeAt(line);
  if (code === CHAR.openBracket) return true;
  return isBlank(code) && text.charCodeAt(skipBlanks(text, line, end)) === CHAR.openBracket;
}

/**
 * Tells whether the physical line from `line` to `end` is continued by the next. `seen` remembers the next backslash and
 * semicolon of the text: a line without a backslash costs nothing, one that neither ends in a backslash nor holds a
 * comment next to nothing.
 */
function continues(text: string, line: number, end: number, seen: { backslash: number; semicolon: number }): boolean {
  if (seen.backslash < line) seen.backslash = nextOf(text, '\\', line);
  if (seen.backslash >= end) return false;
  if (seen.semicolon < line) seen.semicolon = nextOf(text, ';', line);
  if (seen.semicolon >= end && !endsInBackslash(text, line, end)) return false;
  return endsInContinuation(text, line, end);
}

function nextOf(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}

/** Tells whether the last character of a line is a backslash, blanks and the line end aside. */
function endsInBackslash(text: string, line: number, end: number): boolean {
  let last = end - 1;
  if (text.charCodeAt(last) === CHAR.lineFeed) last--;
  while (last > line && isBlank(text.charCodeAt(last))) last--;
  return text.charCodeAt(last) === CHAR.backslash;
}

function endsInContinuation(text: string, line: number, end: number): boolean {
  let quoted = false;
  let at = line;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === CHAR.quote) quoted = !quoted;
    else if (!quoted && code === CHAR.semicolon) return false;
    else if (!quoted && code === CHAR.backslash) {
      const run = backslashRun(text, at, end);
      if (run < 0) return true;
      at = run;
      continue;
    }
    at++;
  }
  return false;
}
