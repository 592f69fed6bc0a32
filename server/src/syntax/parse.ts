import type { Snapshot } from '../text/snapshot.js';
import { shifted } from '../text/span.js';
import type { Cst, PlacedBlock, Refusal, SyntaxProblemKind } from './cst.js';
import { CONTROL_CHARACTERS, parseBlock } from './parse-block.js';
import { findReusable, type Reuse } from './reuse.js';
import { TokenBuffer } from './scan.js';
import { split } from './split.js';

/** The parsed blocks of one version. Hand them in with the next one: blocks whose text is still the same are reused. */
export type BlockCache = readonly PlacedBlock[];

/**
 * Parses a document. The tree is the same with and without a cache; the cache that is handed back holds the blocks of
 * this version only, so that nothing of older versions stays alive. Never throws on any text.
 */
export function parse(snapshot: Snapshot, cache?: BlockCache): { readonly cst: Cst; readonly cache: BlockCache } {
  const { text } = snapshot;
  const reuse = cache && findReusable(text, cache);
  const { blocks, end } = cache && reuse ? parseChanged(text, cache, reuse) : parseAll(text, cache ?? []);
  return { cst: { snapshot, blocks, refusal: findRefusal(blocks), end }, cache: blocks };
}

interface Parsed {
  readonly blocks: readonly PlacedBlock[];
  readonly end: number;
}

function parseAll(text: string, previous: BlockCache): Parsed {
  const { starts, end } = split(text);
  return { blocks: parseBlocks(text, starts, text.length, 0, previous), end };
}

/** Parses what stands between the unchanged blocks at the beginning and at the end. */
function parseChanged(text: string, previous: BlockCache, reuse: Reuse): Parsed {
  const { head, tail, starts, tailStart, end } = reuse;
  const firstOfTail = previous.length - tail;
  const blocks = previous.slice(0, head);
  for (const placed of parseBlocks(text, starts, tailStart, head, previous.slice(head, firstOfTail)))
    blocks.push(placed);
  const moved = tailStart - (previous[firstOfTail]?.start ?? 0);
  for (const { block, start } of previous.slice(firstOfTail)) {
    blocks.push({ block, start: start + moved, index: blocks.length });
  }
  return { blocks, end };
}

/**
 * Parses the blocks that begin at `starts`, the last of which ends at `end`.
 * @param index position of the first of them in the document
 * @param previous blocks to take over where the text is the same
 */
function parseBlocks(
  text: string,
  starts: readonly number[],
  end: number,
  index: number,
  previous: BlockCache,
): PlacedBlock[] {
  const known = new Map(previous.map(({ block }) => [block.text, block]));
  const expected = previous.length > 0 ? 0 : end - (starts[0] ?? end);
  const tokens = new TokenBuffer(expected);
  const mayHaveControl = CONTROL_CHARACTERS.test(text.slice(starts[0], end));
  const blocks = starts.map((start, i): PlacedBlock => {
    const next = starts[i + 1] ?? end;
    // Looking up would hash the whole text, also where there is nothing to be found.
    const same = known.size > 0 ? known.get(text.slice(start, next)) : undefined;
    const block = same ?? parseBlock(ownCopy(text, start, next), index + i > 0, tokens, mayHaveControl);
    return { block, start, index: index + i };
  });
  tokens.trim();
  return blocks;
}

/**
 * Copies a piece of a text, so that it does not share the memory of the document it is cut from (as slices do in V8).
 * Joining makes one flat string, which is faster to go through than a slice or a concatenation.
 */
function ownCopy(text: string, start: number, end: number): string {
  return start < end ? [text.charAt(start), text.slice(start + 1, end)].join('') : '';
}

const REFUSALS: Readonly<
  Partial<Record<SyntaxProblemKind, { readonly code: number; readonly reason: Refusal['reason'] }>>
> = {
  'unclosed-header': { code: 0xe0000001, reason: 'unclosed-header' },
  'section-name-too-long': { code: 0xe0000002, reason: 'section-name-too-long' },
};

/**
 * What makes SetupAPI refuse the file: a bad header ends its reading at once. Text before the first section it forgives
 * in a file that has a [Strings] section, else it reports that after all other faults.
 */
function findRefusal(blocks: readonly PlacedBlock[]): Refusal | undefined {
  for (const { block, start } of blocks) {
    for (const problem of block.problems) {
      const refusal = REFUSALS[problem.kind];
      if (refusal) return { ...refusal, span: shifted(problem.span, start) };
    }
  }
  const stray = blocks[0]?.block.problems.find((problem) => problem.kind === 'text-before-first-section');
  if (!stray || blocks.some(({ block }) => block.header?.name.toLowerCase() === 'strings')) return undefined;
  return { code: 0xe0000000, span: stray.span, reason: 'text-before-first-section' };
}
