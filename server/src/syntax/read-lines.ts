import type { Span } from '../text/span.js';
import { CHAR } from './characters.js';
import type { Field, Line } from './cst.js';
import { valueOf, type FieldSource } from './field-value.js';
import { TOKEN, TOKEN_SIZE, type TokenBuffer } from './scan.js';

/**
 * Groups the tokens of a block into lines. Blank lines, comment lines and the header make no line.
 * @param from index into the buffer's tokens of the block's first token, `to` that behind its last
 */
export function readLines(text: string, buffer: TokenBuffer, from: number, to: number): readonly Line[] {
  const source = { text, tokens: buffer.data, hasNul: text.includes('\0') };
  for (let at = from; at < to;) at = readLine(source, at, to, buffer);
  return buffer.takeLines();
}

/** Finds the end of the logical line at token `at` and makes it, if it has any field; returns the token behind the line. */
function readLine(source: FieldSource, at: number, to: number, buffer: TokenBuffer): number {
  const { tokens } = source;
  let commas = 0;
  let equals = -1;
  let isLine = false;
  let i = at;
  for (; i < to; i += TOKEN_SIZE) {
    const kind = tokens[i];
    if (kind === TOKEN.blank || kind === TOKEN.joint || kind === TOKEN.comment) continue;
    if (kind === TOKEN.comma) commas++;
    else if (kind === TOKEN.equals) equals = i;
    else if (kind !== TOKEN.text && kind !== TOKEN.quoted && kind !== TOKEN.continuation) break;
    isLine = true;
  }
  if (isLine) buffer.addLine(new LineNode(source, at, i, equals, commas + 1));
  return i + TOKEN_SIZE;
}

/**
 * Makes the fields between tokens `at` and `to`.
 * @param separator token of the separator before them, -1 for none
 */
function readFields(source: FieldSource, at: number, to: number, separator: number, count: number): readonly Field[] {
  const { tokens } = source;
  const fields = new Array<Field>(count);
  let made = 0;
  let before = separator;
  let first = -1;
  let last = -1;
  let continuation = -1;
  for (let i = at; i < to; i += TOKEN_SIZE) {
    const kind = tokens[i];
    if (kind === TOKEN.text || kind === TOKEN.quoted) {
      if (first < 0) first = i;
      last = i;
    } else if (kind === TOKEN.comma) {
      fields[made++] = readField(source, first, last, before, i);
      before = i;
      first = -1;
    } else if (kind === TOKEN.continuation && continuation < 0) {
      continuation = i;
    }
  }
  fields[made] = readField(source, first, last, before, continuation);
  return fields;
}

/**
 * Makes the field whose text reaches from token `first` to token `last`.
 * @param first -1 when the field is empty
 * @param separator token of the separator before it, -1 for the first field of a line
 * @param place token at which an empty first field stands
 */
function readField(source: FieldSource, first: number, last: number, separator: number, place: number): Field {
  return first < 0 ? emptyField(source, separator, place) : new FieldNode(source, first, last);
}

/** An empty field stands behind its separator, after one blank at most: where a value would be typed. */
function emptyField(source: FieldSource, separator: number, place: number): Field {
  const at = separator >= 0 ? afterSeparator(source, separator) : (source.tokens[place + 1] ?? 0);
  return new FieldNode(source, EMPTY, at);
}

function afterSeparator({ text, tokens }: FieldSource, separator: number): number {
  const at = tokens[separator + 2] ?? 0;
  const code = text.charCodeAt(at);
  return code === CHAR.space || code === CHAR.tab ? at + 1 : at;
}

/** A line; small, since a document has many, and of most of them nobody asks for all fields. */
class LineNode implements Line {
  readonly count: number;
  private readonly source: FieldSource;
  /** First token, and that behind the last. */
  private readonly from: number;
  private readonly to: number;
  /** Token of the `=`, or -1. */
  private readonly equalsAt: number;
  private knownKey: Field | undefined;
  private knownFields: readonly Field[] | undefined;

  constructor(source: FieldSource, from: number, to: number, equalsAt: number, count: number) {
    this.count = count;
    this.source = source;
    this.from = from;
    this.to = to;
    this.equalsAt = equalsAt;
    this.knownKey = undefined;
    this.knownFields = undefined;
  }

  get key(): Field | undefined {
    if (this.equalsAt < 0) return undefined;
    return (this.knownKey ??= this.readKey());
  }

  get equals(): number {
    return this.equalsAt < 0 ? -1 : (this.source.tokens[this.equalsAt + 1] ?? 0);
  }

  get fields(): readonly Field[] {
    return (this.knownFields ??= readFields(this.source, this.valuesFrom(), this.to, this.equalsAt, this.count));
  }

  valueAt(index: number): string | undefined {
    if (index < 0 || index >= this.count) return undefined;
    if (this.knownFields !== undefined) return this.knownFields[index]?.value;
    const { tokens } = this.source;
    let at = this.valuesFrom();
    for (let left = index; left > 0; at += TOKEN_SIZE) if (tokens[at] === TOKEN.comma) left--;
    let first = -1;
    let last = -1;
    for (; at < this.to && tokens[at] !== TOKEN.comma; at += TOKEN_SIZE) {
      if (tokens[at] !== TOKEN.text && tokens[at] !== TOKEN.quoted) continue;
      if (first < 0) first = at;
      last = at;
    }
    return first < 0 ? '' : valueOf(this.source, first, last);
  }

  get span(): Span {
    const { tokens } = this.source;
    let first = -1;
    for (let i = this.from; i < this.to && first < 0; i += TOKEN_SIZE) if (isPart(tokens[i])) first = i;
    if (first < 0) return this.fields[0]?.span ?? { start: 0, end: 0 };
    let last = this.to - TOKEN_SIZE;
    while (!isPart(tokens[last])) last -= TOKEN_SIZE;
    const endsInText = tokens[last] === TOKEN.text || tokens[last] === TOKEN.quoted;
    const end = endsInText ? (tokens[last + 2] ?? 0) : afterSeparator(this.source, last);
    return { start: tokens[first + 1] ?? 0, end };
  }

  private valuesFrom(): number {
    return this.equalsAt < 0 ? this.from : this.equalsAt + TOKEN_SIZE;
  }

  private readKey(): Field {
    const { tokens } = this.source;
    let first = -1;
    let last = -1;
    for (let i = this.from; i < this.equalsAt; i += TOKEN_SIZE) {
      const kind = tokens[i];
      if (kind === TOKEN.text || kind === TOKEN.quoted) {
        if (first < 0) first = i;
        last = i;
      }
    }
    return readField(this.source, first, last, -1, this.equalsAt);
  }
}

/** Whether a token is text or a separator: the others of a line stand around these. */
function isPart(kind: number | undefined): boolean {
  return kind === TOKEN.text || kind === TOKEN.quoted || kind === TOKEN.comma || kind === TOKEN.equals;
}

const EMPTY = -1;

/** A field; what it says is cut out when first asked for. */
class FieldNode implements Field {
  private readonly source: FieldSource;
  /** First token, or `EMPTY`. */
  private readonly first: number;
  /** Last token, or the offset where the empty field stands. */
  private readonly last: number;
  private knownValue: string | undefined;

  constructor(source: FieldSource, first: number, last: number) {
    this.source = source;
    this.first = first;
    this.last = last;
    this.knownValue = first === EMPTY ? '' : undefined;
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
    return (this.knownValue ??= valueOf(this.source, this.first, this.last));
  }
}
