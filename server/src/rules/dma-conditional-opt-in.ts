import { setValueFixes } from './fixes/change-value.js';
import { defineRule } from './rule.js';
import { findDisputedLines } from './support/dma-disagreements.js';
import { isDisplayClass } from './support/dma-subjects.js';
import { valueSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-conditional-opt-in',
  summary: 'RemappingFlags = 1 makes the opt-in conditional.',
  severity: 'info',
  fix: 'unsafe',
  messages: {
    conditional: {
      text: 'RemappingFlags = 1 opts in only for a device at an external port, or while Driver Verifier checks DMA; 0 opts in always.',
    },
  },
  *check({ analysis, finding }) {
    if (isDisplayClass(analysis.model)) return;
    const disputed = analysis.once(findDisputedLines);
    const reported = new Set<unknown>();
    for (const { supported, flags } of analysis.dma.statements) {
      const line = flags.at(-1);
      if (line?.value !== 1 || line.type !== 'dword' || supported.at(-1)?.value !== 1 || reported.has(line)) continue;
      if (disputed.has(line)) continue;
      reported.add(line);
      yield finding(valueSpan(line), 'conditional', {}, { fixes: () => setValueFixes(analysis.model, line) });
    }
  },
});
