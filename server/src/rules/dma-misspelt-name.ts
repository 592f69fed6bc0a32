import { fixName } from './fixes/fix-name.js';
import { defineRule } from './rule.js';
import { valueNameSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-misspelt-name',
  summary: 'The name of a DMA remapping value is misspelt, so Windows never reads it.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    misspelt: { text: 'Windows reads no value "{written}"; the nearest name is {name}.' },
  },
  *check({ analysis, finding }) {
    for (const line of analysis.dma.lines) {
      if (line.named) continue;
      const fixes = () => [fixName(line) ?? []].flat();
      const args = { written: line.line.valueName, name: line.intended };
      yield finding(valueNameSpan(line), 'misspelt', args, { fixes });
    }
  },
});
