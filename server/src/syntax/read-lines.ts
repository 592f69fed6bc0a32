import type { Span } from '../text/span.js';
import { CHAR } from './characters.js';
import type { Field, Line } from './cst.js';
import { readValue } from './field-value.js';
import { TOKEN, TOKEN_SIZE } from './scan.js';

/** What all lines of a block are read from. */
interface Source {
  readonly text: string;
  readonly tokens: Int32Array;
  readonly hasNul: boolean;
}

/**
 * Groups the tokens of a block into lines of fields. Blank lines, comment lines and the header make no line.
 * @param from index into `tokens` of the block's first token, `to` that behind its last
 */
export function readLines(text: string, tokens: Int32Array, from: number, to: number): readonly Line[] {
  const source = { text, tokens, hasNul: text.includes('\0') };
  const lines: Line[] = [];
  const room: Field[] = [];
  for (let at = from; at < to;) at = readLine(source, at, to, lines, room);
  // Without the room for growth: there are thousands of blocks in a large file.
  return lines.slice();
}

/**
 * Reads the logical line at token `at`, if it has any field; returns the token behind the line.
 * @param room an array to gather fields in, so that each line gets one of exactly its size
 */
function readLine(source: Source, at: number, to: number, lines: Line[], room: Field[]): number {
  const { tokens } = source;
  let count = 0;
  let key: Field | undefined;
  let equals = -1;
  let first = -1;
  let last = -1;
  let separator = -1;
  let continuation = -1;
  let i = at;
  for (; i < to; i += TOKEN_SIZE) {
    const kind = tokens[i];
    if (kind === TOKEN.text || kind === TOKEN.quoted) {
      if (first < 0) first = i;
      last = i;
    } else if (kind === TOKEN.comma || kind === TOKEN.equals) {
      const field = readField(source, first, last, separator, i);
      if (kind === TOKEN.comma) room[count++] = field;
      else {
        key = field;
        equals = tokens[i + 1] ?? 0;
      }
      separator = i;
      first = -1;
    } else if (kind === TOKEN.continuation) {
      if (continuation < 0) continuation = i;
    } else if (kind !== TOKEN.blank && kind !== TOKEN.joint && kind !== TOKEN.comment) {
      break;
    }
  }
  if (first >= 0 || separator >= 0 || continuation >= 0) {
    room[count++] = readField(source, first, last, separator, continuation);
    lines.push(new LineNode(key, equals, room.slice(0, count)));
  }
  return i + TOKEN_SIZE;
}

/**
 * Makes the field whose text reaches from token `first` to token `last`.
 * @param first -1 when the field is empty
 * @param separator token of the separator before it, -1 for the first field of a line
 * @param place token at which an empty first field stands
 */
function readField(source: Source, first: number, last: number, separator: number, place: number): Field {
  return first < 0 ? emptyField(source, separator, place) : new FieldNode(source, first, last);
}

/** An empty field stands behind its separator, after one blank at most: where a value would be typed. */
function emptyField(source: Source, separator: number, place: number): Field {
  const { text, tokens } = source;
  let at = tokens[place + 1] ?? 0;
  if (separator >= 0) {
    at = tokens[separator + 2] ?? 0;
    const code = text.charCodeAt(at);
    if (code === CHAR.space || code === CHAR.tab) at++;
  }
  return new FieldNode(source, EMPTY, at);
}

/** A line; small, since a document has many. */
class LineNode implements Line {
  readonly key: Field | undefined;
  readonly equals: number;
  readonly fields: readonly Field[];

  constructor(key: Field | undefined, equals: number, fields: readonly Field[]) {
    this.key = key;
    this.equals = equals;
    this.fields = fields;
  }

  get span(): Span {
    const start = (this.key ?? this.fields[0])?.span.start ?? 0;
    return { start, end: this.fields.at(-1)?.span.end ?? start };
  }
}

const EMPTY = -1;

/** A field; what it says is cut out when asked for, since most are looked at once or never. */
class FieldNode implements Field {
  private readonly source: Source;
  /** First token, or `EMPTY`. */
  private readonly first: number;
  /** Last token, or the offset where the empty field stands. */
  private readonly last: number;

  constructor(source: Source, first: number, last: number) {
    this.source = source;
    this.first = first;
    this.last = last;
  }

  get span(): Span {
    if (this.first === EMPTY) return { start: this.last, end: this.last };
    const { tokens } = this.source;
    return { start: tokens[this.first + 1] ?? 0, end: tokens[this.last + 2] ?? 0 };
  }

  get quoted(): boolean {
    const { tokens } = this.source;
    for (let i = this.first; i <= this.last && i !== EMPTY; i += TOKEN_SIZE) {
      if (tokens[i] === TOKEN.quoted) return true;
    }
    return false;
  }

  get value(): string {
    if (this.first === EMPTY) return '';
    const { text, tokens, hasNul } = this.source;
    if (this.first === this.last && !hasNul) {
      const start = tokens[this.first + 1] ?? 0;
      const end = tokens[this.first + 2] ?? 0;
      if (tokens[this.first] === TOKEN.text) return text.slice(start, end);
      if (text.indexOf('"', start + 1) === end - 1) return text.slice(start + 1, end - 1);
    }
    return readValue(text, tokens, this.first, this.last + TOKEN_SIZE);
  }
}
