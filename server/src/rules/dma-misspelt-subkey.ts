import { DMA_VALUES } from '../plan/dma-values.js';
import { fixSubkey } from './fixes/fix-name.js';
import { defineRule } from './rule.js';
import { isMisspeltSubkey } from './support/dma-places.js';
import { spanOf } from './support/dma-text.js';

export default defineRule({
  name: 'dma-misspelt-subkey',
  summary: 'The subkey of a DMA remapping value is misspelt, so Windows never reads the value.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    misspelt: { text: 'Windows reads {name} below the subkey "{wanted}", not below "{written}".' },
  },
  *check({ analysis, finding }) {
    for (const line of analysis.dma.lines) {
      if (!isMisspeltSubkey(line)) continue;
      const wanted = DMA_VALUES[line.intended].subkey;
      const args = { name: line.intended, wanted, written: line.line.subkey };
      const fixes = () => [fixSubkey(analysis.model, line) ?? []].flat();
      yield finding(spanOf(line.line.at, line.line.subkeyField), 'misspelt', args, { fixes });
    }
  },
});
