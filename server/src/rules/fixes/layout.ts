import type { Model } from '../../model/types.js';
import type { LineRef, PlacedBlock } from '../../syntax/cst.js';
import { TOKEN, TOKEN_SIZE } from '../../syntax/scan.js';
import type { Span } from '../../text/span.js';
import { mostCommon } from './style.js';

const LF = 10;
const CR = 13;

/** Offset of the first character of the physical line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== LF && text.charCodeAt(at - 1) !== CR) at--;
  return at;
}

/** Offset of the end of the physical line that holds `offset`, before its line end, at most `limit`. */
export function lineEnd(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
  return at;
}

/** Offset behind the line end that starts at `end`. */
export function nextLine(text: string, end: number, limit: number): number {
  if (end >= limit) return limit;
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}

/** Offset of the end of the physical line above the one that starts at `start` (> 0), before its line end. */
function endAbove(text: string, start: number): number {
  return text[start - 1] === '\n' && text[start - 2] === '\r' ? start - 2 : start - 1;
}

/** The line end used around an offset: that of the physical line above, else that of its own line, else CR LF. */
export function lineBreakAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  if (start > 0) return text.slice(endAbove(text, start), start);
  const end = lineEnd(text, offset, text.length);
  return end < text.length ? text.slice(end, nextLine(text, end, text.length)) : '\r\n';
}

/** Offsets, inside a block, behind its logical lines' ends. */
function* logicalEnds(placed: PlacedBlock): Generator<number> {
  const { tokens } = placed.block;
  for (let index = 0; index < tokens.length; index += TOKEN_SIZE) {
    if (tokens[index] === TOKEN.newline) yield tokens[index + 2] ?? 0;
  }
}

/** Offset behind the last physical line of an entry, its comment and line end included. */
export function afterEntry(model: Model, at: LineRef): number {
  for (const end of logicalEnds(at.placed)) {
    if (end > at.line.span.end) return at.placed.start + end;
  }
  return blockLimit(model, at.placed);
}

/** Offset of the first physical line of an entry, also where a `\\` alone precedes its first character. */
export function beforeEntry(at: LineRef): number {
  let start = 0;
  for (const end of logicalEnds(at.placed)) {
    if (end > at.line.span.start) break;
    start = end;
  }
  return at.placed.start + start;
}

/** Offset of an entry in the document: tells entries apart, which blocks of the same text share. */
export function placeOf(at: LineRef): number {
  return at.placed.start + at.line.span.start;
}

/** The whole physical lines of an entry, with comment and line end. */
export function wholeEntry(model: Model, at: LineRef): Span {
  return { start: beforeEntry(at), end: afterEntry(model, at) };
}

/** Offset behind a block's header line. */
export function afterHeader(model: Model, placed: PlacedBlock): number {
  const { text } = model.cst.snapshot;
  const header = placed.block.header;
  const from = placed.start + (header?.span.end ?? 0);
  return nextLine(text, lineEnd(text, from, model.cst.end), model.cst.end);
}

/** Physical lines from `from` up to `limit`, without their line ends. */
function* physicalLines(
  text: string,
  from: number,
  limit: number,
): Generator<{ start: number; end: number; content: string }> {
  let start = from;
  while (start < limit) {
    const end = lineEnd(text, start, limit);
    const next = nextLine(text, end, limit);
    yield { start, end: next, content: text.slice(start, end).trim() };
    start = next;
  }
}

/** Offset where the document's part of a block ends: at the next header, the end of the file or Ctrl+Z. */
function blockLimit(model: Model, placed: PlacedBlock): number {
  return Math.min(placed.start + placed.block.text.length, model.cst.end);
}

/**
 * Where a block's own text ends, behind a line end: after the last entry and the comments that follow it at once, unless
 * those stand right above the next header and so belong to it.
 */
export function afterContent(model: Model, placed: PlacedBlock): number {
  const last = placed.block.lines.at(-1);
  const from = last === undefined ? afterHeader(model, placed) : afterEntry(model, { placed, line: last });
  const limit = blockLimit(model, placed);
  let end = from;
  for (const line of physicalLines(model.cst.snapshot.text, from, limit)) {
    if (line.content === '') return end;
    end = line.end;
  }
  return limit === model.cst.end ? end : from;
}

/** Offset behind the blank lines that start at `from`. */
export function afterBlankLines(model: Model, from: number): number {
  let end = from;
  for (const line of physicalLines(model.cst.snapshot.text, from, model.cst.end)) {
    if (line.content !== '') break;
    end = line.end;
  }
  return end;
}

/** Offset of the first of the blank lines that end at `until`. */
export function beforeBlankLines(text: string, until: number): number {
  let start = until;
  while (start > 0) {
    const end = endAbove(text, start);
    const above = lineStart(text, end);
    if (text.slice(above, end).trim() !== '') break;
    start = above;
  }
  return start;
}

/** Tells whether a line of text (not a blank one) starts at `offset`. */
export function hasTextAt(model: Model, offset: number): boolean {
  const { text } = model.cst.snapshot;
  const end = lineEnd(text, offset, model.cst.end);
  return text.slice(offset, end).trim() !== '';
}

/** So many blank lines part sections; more of them mean a larger break. */
const MOST_BLANK_LINES = 2;

/**
 * How many blank lines go between a block and a section written behind it: as many as part it from the next header now;
 * where a comment or nothing follows, as many as usually part two sections.
 */
export function blankLinesBehind(model: Model, placed: PlacedBlock): number {
  const next = model.cst.blocks[placed.index + 1];
  if (next !== undefined && afterBlankLines(model, afterContent(model, placed)) === next.start) {
    const own = blankLines(model, placed, next);
    if (own <= MOST_BLANK_LINES) return own;
  }
  const { blocks, end } = model.cst;
  const counts = blocks.flatMap((block) => {
    const following = blocks[block.index + 1];
    const parted = block.block.lines.length > 0 && following !== undefined && following.start < end;
    return parted ? [blankLines(model, block, following)] : [];
  });
  return mostCommon(counts) ?? 1;
}

/** Blank lines below a block's content. */
function blankLines(model: Model, placed: PlacedBlock, next: PlacedBlock): number {
  let blank = 0;
  for (const line of physicalLines(model.cst.snapshot.text, afterContent(model, placed), next.start)) {
    if (line.content !== '') break;
    blank++;
  }
  return blank;
}
