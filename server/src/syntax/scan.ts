import { span } from '../text/span.js';
import { CHAR, backslashRun, endOfLine, isBlank, lineEndLength, skipBlanks } from './characters.js';
import type { Line, SyntaxProblem, SyntaxProblemKind } from './cst.js';

/**
 * Kinds of tokens. In `  AddReg = "A;B", \ ; more` they are blank, text, blank, equals, blank, quoted, comma, blank,
 * continuation, comment.
 */
export const TOKEN = {
  /** LF or CR LF that ends a logical line. */
  newline: 0,
  blank: 1,
  /** From `;` to the end of the physical line. */
  comment: 2,
  /** `[` of a header. */
  headerOpen: 3,
  /** What stands between the brackets; left out when nothing does. */
  headerName: 4,
  /** `]` of a header. */
  headerClose: 5,
  /** What follows `]` up to a comment or the end of the line: SetupAPI ignores it. */
  headerRest: 6,
  /** Unquoted text without blanks; `a \ b` is text, blank, text. */
  text: 7,
  /** From `"` to the closing `"`, or to the end of the line without one. `""` inside is one quote. */
  quoted: 8,
  /** The `=` after a key. */
  equals: 9,
  comma: 10,
  /** Backslashes and the blanks among and after them that continue a line. */
  continuation: 11,
  /** LF or CR LF after a continuation. */
  joint: 12,
  /** Text before the first header. */
  stray: 13,
  /** From a Ctrl+Z (U+001A) on: SetupAPI does not read it. */
  unread: 14,
} as const;

export type TokenKind = (typeof TOKEN)[keyof typeof TOKEN];

/** Longest section name that SetupAPI accepts. Source: install/general-syntax-rules-for-inf-files.md */
export const MAX_SECTION_NAME = 255;

/** Integers per token: kind, start, end. */
export const TOKEN_SIZE = 3;

/** A little more than real files need on average. */
const INTEGERS_PER_CHARACTER = 0.65;

/** Takes up the tokens and problems of all blocks that one parse scans. */
export class TokenBuffer {
  data: Int32Array;
  length = 0;
  /** Where the lines of one block stand while they are read: a list that grows takes more room than it needs. */
  private readonly lines: Line[] = [];
  private lineCount = 0;
  /** Problems found since the last `takeProblems`, in no certain order. */
  private problems: SyntaxProblem[] = [];

  /** @param expected how many characters will be scanned, as far as known: saves the growing */
  constructor(expected: number) {
    this.data = new Int32Array(1024 + Math.ceil(expected * INTEGERS_PER_CHARACTER));
  }

  /** Puts a line to those that `takeLines` will hand over. */
  addLine(line: Line): void {
    this.lines[this.lineCount++] = line;
  }

  /** Hands over the lines added since the last time. */
  takeLines(): readonly Line[] {
    const lines = this.lines.slice(0, this.lineCount);
    this.lineCount = 0;
    return lines;
  }

  /** Notes a problem. */
  note(kind: SyntaxProblemKind, start: number, end: number): void {
    this.problems.push({ kind, span: span(start, end) });
  }

  /** Hands over the problems noted so far, sorted by position. */
  takeProblems(): readonly SyntaxProblem[] {
    if (this.problems.length === 0) return NO_PROBLEMS;
    const problems = this.problems.sort((a, b) => a.span.start - b.span.start);
    this.problems = [];
    return problems;
  }

  /** Gives back the room that was not needed, if it is worth the copying. */
  trim(): void {
    if (this.length < this.data.length / 2) this.data = this.data.slice(0, this.length);
  }

  /** Appends a token unless it is empty. */
  push(kind: TokenKind, start: number, end: number): void {
    if (start >= end) return;
    const at = this.length;
    if (at + TOKEN_SIZE > this.data.length) this.grow();
    const { data } = this;
    data[at] = kind;
    data[at + 1] = start;
    data[at + 2] = end;
    this.length = at + TOKEN_SIZE;
  }

