import { span, type Span } from '../text/span.js';
import type { Block, Header, Line, SyntaxProblem } from './cst.js';
import { TOKEN, TOKEN_SIZE, scan, type TokenBuffer } from './scan.js';
import { readLines } from './read-lines.js';

/** Longest field before string substitution: 4096 with its NUL. Source: install/general-syntax-rules-for-inf-files.md */
export const MAX_FIELD = 4095;

/**
 * Parses the text of one block. The answer depends on nothing but that text. Lines, which most of the cost is due to,
 * are made when first asked for.
 * @param text kept by the block: must be a copy of its own, not a slice of a document
 * @param hasHeader false for block 0
 * @param tokens is appended to, and kept by the block
 * @param mayHaveControl false when the text certainly holds no control characters that are a problem
 */
export function parseBlock(text: string, hasHeader: boolean, tokens: TokenBuffer, mayHaveControl: boolean): Block {
  const from = tokens.length;
  scan(text, hasHeader, tokens);
  if (mayHaveControl) noteControlCharacters(text, tokens);
  if (text.length > MAX_FIELD) noteLongFields(text, tokens, from);
  const header = hasHeader ? readHeader(text, tokens.data, from) : undefined;
  return new ParsedBlock(text, header, tokens.takeProblems(), tokens, from);
}

/** A block over its part of the tokens of one parse; what can be derived is derived on demand. */
class ParsedBlock implements Block {
  readonly text: string;
  readonly header: Header | undefined;
  readonly problems: readonly SyntaxProblem[];
  private readonly buffer: TokenBuffer;
  private readonly from: number;
  private readonly to: number;
  private knownLines: readonly Line[] | undefined;

  constructor(
    text: string,
    header: Header | undefined,
    problems: readonly SyntaxProblem[],
    buffer: TokenBuffer,
    from: number,
  ) {
    this.text = text;
    this.header = header;
    this.problems = problems;
    this.buffer = buffer;
    this.from = from;
    this.to = buffer.length;
    this.knownLines = undefined;
  }

  get tokens(): Int32Array {
    return this.buffer.data.subarray(this.from, this.to);
  }

  get lines(): readonly Line[] {
    return (this.knownLines ??= readLines(this.text, this.buffer, this.from, this.to));
  }

  get comments(): readonly Span[] {
    const { data } = this.buffer;
    const found: Span[] = [];
    for (let i = this.from; i < this.to; i += TOKEN_SIZE) {
      if (data[i] === TOKEN.comment) found.push(span(data[i + 1] ?? 0, data[i + 2] ?? 0));
    }
    return found;
  }
}

function readHeader(text: string, tokens: Int32Array, from: number): Header {
  let i = tokens[from] === TOKEN.blank ? from + TOKEN_SIZE : from;
  const open = tokens[i + 1] ?? 0;
  let end = open + 1;
  i += TOKEN_SIZE;
  if (tokens[i] === TOKEN.headerName) {
    end = tokens[i + 2] ?? end;
    i += TOKEN_SIZE;
  }
  const closed = tokens[i] === TOKEN.headerClose && tokens[i + 1] === end;
  const name = text.slice(open + 1, end);
  return new HeaderNode(open, end, closed, name.includes('\0') ? name.replaceAll('\0', ' ') : name);
}

/** A header; its spans are made for who asks for them. */
class HeaderNode implements Header {
  readonly name: string;
  readonly closed: boolean;
  /** Offset of the `[`. */
  private readonly open: number;
  /** Offset behind the name. */
  private readonly end: number;

  constructor(open: number, end: number, closed: boolean, name: string) {
    this.name = name;
    this.closed = closed;
    this.open = open;
    this.end = end;
  }

  get span(): Span {
    return span(this.open, this.closed ? this.end + 1 : this.end);
  }

  get nameSpan(): Span {
    return span(this.open + 1, this.end);
  }
}

function noteLongFields(text: string, tokens: TokenBuffer, from: number): void {
  if (!hasLongLine(tokens, from)) return;
  for (const { key, fields } of readLines(text, tokens, from, tokens.length)) {
    for (const field of key ? [key, ...fields] : fields) {
      if (field.value.length > MAX_FIELD) tokens.note('field-too-long', field.span.start, field.span.end);
    }
  }
}

/** Tells whether any logical line is so long that a field in it can be too long: rarely, so that no fields need be read. */
function hasLongLine({ data, length }: TokenBuffer, from: number): boolean {
  let start = 0;
  for (let i = from; i < length; i += TOKEN_SIZE) {
    const end = data[i + 2] ?? 0;
    if (end - start > MAX_FIELD) return true;
    if (data[i] === TOKEN.newline) start = end;
  }
  return false;
}

/** Control characters but tab, CR, LF and Ctrl+Z, which ends the file. */
// eslint-disable-next-line no-control-regex -- finding them is what it is for
export const CONTROL_CHARACTERS = /[\0-\u0008\u000b\u000c\u000e-\u0019\u001b-\u001f]/;

/** Notes the first control character of each run. */
function noteControlCharacters(text: string, tokens: TokenBuffer): void {
  const end = text.indexOf('\u001a');
  const runs = new RegExp(`${CONTROL_CHARACTERS.source}+`, 'g');
  for (const { index } of text.slice(0, end < 0 ? text.length : end).matchAll(runs)) {
    tokens.note('control-character', index, index + 1);
  }
}
