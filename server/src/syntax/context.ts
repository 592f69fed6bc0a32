import { touches, type Span } from '../text/span.js';
import type { Block, Cst, Field, Line, LineRef, PlacedBlock } from './cst.js';
import { isTerminated } from './field-value.js';
import { percentTokens, tokenAt, type PercentToken } from './percent.js';
import { TOKEN, TOKEN_SIZE } from './scan.js';

/**
 * What stands at a place: `key` and `field` also at their outer ends; `between` is a blank, a separator or a
 * continuation of an entry that touches no field; `blank` belongs to no entry; `unread` lies behind a Ctrl+Z.
 */
export type Where = 'header' | 'headerRest' | 'comment' | 'key' | 'field' | 'between' | 'blank' | 'stray' | 'unread';

/** One token of a block; `kind` is one of `TOKEN`, the span is relative to the block. */
export interface Token {
  readonly kind: number;
  readonly span: Span;
}

/** All that can be said about a place without knowing what the words mean. Spans are relative to the block. */
export interface Context {
  readonly where: Where;
  readonly placed: PlacedBlock;
  /** The offset, relative to the block. */
  readonly inner: number;
  /** The entry that the place belongs to, also behind its last field and in its comment. */
  readonly line: Line | undefined;
  /** Which field the place belongs to, counted by separators: 0 for the first value, -1 for the key; `undefined` without line or in a comment. */
  readonly fieldIndex: number | undefined;
  readonly field: Field | undefined;
  /** The token that holds the character behind the place; `undefined` at the end of the block. */
  readonly token: Token | undefined;
  /** Strictly between the quotes of a quoted stretch, or at the end of one that is not closed. */
  readonly inString: boolean;
  /** The `%token%` that the place touches. */
  readonly percent: PercentToken | undefined;
}

/** The block that holds an offset of the document; at a border the later one, behind the text the last one. */
export function blockAt(cst: Cst, offset: number): PlacedBlock {
  let low = 0;
  let high = cst.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((cst.blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = cst.blocks[low];
  if (!found) throw new Error('a tree without blocks');
  return found;
}

/** The entry that an offset of the document belongs to: on any of its physical lines, its comment included. */
export function lineAtOffset(cst: Cst, offset: number): LineRef | undefined {
  const placed = blockAt(cst, offset);
  const line = lineIn(placed.block, offset - placed.start);
  return line && { placed, line };
}

/** Says what stands at an offset of the document (0-based, UTF-16; an offset outside the text counts as its end). */
export function contextAt(cst: Cst, offset: number): Context {
  const clamped = Math.max(0, Math.min(offset, cst.snapshot.text.length));
  const placed = blockAt(cst, clamped);
  const { block } = placed;
  const inner = clamped - placed.start;
  const plain = plainWhere(block, inner);
  const line = plain === undefined || plain === 'comment' ? lineIn(block, inner) : undefined;
  const fieldIndex = line && plain === undefined ? fieldIndexAt(block, line, inner) : undefined;
  const field = line && fieldIndex !== undefined ? fieldOf(line, fieldIndex) : undefined;
  return {
    where: plain ?? whereInEntry(line, fieldIndex, field, inner),
    placed,
    inner,
    line,
    fieldIndex,
    field,
    token: tokenIn(block, inner),
    inString: field !== undefined && isInString(block, inner),
    percent: field && percentAt(block, field, inner),
  };
}

/** The field of a line by its index, -1 being the key. */
export function fieldOf(line: Line, index: number): Field | undefined {
  return index < 0 ? line.key : line.fields[index];
}

function whereInEntry(
  line: Line | undefined,
  index: number | undefined,
  field: Field | undefined,
  inner: number,
): Where {
  if (!line) return 'blank';
  if (!field || !touches(field.span, inner)) return 'between';
  return index === -1 ? 'key' : 'field';
}

/** What a place outside entries is; `undefined` for entries and empty lines. */
function plainWhere({ tokens, header, text }: Block, inner: number): Where | undefined {
  if (header && touches(header.span, inner)) return 'header';
  const before = inner > 0 ? tokens[tokenAt(tokens, inner - 1)] : undefined;
  if (before === TOKEN.comment) return 'comment';
  const here = inner < text.length ? tokens[tokenAt(tokens, inner)] : undefined;
  if (here === TOKEN.stray || before === TOKEN.stray) return 'stray';
  if (before === TOKEN.unread) return 'unread';
  return header && inner > header.span.end && inner <= endOfHeaderLine(tokens) ? 'headerRest' : undefined;
}

function endOfHeaderLine(tokens: Int32Array): number {
  let i = 0;
  while (i < tokens.length && tokens[i] !== TOKEN.newline && tokens[i] !== TOKEN.unread) i += TOKEN_SIZE;
  return i < tokens.length ? (tokens[i + 1] ?? 0) : (tokens[i - 1] ?? 0);
}

function tokenIn({ tokens, text }: Block, inner: number): Token | undefined {
  if (inner >= text.length) return undefined;
  const i = tokenAt(tokens, inner);
  return { kind: tokens[i] ?? 0, span: { start: tokens[i + 1] ?? 0, end: tokens[i + 2] ?? 0 } };
}

/** Finds the line by the logical line that the offset stands on: between two line ends that are no joints. */
function lineIn({ tokens, lines, text }: Block, inner: number): Line | undefined {
  if (tokens.length === 0 || lines.length === 0) return undefined;
  const at = tokenAt(tokens, Math.min(inner, text.length));
  let first = at;
  while (first > 0 && tokens[first - TOKEN_SIZE] !== TOKEN.newline) first -= TOKEN_SIZE;
  let last = at;
  while (last < tokens.length && tokens[last] !== TOKEN.newline) last += TOKEN_SIZE;
  if (inner >= text.length && tokens[at] === TOKEN.newline) return undefined;
  const start = tokens[first + 1] ?? 0;
  const end = last < tokens.length ? (tokens[last + 1] ?? 0) : text.length;
  const line = lines[firstLineFrom(lines, start)];
  return line && line.span.start <= end ? line : undefined;
}

/** Index of the first line that starts at or after an offset. */
function firstLineFrom(lines: readonly Line[], start: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts the separators between the start of the line and the place. */
function fieldIndexAt({ tokens }: Block, line: Line, inner: number): number {
  let index = line.key ? -1 : 0;
  for (let i = tokenAt(tokens, line.span.start); i < tokens.length && (tokens[i + 2] ?? 0) <= inner; i += TOKEN_SIZE) {
    if (tokens[i] === TOKEN.comma || tokens[i] === TOKEN.equals) index++;
    else if (tokens[i] === TOKEN.newline) break;
  }
  return Math.min(index, line.fields.length - 1);
}

function isInString({ tokens, text }: Block, inner: number): boolean {
  if (inner === 0) return false;
  const i = tokenAt(tokens, inner - 1);
  if (tokens[i] !== TOKEN.quoted) return false;
  const end = tokens[i + 2] ?? 0;
  return inner < end || !isTerminated(text, tokens[i + 1] ?? 0, end);
}

/** The token around the place, else the one that ends there. */
function percentAt(block: Block, field: Field, inner: number): PercentToken | undefined {
  const tokens = percentTokens(block, field).filter(({ span }) => touches(span, inner));
  return tokens.find(({ span }) => inner < span.end) ?? tokens[0];
}
