import type { Fix } from '../../engine/types.js';
import type { Model } from '../../model/types.js';
import type { DmaLine } from '../../plan/dma.js';
import { createDraft } from './draft.js';
import { makeFix } from './fix.js';
import { contentOf } from './insert-opt-in.js';
import { beforeEntry } from './layout.js';
import { linesAround, separatorIn } from './neighbours.js';
import { mergeSpellings, readSpelling, renderRegistry } from './registry-style.js';

/** Puts `RemappingSupported = 1` before a RemappingFlags line that lacks it: the opt-in that the flags speak of. */
export function addSupported(model: Model, flags: DmaLine): Fix {
  return makeFix({ action: 'add-supported', title: 'Add RemappingSupported = 1: opt in' }, () => {
    const draft = createDraft(model);
    const around = linesAround(model, flags.line);
    const spelling = mergeSpellings(readSpelling([flags.line]), readSpelling(around));
    const content = contentOf('RemappingSupported', 1);
    const { at } = flags.line;
    draft.insertLine(beforeEntry(at), renderRegistry(spelling, around, separatorIn(at), content));
    return draft.edits();
  });
}
