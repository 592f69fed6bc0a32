import type { DmaAnalysis, DmaLine, DmaStatement } from '../plan/dma.js';
import { addSupported } from './fixes/add-supported.js';
import { removeLine } from './fixes/move-line.js';
import { defineRule } from './rule.js';
import { isDisplayClass, isSound } from './support/dma-subjects.js';
import { relatedLine, sectionNameOf, valueNameSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-flags-without-supported',
  summary: 'RemappingFlags is set where RemappingSupported = 1 is not, so it means nothing.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    missing: { text: 'RemappingFlags means nothing for [{section}], as RemappingSupported = 1 is not set beside it.' },
    optedOut: { text: 'RemappingFlags = 1 means nothing beside RemappingSupported = 0.' },
  },
  *check({ analysis, finding }) {
    const { model, dma } = analysis;
    if (dma.lines.some((line) => line.intended === 'RemappingSupported' && !isSound(line))) return;
    const adding = (flags: DmaLine) => (isDisplayClass(model) ? [] : [addSupported(model, flags)]);
    const reported = new Set<DmaLine>();
    for (const statement of dma.statements) {
      const flags = statement.flags.at(-1);
      const supported = statement.supported.at(-1);
      if (flags === undefined || reported.has(flags) || !isSound(flags)) continue;
      if (supported === undefined && isNowhereSet(dma, flags)) {
        reported.add(flags);
        const fixes = () => [adding(flags), removeLine(analysis, flags) ?? []].flat();
        yield finding(valueNameSpan(flags), 'missing', { section: sectionNameOf(statement.installation) }, { fixes });
      } else if (isIdle(statement) && supported !== undefined) {
        reported.add(flags);
        const related = [relatedLine(supported, 'RemappingSupported is set to 0 here.')];
        const fixes = () => [removeLine(analysis, flags) ?? []].flat();
        yield finding(valueNameSpan(flags), 'optedOut', {}, { related, fixes });
      }
    }
  },
});

/** Flags that are shared by several installations are useful as soon as one of them sets RemappingSupported. */
function isNowhereSet(dma: DmaAnalysis, flags: DmaLine): boolean {
  return dma.statements.every((one) => !one.flags.includes(flags) || one.supported.length === 0);
}

function isIdle({ flags, supported }: DmaStatement): boolean {
  return flags.at(-1)?.value === 1 && supported.every((line) => line.value === 0);
}
