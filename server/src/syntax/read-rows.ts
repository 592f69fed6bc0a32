import type { Block } from './cst.js';
import { valueOf, type FieldSource } from './field-value.js';
import { TOKEN, TOKEN_SIZE } from './scan.js';

/** What is told about each line: the position in `Block.lines`, and the values of three of its fields (`''`: none). */
export type RowVisitor = (index: number, count: number, first: string, third: string, fourth: string) => void;

const FIRST = 0;
const THIRD = 2;
const FOURTH = 3;

/**
 * Goes through the lines of a block that have no key and tells what stands in the columns that say what a registry line
 * is about, without making lines and fields: large files consist of such lines for the most part.
 */
export function visitRows({ text, tokens }: Block, visit: RowVisitor): void {
  const source = { text, tokens, hasNul: text.includes('\0') };
  const row = new Row(source);
  let index = 0;
  for (let at = 0; at < tokens.length;) {
    at = row.read(at);
    if (row.isLine && !row.isKeyed) visit(index, row.count, row.first, row.third, row.fourth);
    if (row.isLine) index++;
  }
}

/** The line that is being read; one for all of a block. Neighbours often say the same, which is not cut out again. */
class Row {
  isLine = false;
  isKeyed = false;
  count = 0;
  first = '';
  third = '';
  fourth = '';
  private readonly source: FieldSource;

  constructor(source: FieldSource) {
    this.source = source;
  }

  /** Reads the logical line at token `at`; returns the token behind it. */
  read(at: number): number {
    const { tokens } = this.source;
    this.isLine = false;
    this.isKeyed = false;
    let column = 0;
    let from = -1;
    let last = -1;
    let seen = 0;
    let i = at;
    for (; i < tokens.length; i += TOKEN_SIZE) {
      const kind = tokens[i];
      if (kind === TOKEN.text || kind === TOKEN.quoted) {
        if (from < 0) from = i;
        last = i;
      } else if (kind === TOKEN.comma) {
        seen = this.take(column++, seen, from, last);
        from = -1;
      } else if (kind === TOKEN.equals) this.isKeyed = true;
      else if (kind === TOKEN.continuation) this.isLine = true;
      else if (kind !== TOKEN.blank && kind !== TOKEN.joint && kind !== TOKEN.comment) break;
    }
    if (from >= 0 || column > 0 || this.isKeyed) this.isLine = true;
    if (this.isLine) this.complete(this.take(column, seen, from, last));
    this.count = column + 1;
    return i + TOKEN_SIZE;
  }

  /** Keeps the value of a column, if it is one of the three; returns the number of columns up to it. */
  private take(column: number, seen: number, from: number, last: number): number {
    if (column === FIRST) this.first = this.textOf(this.first, from, last);
    else if (column === THIRD) this.third = this.textOf(this.third, from, last);
    else if (column === FOURTH) this.fourth = this.textOf(this.fourth, from, last);
    else return seen;
    return column + 1;
  }

  /** Columns that the line does not have are empty. */
  private complete(seen: number): void {
    if (seen <= THIRD) this.third = '';
    if (seen <= FOURTH) this.fourth = '';
  }

  private textOf(before: string, from: number, last: number): string {
    if (from < 0) return '';
    const { text, tokens } = this.source;
    const start = tokens[from + 1] ?? 0;
    const isSame =
      from === last &&
      tokens[from] === TOKEN.text &&
      (tokens[from + 2] ?? 0) - start === before.length &&
      text.startsWith(before, start);
    return isSame && !this.source.hasNul ? before : valueOf(this.source, from, last);
  }
}
