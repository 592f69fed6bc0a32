import type { Model, Section } from '../../model/types.js';
import type { PlacedBlock } from '../../syntax/cst.js';
import type { Span, TextEdit } from '../../text/span.js';
import { createDraft } from './draft.js';
import { afterContent, afterHeader, lineEnd } from './layout.js';
import { wholeBlock } from './removal.js';

/** Moves the lines of all blocks of a section, with their comments, behind those of the first. */
export function mergeBlocks(model: Model, section: Section): readonly TextEdit[] {
  const [first, ...others] = section.blocks;
  if (first === undefined) return [];
  const draft = createDraft(model);
  const offset = afterContent(model, first);
  for (const placed of others) {
    const content = contentOf(model, placed);
    if (content !== '') draft.insertLine(offset, content);
    draft.remove(wholeBlock(model, placed));
  }
  return draft.edits();
}

/**
 * The comment of the header line, and the lines of a block up to the last entry, without their last line end.
 * @param cuts what is left out of the lines: document spans in ascending order
 */
export function contentOf(model: Model, placed: PlacedBlock, cuts: readonly Span[] = []): string {
  const { text } = model.cst.snapshot;
  const behind = placed.start + (placed.block.header?.span.end ?? 0);
  const comment = text.slice(behind, lineEnd(text, behind, model.cst.end)).trim();
  const ends = [...cuts.map(({ start }) => start), afterContent(model, placed)];
  const starts = [afterHeader(model, placed), ...cuts.map(({ end }) => end)];
  const kept = starts.map((start, index) => text.slice(start, ends[index]));
  const lines = kept.join('').replace(/(?:\r\n|\r|\n)$/, '');
  if (comment === '') return lines;
  const lineBreak = text.slice(lineEnd(text, behind, model.cst.end), afterHeader(model, placed));
  return lines === '' ? comment : comment + lineBreak + lines;
}
