import { span, type Span } from '../text/span.js';
import { CHAR } from './characters.js';
import type { Block, Field, Header, Line, SyntaxProblem } from './cst.js';
import { isTerminated, readValue } from './field-value.js';
import { TOKEN, TOKEN_SIZE, scan, type TokenBuffer } from './scan.js';

/** Longest section name that SetupAPI accepts. Source: install/general-syntax-rules-for-inf-files.md */
export const MAX_SECTION_NAME = 255;
/** Longest field before string substitution: 4096 with its NUL. Source: install/general-syntax-rules-for-inf-files.md */
export const MAX_FIELD = 4095;

/**
 * Parses the text of one block. The answer depends on nothing but that text.
 * @param text kept by the block: must be a copy of its own, not a slice of a document
 * @param hasHeader false for block 0
 * @param scratch room for tokens; its content is overwritten
 */
export function parseBlock(text: string, hasHeader: boolean, scratch: TokenBuffer): Block {
  scratch.length = 0;
  scan(text, hasHeader, scratch);
  const tokens = scratch.data.slice(0, scratch.length);
  const found: Found = { comments: [], problems: [] };
  const header = hasHeader ? readHeader(text, tokens, found) : undefined;
  const lines: Line[] = [];
  for (let at = 0; at < tokens.length; ) at = readLine(text, tokens, at, lines, found);
  noteControlCharacters(text, found.problems);
  if (found.problems.length > 1) found.problems.sort((a, b) => a.span.start - b.span.start);
  return { text, tokens, header, lines, comments: found.comments, problems: found.problems };
}

interface Found {
  readonly comments: Span[];
  readonly problems: SyntaxProblem[];
}

function readHeader(text: string, tokens: Int32Array, { problems }: Found): Header {
  let open = 0;
  let nameEnd = 0;
  let end = 0;
  let closed = false;
  for (let i = 0; i < tokens.length && tokens[i] !== TOKEN.newline; i += TOKEN_SIZE) {
    const tokenStart = tokens[i + 1] ?? 0;
    const tokenEnd = tokens[i + 2] ?? 0;
    if (tokens[i] === TOKEN.headerOpen) {
      open = tokenStart;
      nameEnd = end = tokenEnd;
    } else if (tokens[i] === TOKEN.headerName) {
      nameEnd = end = tokenEnd;
    } else if (tokens[i] === TOKEN.headerClose) {
      closed = true;
      end = tokenEnd;
    } else if (tokens[i] === TOKEN.headerRest) {
      problems.push({ kind: 'text-after-header', span: span(tokenStart, tokenEnd) });
    }
  }
  const nameSpan = span(open + 1, nameEnd);
  if (!closed) problems.push({ kind: 'unclosed-header', span: span(open, end) });
  else if (nameEnd - open - 1 > MAX_SECTION_NAME) problems.push({ kind: 'section-name-too-long', span: nameSpan });
  const name = text.slice(nameSpan.start, nameSpan.end);
  return { span: span(open, end), nameSpan, name: name.includes('\0') ? name.replaceAll('\0', ' ') : name, closed };
}

/** Reads one logical line, blank lines and header lines included, from token `at` on; returns the token behind it. */
function readLine(text: string, tokens: Int32Array, at: number, lines: Line[], found: Found): number {
  let fields: Field[] | undefined;
  let key: Field | undefined;
  let equals = -1;
  let first = -1;
  let last = -1;
  let separator = -1;
  let continuation = -1;
  let i = at;
  for (; i < tokens.length; i += TOKEN_SIZE) {
    const kind = tokens[i];
    if (kind === TOKEN.text || kind === TOKEN.quoted) {
      if (first < 0) first = i;
      last = i;
    } else if (kind === TOKEN.comma || kind === TOKEN.equals) {
      const field = readField(text, tokens, first, last, separator, i, found);
      if (kind === TOKEN.comma) (fields ??= []).push(field);
      else {
        key = field;
        equals = tokens[i + 1] ?? 0;
      }
      separator = i;
      first = -1;
    } else if (kind === TOKEN.continuation) {
      continuation = i;
    } else if (kind !== TOKEN.blank && kind !== TOKEN.joint) {
      if (kind !== TOKEN.comment) break;
      found.comments.push(span(tokens[i + 1] ?? 0, tokens[i + 2] ?? 0));
    }
  }
  if (first >= 0 || separator >= 0 || continuation >= 0) {
    const place = separator >= 0 ? separator : continuation;
    const field = readField(text, tokens, first, last, separator, place, found);
    (fields ??= []).push(field);
    const start = (key ?? fields[0] ?? field).span.start;
    lines.push({ span: span(start, field.span.end), key, equals, fields });
  }
  return endLine(text, tokens, i, continuation, found.problems);
}

