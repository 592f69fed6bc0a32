import type { Fix } from '../../engine/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { Entry } from '../../plan/entries.js';
import { absolute } from '../../syntax/cst.js';
import { createDraft } from './draft.js';
import { makeFix } from './fix.js';
import { placeOf, wholeEntry } from './layout.js';

/**
 * Lets one CatalogFile serve all platforms: the plain entry where there is one, else the decorated one that is given,
 * without its extension. All the other entries go. `undefined` where the kept entry names nothing.
 * Source: install/inf-version-section.md
 */
export function oneCatalog({ model, entries }: Analysis, entry: Entry): Fix | undefined {
  const all = entries.named('CatalogFile');
  const kept = all.find(({ at }) => at.line.key?.value.includes('.') === false) ?? entry;
  const { key, fields } = kept.at.line;
  const file = fields[0] === undefined ? '' : model.valueOf(fields[0]);
  if (key === undefined || file === '') return undefined;
  return makeFix({ action: 'one-catalog', title: `Let CatalogFile = ${file} serve all platforms` }, () => {
    const draft = createDraft(model);
    const { start } = absolute(kept.at.placed, key.span);
    const plain = key.value.indexOf('.');
    if (plain >= 0) draft.remove({ start: start + plain, end: start + key.value.length });
    for (const { at } of all) if (placeOf(at) !== placeOf(kept.at)) draft.remove(wholeEntry(model, at));
    return draft.edits();
  });
}
