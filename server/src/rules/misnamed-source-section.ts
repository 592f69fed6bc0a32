import type { Section } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { misnamedSourceSections } from './support/files.js';
import { headerSpan } from './support/places.js';

export default defineRule({
  name: 'misnamed-source-section',
  summary: 'A section of sources has a platform extension with "nt", which Windows does not read there.',
  severity: 'error',
  fix: 'unsafe',
  messages: {
    nt: { text: 'Windows does not read [{name}]: the section of this architecture is called [{right}].' },
  },
  *check({ analysis, finding }) {
    for (const section of misnamedSourceSections(analysis)) {
      const right = section.name.replace(/\.nt(?=\w)/i, '.').replace(/\.nt$/i, '');
      const head = { action: 'rename-section', title: `Rename it to [${right}]`, preferred: true };
      const fixes = () => [makeFix(head, () => nameSpans(section).map((span) => ({ span, newText: right })))];
      yield finding(headerSpan(section), 'nt', { name: section.name, right }, { fixes });
    }
  },
});

/** Document spans of the name in every header of a section. */
function nameSpans({ blocks }: Section): readonly Span[] {
  return blocks.flatMap((placed) => {
    const { header } = placed.block;
    return header === undefined ? [] : [absolute(placed, header.nameSpan)];
  });
}