  private grow(): void {
    const larger = new Int32Array(this.data.length * 2);
    larger.set(this.data);
    this.data = larger;
  }
}

const NO_PROBLEMS: readonly SyntaxProblem[] = [];

/** Classes of characters below 128 that end a run of plain text. */
const STOPS = new Uint8Array(128);
for (const code of [9, 10, 11, 12, 13, 32, CHAR.quote, CHAR.comma, CHAR.semicolon, CHAR.equals, CHAR.backslash]) {
  STOPS[code] = 1;
}

/**
 * Cuts the text of one block into tokens that tile it without gaps.
 * @param hasHeader false for block 0, the text before the first header
 * @param tokens receives kind, start and end of each token, relative to the block, and the problems met
 */
export function scan(text: string, hasHeader: boolean, tokens: TokenBuffer): void {
  const stop = text.indexOf('\u001a');
  const end = stop < 0 ? text.length : stop;
  if (hasHeader) scanEntries(text, scanHeader(text, end, tokens), end, tokens);
  else scanStray(text, end, tokens);
  tokens.push(TOKEN.unread, end, text.length);
}

function scanStray(text: string, end: number, tokens: TokenBuffer): void {
  let at = 0;
  while (at < end) {
    const line = endOfLine(text, at, end);
    const start = skipBlanks(text, at, line);
    tokens.push(TOKEN.blank, at, start);
    const semicolon = text.indexOf(';', start);
    const comment = semicolon < 0 || semicolon > line ? line : semicolon;
    const last = pushTrimmed(text, TOKEN.stray, start, comment, tokens);
    if (start < last) tokens.note('text-before-first-section', start, last);
    tokens.push(TOKEN.comment, comment, line);
    at = Math.min(end, line + lineEndLength(text, line));
    tokens.push(TOKEN.newline, line, at);
  }
}

/** Pushes a token without the blanks at its end, then those blanks; returns where the token ends. */
function pushTrimmed(text: string, kind: TokenKind, start: number, end: number, tokens: TokenBuffer): number {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  tokens.push(kind, start, last);
  tokens.push(TOKEN.blank, last, end);
  return last;
}

/** Scans the header line with its line end; returns where the entries start. */
function scanHeader(text: string, end: number, tokens: TokenBuffer): number {
  const line = endOfLine(text, 0, end);
  const open = skipBlanks(text, 0, line);
  tokens.push(TOKEN.blank, 0, open);
  tokens.push(TOKEN.headerOpen, open, open + 1);
  const close = text.indexOf(']', open);
  if (close < 0 || close >= line) {
    const last = pushTrimmed(text, TOKEN.headerName, open + 1, line, tokens);
    tokens.note('unclosed-header', open, last);
  } else {
    if (close - open - 1 > MAX_SECTION_NAME) tokens.note('section-name-too-long', open + 1, close);
    tokens.push(TOKEN.headerName, open + 1, close);
    tokens.push(TOKEN.headerClose, close, close + 1);
    scanHeaderRest(text, close + 1, line, tokens);
  }
  const next = Math.min(end, line + lineEndLength(text, line));
  tokens.push(TOKEN.newline, line, next);
  return next;
}

function scanHeaderRest(text: string, at: number, line: number, tokens: TokenBuffer): void {
  const rest = skipBlanks(text, at, line);
  tokens.push(TOKEN.blank, at, rest);
  const semicolon = text.indexOf(';', rest);
  const comment = semicolon < 0 || semicolon > line ? line : semicolon;
  const last = pushTrimmed(text, TOKEN.headerRest, rest, comment, tokens);
  if (rest < last) tokens.note('text-after-header', rest, last);
  tokens.push(TOKEN.comment, comment, line);
}

