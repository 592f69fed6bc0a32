import type { PlacedBlock } from './cst.js';
import { endOfReading, splitSections, startsHeader } from './split.js';

/** How much of the previous version's blocks stands unchanged at the beginning and at the end of a text. */
export interface Reuse {
  /** So many first blocks are unchanged and stand where they stood; at least one. */
  readonly head: number;
  /** So many last blocks are unchanged. */
  readonly tail: number;
  /** Where the blocks between them start; empty when nothing stands between them. */
  readonly starts: readonly number[];
  /** Where the first of the tail starts; the length of the text when there is no tail. */
  readonly tailStart: number;
  /** As in `Split`. */
  readonly end: number;
}

/**
 * Finds what an edit left alone by comparing the text with the blocks of the previous version, from both ends. The rest
 * is split anew. Answers `undefined` when only a full split is sure to give the same as one without previous blocks.
 */
export function findReusable(text: string, previous: readonly PlacedBlock[]): Reuse | undefined {
  const { head, headEnd } = matchHead(text, previous);
  const last = previous[head - 1];
  if (!last) return undefined;
  const { tail, tailStart } = matchTail(text, previous, head, headEnd);
  const end = endOfReading(text, last.start);
  if (end < tailStart) return undefined;
  const starts: number[] = [];
  if (headEnd < tailStart) {
    const continued = splitSections(text, headEnd, tailStart, starts);
    const endsLine = text.charCodeAt(tailStart - 1) === 10;
    if (tail > 0 && (continued || !endsLine)) return undefined;
  }
  return { head, tail, starts, tailStart, end };
}

/**
 * Counts the blocks at the beginning that are unchanged and still end where they did: behind them a header must follow,
 * as it did before.
 */
function matchHead(
  text: string,
  previous: readonly PlacedBlock[],
): { readonly head: number; readonly headEnd: number } {
  let head = 0;
  let headEnd = 0;
  for (const { block } of previous) {
    if (!text.startsWith(block.text, headEnd)) break;
    headEnd += block.text.length;
    head++;
  }
  const last = previous[head - 1];
  if (last && (head === previous.length || !startsHeader(text, headEnd, text.length))) {
    head--;
    headEnd = last.start;
  }
  return { head, headEnd };
}

function matchTail(
  text: string,
  previous: readonly PlacedBlock[],
  head: number,
  headEnd: number,
): { readonly tail: number; readonly tailStart: number } {
  let tail = 0;
  let tailStart = text.length;
  while (head + tail < previous.length) {
    const block = previous[previous.length - 1 - tail]?.block;
    if (!block || tailStart - block.text.length < headEnd || !text.endsWith(block.text, tailStart)) break;
    tailStart -= block.text.length;
    tail++;
  }
  return { tail, tailStart };
}
