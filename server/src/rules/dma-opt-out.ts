import { setValueFixes } from './fixes/change-value.js';
import { defineRule } from './rule.js';
import { findDisputedLines } from './support/dma-disagreements.js';
import { effectiveInstallations, isDisplayClass, isSound, pciMatches } from './support/dma-subjects.js';
import { valueSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-opt-out',
  summary: 'A driver or device opts out of DMA remapping.',
  severity: 'info',
  fix: 'unsafe',
  messages: {
    optOut: {
      text: '{name} = 0 opts out: where Kernel DMA Protection is on, Windows may block the device at external and exposed ports.',
    },
  },
  *check({ analysis, finding }) {
    if (isDisplayClass(analysis.model)) return;
    const disputed = analysis.once(findDisputedLines);
    for (const line of analysis.dma.lines) {
      if (line.value !== 0 || disputed.has(line) || line.intended === 'RemappingFlags' || !isSound(line)) continue;
      if (effectiveInstallations(line).every((one) => pciMatches(one).length === 0)) continue;
      const fixes = () => setValueFixes(analysis.model, line);
      yield finding(valueSpan(line), 'optOut', { name: line.intended }, { fixes });
    }
  },
});
