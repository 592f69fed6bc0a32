import type { Fix } from '../engine/types.js';
import type { Analysis } from '../plan/analysis.js';
import { planFiles } from '../plan/files.js';
import type { SourceFile } from '../plan/source-disks.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { sameFile } from './support/files.js';
import { keySpan } from './support/places.js';

export default defineRule({
  name: 'catalog-in-source-files',
  summary: '[SourceDisksFiles] lists a catalog, which belongs to the package by its entry in [Version].',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    catalog: {
      text: '{file} is a catalog: CatalogFile in [Version] names it, and [SourceDisksFiles] must not list it.',
      infverif: 1213,
    },
  },
  *check({ analysis, finding }) {
    for (const file of analysis.once(planFiles).sources.files) {
      if (!/\.cat$/i.test(file.name)) continue;
      yield finding(keySpan(file.at), 'catalog', { file: file.name }, { fixes: () => [removal(analysis, file)] });
    }
  },
});

/** Takes the line away, with the lines of lists that copy the catalog. */
function removal(analysis: Analysis, { at, name }: SourceFile): Fix {
  return makeFix({ action: 'remove-line', title: `Remove ${name}`, preferred: true }, () => {
    const draft = createDraft(analysis.model);
    draft.remove(wholeEntry(analysis.model, at));
    for (const { list, source, at: copy } of analysis.once(planFiles).operations.all) {
      if (list !== undefined && sameFile(source, name)) draft.remove(wholeEntry(analysis.model, copy));
    }
    return draft.edits();
  });
}
