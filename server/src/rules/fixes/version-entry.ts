import type { Model } from '../../model/types.js';
import { fold } from '../../language/fold.js';
import type { LineRef } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { createDraft } from './draft.js';
import { afterContent, afterEntry } from './layout.js';
import { keyedSamples, renderKeyed } from './style.js';

/** The order in which [Version] is usually written. */
const CUSTOMARY_ORDER: readonly string[] = [
  'signature',
  'class',
  'classguid',
  'provider',
  'extensionid',
  'catalogfile',
  'driverver',
  'pnplockdown',
];

/**
 * Writes an entry into [Version] as its neighbours are written, behind the entry that customarily precedes it. No edits
 * when there is no [Version].
 */
export function insertVersionEntry(model: Model, key: string, value: string): readonly TextEdit[] {
  const section = model.sectionNamed('Version');
  const home = section?.blocks[0];
  if (section === undefined || home === undefined) return [];
  const draft = createDraft(model);
  const before = predecessorOf(section.lines, key) ?? section.lines.at(-1);
  const offset = before === undefined ? afterContent(model, home) : afterEntry(model, before);
  draft.insertLine(offset, renderKeyed(keyedSamples(section.lines), key, value));
  return draft.edits();
}

/** The last entry in the file that customarily precedes the new one. */
function predecessorOf(lines: readonly LineRef[], key: string): LineRef | undefined {
  const rank = rankOf(key);
  return lines.findLast((at) => {
    const own = rankOf(at.line.key?.value ?? '');
    return own >= 0 && own < rank;
  });
}

/** Place of an entry in the customary order, -1 for any other; `CatalogFile.ntamd64` counts as `CatalogFile`. */
function rankOf(key: string): number {
  const dot = key.indexOf('.');
  return CUSTOMARY_ORDER.indexOf(fold(dot < 0 ? key : key.slice(0, dot)));
}
