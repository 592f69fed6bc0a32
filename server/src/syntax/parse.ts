import type { Snapshot } from '../text/snapshot.js';
import { shifted } from '../text/span.js';
import type { Block, Cst, PlacedBlock, Refusal, SyntaxProblemKind } from './cst.js';
import { CONTROL_CHARACTERS, parseBlock } from './parse-block.js';
import { TokenBuffer } from './scan.js';
import { split } from './split.js';

/** Parsed blocks by their own text. Hand in the one of the previous version: unchanged blocks are then reused. */
export type BlockCache = ReadonlyMap<string, Block>;

/**
 * Parses a document. The tree is the same with and without a cache; the cache that is handed back holds the blocks of
 * this version only, so that nothing of older versions stays alive. Never throws on any text.
 */
export function parse(snapshot: Snapshot, cache?: BlockCache): { readonly cst: Cst; readonly cache: BlockCache } {
  const { text } = snapshot;
  const { starts, end } = split(text);
  const kept = new Map<string, Block>();
  const tokens = new TokenBuffer(cache ? 0 : text.length);
  const mayHaveControl = CONTROL_CHARACTERS.test(text);
  const blockOf = (source: string, hasHeader: boolean): Block => {
    const known = cache?.get(source);
    if (known) return known;
    const copy = ownCopy(source);
    return kept.get(copy) ?? parseBlock(copy, hasHeader, tokens, mayHaveControl);
  };
  const blocks = starts.map((start, index): PlacedBlock => {
    const block = blockOf(text.slice(start, starts[index + 1] ?? text.length), index > 0);
    kept.set(block.text, block);
    return { block, start, index };
  });
  tokens.trim();
  return { cst: { snapshot, blocks, refusal: findRefusal(blocks), end }, cache: kept };
}

/** Copies a text, so that it does not share the memory of the document it was cut from (as slices do in V8). */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
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
