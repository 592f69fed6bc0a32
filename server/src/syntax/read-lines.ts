import type { Span } from '../text/span.js';
import { CHAR } from './characters.js';
import type { Field, Line } from './cst.js';
import { readValue } from './field-value.js';
import { TOKEN, TOKEN_SIZE } from './scan.js';

/** How the text of a field spells its value. */
const SHAPE = {
  /** As it stands. */
  plain: 0,
  /** One quoted stretch without quotes inside. */
  quoted: 1,
  /** Several stretches, quotes inside quotes, continuations or NUL. */
  mixed: 2,
  /** As mixed, and something of it is quoted. */
  mixedQuoted: 3,
} as const;

type Shape = (typeof SHAPE)[keyof typeof SHAPE];

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
  for (let at = from; at < to; ) at = readLine(source, at, to, lines);
  return lines;
}

/** Reads the logical line at token `at`, if it has any field; returns the token behind the line. */
function readLine(source: Source, at: number, to: number, lines: Line[]): number {
  const { tokens } = source;
  const fields: Field[] = [];
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
      if (kind === TOKEN.comma) fields.push(field);
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
    fields.push(readField(source, first, last, separator, continuation));
    lines.push(new LineNode(key, equals, fields));
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
  if (first < 0) return emptyField(source, separator, place);
  const { tokens } = source;
  return new FieldNode(source, tokens[first + 1] ?? 0, tokens[last + 2] ?? 0, first, last, shapeOf(source, first, last));
}

function shapeOf({ text, tokens, hasNul }: Source, first: number, last: number): Shape {
  if (!hasNul && first === last) {
    if (tokens[first] === TOKEN.text) return SHAPE.plain;
    const end = (tokens[first + 2] ?? 0) - 1;
    return text.indexOf('"', (tokens[first + 1] ?? 0) + 1) === end ? SHAPE.quoted : SHAPE.mixedQuoted;
  }
  let mixed = hasNul;
  for (let i = first; i <= last; i += TOKEN_SIZE) {
    if (tokens[i] === TOKEN.quoted) return SHAPE.mixedQuoted;
    if (tokens[i] === TOKEN.continuation) mixed = true;
  }
  return mixed ? SHAPE.mixed : SHAPE.plain;
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
  return new FieldNode(source, at, at, 0, 0, SHAPE.plain);
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

/** A field; its value is cut out when asked for, since most are looked at once or never. */
class FieldNode implements Field {
  private readonly source: Source;
  private readonly start: number;
  private readonly end: number;
  private readonly first: number;
  private readonly last: number;
  private readonly shape: Shape;

  constructor(source: Source, start: number, end: number, first: number, last: number, shape: Shape) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.first = first;
    this.last = last;
    this.shape = shape;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get quoted(): boolean {
    return this.shape === SHAPE.quoted || this.shape === SHAPE.mixedQuoted;
  }

  get value(): string {
    const { text, tokens } = this.source;
    if (this.shape === SHAPE.plain) return text.slice(this.start, this.end);
    if (this.shape === SHAPE.quoted) return text.slice(this.start + 1, this.end - 1);
    return readValue(text, tokens, this.first, this.last + TOKEN_SIZE);
  }
}
