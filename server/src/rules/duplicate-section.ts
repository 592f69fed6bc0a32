import type { Fix } from '../engine/types.js';
import type { Model, Section } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import { lineAt } from '../text/snapshot.js';
import { makeFix } from './fixes/fix.js';
import { mergeBlocks } from './fixes/merge-blocks.js';
import { defineRule } from './rule.js';
import { headerSpan } from './support/places.js';

export default defineRule({
  name: 'duplicate-section',
  summary: 'A section is defined more than once.',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    duplicate: {
      text: 'Section [{name}] begins in line {line} already; Windows reads both parts as one section.',
      infverif: 1209,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    for (const section of model.sections.filter(({ blocks }) => blocks.length > 1)) {
      const [first, ...others] = section.blocks;
      if (first === undefined || others.length === 0) continue;
      const line = lineAt(model.cst.snapshot, headerSpan(section).start) + 1;
      const related = [{ span: headerSpan(section), message: `Section [${section.name}] begins here.` }];
      let fix: Fix | undefined;
      for (const placed of others) {
        if (placed.block.header === undefined) continue;
        const span = absolute(placed, placed.block.header.span);
        yield finding(
          span,
          'duplicate',
          { name: section.name, line },
          {
            related,
            fixes: () => (canMerge(section) ? [(fix ??= mergeFix(model, section))] : []),
          },
        );
      }
    }
  },
});

/** A part with an open quote or header would take in what is written behind it. */
function canMerge({ blocks }: Section): boolean {
  return blocks.every(({ block }) => block.problems.length === 0);
}

function mergeFix(model: Model, section: Section): Fix {
  const title =
    section.blocks.length === 2
      ? 'Merge both parts'
      : `Merge all ${String(section.blocks.length)} parts into the first`;
  return makeFix({ action: 'merge-sections', title, safety: 'safe', preferred: true }, () =>
    mergeBlocks(model, section),
  );
}