function scanEntries(text: string, start: number, end: number, tokens: TokenBuffer): void {
  let at = start;
  let inKey = true;
  let continued = false;
  /** Start of a continuation after which nothing has come but blanks and comments; -1 when there is none. */
  let open = -1;
  while (at < end) {
    const from = at;
    const code = text.charCodeAt(at);
    const lineEnd = code <= CHAR.carriageReturn ? lineEndLength(text, at) : 0;
    if (lineEnd > 0) {
      at = Math.min(end, at + lineEnd);
      tokens.push(continued ? TOKEN.joint : TOKEN.newline, from, at);
      if (!continued) {
        inKey = true;
        open = -1;
      }
      continued = false;
    } else if (isBlank(code)) {
      at = skipBlanksOfLine(text, at + 1, end);
      tokens.push(TOKEN.blank, from, at);
    } else if (code === CHAR.semicolon) {
      at = endOfLine(text, at, end);
      tokens.push(TOKEN.comment, from, at);
    } else if (code === CHAR.comma || (code === CHAR.equals && inKey)) {
      tokens.push(code === CHAR.comma ? TOKEN.comma : TOKEN.equals, from, ++at);
      inKey = false;
      open = -1;
    } else if (code === CHAR.quote) {
      at = scanQuotes(text, at, end, tokens);
      open = -1;
    } else {
      at = endOfText(text, at, end, inKey);
      continued = at < 0;
      open = continued ? from : -1;
      if (continued) at = scanContinuation(text, from, end, tokens);
      else tokens.push(TOKEN.text, from, at);
    }
  }
  if (open >= 0) noteOpenEnd(text, open, tokens);
}

/** Notes a continuation that has no line to continue with. */
function noteOpenEnd(text: string, start: number, tokens: TokenBuffer): void {
  let end = start;
  while (text.charCodeAt(end) === CHAR.backslash) end++;
  tokens.note('continuation-at-end', start, end);
}

/** Skips blanks but stops before a CR LF. */
function skipBlanksOfLine(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at)) && lineEndLength(text, at) === 0) at++;
  return at;
}

/** Pushes the quoted stretch at `at`; returns its end, which is that of the line when the closing quote is missing. */
function scanQuotes(text: string, at: number, end: number, tokens: TokenBuffer): number {
  const stop = endOfQuotes(text, at, end);
  tokens.push(TOKEN.quoted, at, Math.abs(stop));
  if (stop < 0) tokens.note('unterminated-quote', at, -stop);
  return Math.abs(stop);
}

/** Offset behind the closing quote of the stretch at `at`; negative: there is none before the line ends at minus that. */
function endOfQuotes(text: string, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === CHAR.quote) {
      if (text.charCodeAt(i + 1) !== CHAR.quote || i + 1 >= end) return i + 1;
      i++;
    } else if (code === CHAR.lineFeed) {
      return text.charCodeAt(i - 1) === CHAR.carriageReturn ? 1 - i : -i;
    }
  }
  return -end;
}

/**
 * End of the unquoted text at `at`, or -1 when it starts with a backslash that continues the line. A backslash amid the
 * text belongs to it together with the blanks behind it, as SetupAPI has it: `a\ ,b` has the fields `a\ ` and `b`.
 */
function endOfText(text: string, at: number, end: number, inKey: boolean): number {
  let i = at;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code >= 128) {
      if (isBlank(code)) return i;
    } else if (STOPS[code] === 1) {
      if (code === CHAR.backslash) {
        const run = backslashRun(text, i, end);
        if (run < 0) return i === at ? -1 : i;
        i = run;
        continue;
      }
      if (code !== CHAR.equals || inKey) return i;
    }
    i++;
  }
  return end;
}

/** Pushes the backslashes that continue a line, with the blanks behind them but without the line end. */
function scanContinuation(text: string, from: number, end: number, tokens: TokenBuffer): number {
  let at = ~backslashRun(text, from, end);
  if (at < end && text.charCodeAt(at) === CHAR.lineFeed && text.charCodeAt(at - 1) === CHAR.carriageReturn) at--;
  tokens.push(TOKEN.continuation, from, at);
  return at;
}
