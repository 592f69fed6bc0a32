import type { Fix } from '../../engine/types.js';
import type { Model } from '../../model/types.js';
import type { DmaLine } from '../../plan/dma.js';
import { createDraft } from './draft.js';
import { contentOf } from './insert-opt-in.js';
import { beforeEntry } from './layout.js';
import { neighboursOf } from './neighbours.js';
import { renderRegistry } from './registry-style.js';

/** Puts `RemappingSupported = 1` before a RemappingFlags line that lacks it: the opt-in that the flags speak of. */
export function addSupported(model: Model, flags: DmaLine): Fix {
  const draft = createDraft(model);
  const local = [flags.line, ...neighboursOf(model, flags.line)];
  draft.insertLine(beforeEntry(flags.line.at), renderRegistry(model, local, contentOf('RemappingSupported', 1)));
  const title = 'Add RemappingSupported = 1: opt in';
  return { action: 'add-supported', title, safety: 'unsafe', edits: draft.edits() };
}
