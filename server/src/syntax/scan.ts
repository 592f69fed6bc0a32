import { CHAR, backslashRun, endOfLine, isBlank, lineEndLength, skipBlanks } from './characters.js';

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

/** Integers per token: kind, start, end. */
export const TOKEN_SIZE = 3;

/** Room for tokens, reused from block to block while a document is parsed. */
export class TokenBuffer {
  data = new Int32Array(3 * 1024);
  length = 0;

  /** Appends a token unless it is empty. */
  push(kind: TokenKind, start: number, end: number): void {
    if (start >= end) return;
    if (this.length + TOKEN_SIZE > this.data.length) {
      const larger = new Int32Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = kind;
    this.data[this.length++] = start;
    this.data[this.length++] = end;
  }
}

/** Classes of characters below 128 that end a run of plain text. */
const STOPS = new Uint8Array(128);
for (const code of [9, 10, 11, 12, 13, 32, CHAR.quote, CHAR.comma, CHAR.semicolon, CHAR.equals, CHAR.backslash]) {
  STOPS[code] = 1;
}

/**
 * Cuts the text of one block into tokens that tile it without gaps.
 * @param hasHeader false for block 0, the text before the first header
 * @param tokens receives kind, start and end of each token, relative to the block
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
    pushTrimmed(text, TOKEN.stray, start, comment, tokens);
    tokens.push(TOKEN.comment, comment, line);
    at = Math.min(end, line + lineEndLength(text, line));
    tokens.push(TOKEN.newline, line, at);
  }
}

/** Pushes a token without the blanks at its end, then those blanks. */
function pushTrimmed(text: string, kind: TokenKind, start: number, end: number, tokens: TokenBuffer): void {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  tokens.push(kind, start, last);
  tokens.push(TOKEN.blank, last, end);
}

/** Scans the header line with its line end; returns where the entries start. */
function scanHeader(text: string, end: number, tokens: TokenBuffer): number {
  const line = endOfLine(text, 0, end);
  const open = skipBlanks(text, 0, line);
  tokens.push(TOKEN.blank, 0, open);
  tokens.push(TOKEN.headerOpen, open, open + 1);
  const close = text.indexOf(']', open);
  if (close < 0 || close >= line) {
    pushTrimmed(text, TOKEN.headerName, open + 1, line, tokens);
  } else {
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
  pushTrimmed(text, TOKEN.headerRest, rest, comment, tokens);
  tokens.push(TOKEN.comment, comment, line);
}

function scanEntries(text: string, start: number, end: number, tokens: TokenBuffer): void {
  let at = start;
  let inKey = true;
  let continued = false;
  while (at < end) {
    const from = at;
    const code = text.charCodeAt(at);
    const lineEnd = code <= CHAR.carriageReturn ? lineEndLength(text, at) : 0;
    if (lineEnd > 0) {
      at = Math.min(end, at + lineEnd);
      tokens.push(continued ? TOKEN.joint : TOKEN.newline, from, at);
      if (!continued) inKey = true;
      continued = false;
    } else if (isBlank(code)) {
      at = skipBlanksOfLine(text, at + 1, end);
      tokens.push(TOKEN.blank, from, at);
    } else if (code === CHAR.semicolon) {
      at = endOfLine(text, at, end);
      tokens.push(TOKEN.comment, from, at);
    } else if (code === CHAR.comma) {
      tokens.push(TOKEN.comma, from, ++at);
      inKey = false;
    } else if (code === CHAR.equals && inKey) {
      tokens.push(TOKEN.equals, from, ++at);
      inKey = false;
    } else if (code === CHAR.quote) {
      at = endOfQuotes(text, at, end);
      tokens.push(TOKEN.quoted, from, at);
    } else {
      at = endOfText(text, at, end, inKey);
      continued = at < 0;
      if (continued) at = endOfContinuation(text, from, end, tokens);
      else tokens.push(TOKEN.text, from, at);
    }
  }
}

/** Skips blanks but stops before a CR LF. */
function skipBlanksOfLine(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at)) && lineEndLength(text, at) === 0) at++;
  return at;
}

function endOfQuotes(text: string, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === CHAR.quote) {
      if (text.charCodeAt(i + 1) !== CHAR.quote || i + 1 >= end) return i + 1;
      i++;
    } else if (code === CHAR.lineFeed) {
      return text.charCodeAt(i - 1) === CHAR.carriageReturn ? i - 1 : i;
    }
  }
  return end;
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
        if (run.continues) return i === at ? -1 : i;
        i = run.end;
        continue;
      }
      if (code !== CHAR.equals || inKey) return i;
    }
    i++;
  }
  return end;
}

/** Pushes the backslashes that continue a line, with the blanks behind them but without the line end. */
function endOfContinuation(text: string, from: number, end: number, tokens: TokenBuffer): number {
  let at = backslashRun(text, from, end).end;
  if (at < end && text.charCodeAt(at) === CHAR.lineFeed && text.charCodeAt(at - 1) === CHAR.carriageReturn) at--;
  tokens.push(TOKEN.continuation, from, at);
  return at;
}
