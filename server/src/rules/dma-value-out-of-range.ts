import { readNumber } from '../model/numbers.js';
import { setValueFixes } from './fixes/change-value.js';
import { defineRule } from './rule.js';
import { allowedNumbers, valueSpan, writtenValue } from './support/dma-text.js';

export default defineRule({
  name: 'dma-value-out-of-range',
  summary: 'A DMA remapping value is a number that the documentation does not define.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    range: { text: 'The value {value} of {name} is not defined; allowed are {allowed}.' },
  },
  *check({ analysis, finding }) {
    for (const line of analysis.dma.lines) {
      if (line.placeholder || line.value !== undefined || line.type === 'other') continue;
      if (readNumber(line.valueText) === undefined) continue;
      const allowed = allowedNumbers(line.intended);
      const args = { value: writtenValue(line), name: line.intended, allowed };
      yield finding(valueSpan(line), 'range', args, { fixes: () => setValueFixes(analysis.model, line) });
    }
  },
});