/** Deals with what ends a line: notes stray text and a continuation that has no line to continue with. */
function endLine(text: string, tokens: Int32Array, at: number, continuation: number, problems: SyntaxProblem[]): number {
  const kind = tokens[at];
  if (kind === TOKEN.stray) {
    problems.push({ kind: 'text-before-first-section', span: span(tokens[at + 1] ?? 0, tokens[at + 2] ?? 0) });
  }
  if (continuation >= 0 && (kind === undefined || kind === TOKEN.unread)) noteOpenEnd(text, tokens, at, continuation, problems);
  return at + TOKEN_SIZE;
}

/** Notes the last continuation of a line when nothing but blanks and comments stands between it and the end of the file. */
function noteOpenEnd(text: string, tokens: Int32Array, end: number, continuation: number, problems: SyntaxProblem[]): void {
  for (let i = continuation + TOKEN_SIZE; i < end; i += TOKEN_SIZE) {
    const kind = tokens[i];
    if (kind !== TOKEN.blank && kind !== TOKEN.joint && kind !== TOKEN.comment) return;
  }
  const start = tokens[continuation + 1] ?? 0;
  let stop = start;
  while (text.charCodeAt(stop) === CHAR.backslash) stop++;
  problems.push({ kind: 'continuation-at-end', span: span(start, stop) });
}

/**
 * Makes the field whose text reaches from token `first` to token `last`.
 * @param first -1 when the field is empty
 * @param separator token of the separator before it, -1 for the first field of a line
 * @param next token of the separator or line end behind it
 */
function readField(
  text: string,
  tokens: Int32Array,
  first: number,
  last: number,
  separator: number,
  next: number,
  { problems }: Found,
): Field {
  if (first < 0) return emptyField(text, tokens, separator, next);
  const start = tokens[first + 1] ?? 0;
  const end = tokens[last + 2] ?? 0;
  let quoted = false;
  let joined = false;
  for (let i = first; i <= last; i += TOKEN_SIZE) {
    if (tokens[i] === TOKEN.quoted) {
      quoted = true;
      noteOpenQuote(text, tokens[i + 1] ?? 0, tokens[i + 2] ?? 0, problems);
    } else if (tokens[i] === TOKEN.continuation) joined = true;
  }
  const plain = !quoted && !joined;
  const value = plain ? plainValue(text, start, end) : readValue(text, tokens, first, last + TOKEN_SIZE);
  if (value.length > MAX_FIELD) problems.push({ kind: 'field-too-long', span: span(start, end) });
  return { span: { start, end }, value, quoted };
}

function plainValue(text: string, start: number, end: number): string {
  const value = text.slice(start, end);
  return value.includes('\0') ? value.replaceAll('\0', ' ') : value;
}

/** An empty field stands behind its separator, after one blank at most: where a value would be typed. */
function emptyField(text: string, tokens: Int32Array, separator: number, next: number): Field {
  let at = tokens[next + 1] ?? 0;
  if (separator >= 0) {
    at = tokens[separator + 2] ?? 0;
    const code = text.charCodeAt(at);
    if (code === CHAR.space || code === 9) at++;
  }
  return { span: { start: at, end: at }, value: '', quoted: false };
}

function noteOpenQuote(text: string, start: number, end: number, problems: SyntaxProblem[]): void {
  if (!isTerminated(text, start, end)) problems.push({ kind: 'unterminated-quote', span: span(start, end) });
}

/** Notes the first control character of each run that is neither tab, line end nor the Ctrl+Z at the end of the file. */
function noteControlCharacters(text: string, problems: SyntaxProblem[]): void {
  let last = -2;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 32 || code === 9 || code === CHAR.lineFeed || code === CHAR.carriageReturn) continue;
    if (code === CHAR.controlZ) return;
    if (last !== i - 1) problems.push({ kind: 'control-character', span: span(i, i + 1) });
    last = i;
  }
}
