import { readNumber } from '../model/numbers.js';
import type { DmaLine } from '../plan/dma.js';
import { setValueFixes } from './fixes/change-value.js';
import { defineRule } from './rule.js';
import { allowedNumbers, valueSpan, writtenValue } from './support/dma-text.js';
import { holdsOneValue } from './support/registry-flags.js';

export default defineRule({
  name: 'dma-value-not-a-number',
  summary: 'A DMA remapping value is no number, or missing.',
  severity: 'error',
  fix: 'unsafe',
  messages: {
    unreadable: { text: 'The value {value} of {name} is not a number; allowed are {allowed}.', infverif: 1268 },
    missing: { text: 'The line states no value for {name}; allowed are {allowed}.' },
  },
  *check({ analysis, finding }) {
    for (const line of analysis.dma.lines) {
      if (line.placeholder || !shouldHoldNumber(line) || readNumber(line.valueText) !== undefined) continue;
      const allowed = allowedNumbers(line.intended);
      const extras = { fixes: () => setValueFixes(analysis.model, line) };
      const span = valueSpan(line);
      const name = line.intended;
      if (line.valueText === '') yield finding(span, 'missing', { name, allowed }, extras);
      else yield finding(span, 'unreadable', { value: writtenValue(line), name, allowed }, extras);
    }
  },
});

/** Bytes and lists are the fault of the type, which another rule tells. */
function shouldHoldNumber({ line, type }: DmaLine): boolean {
  return line.flags === undefined ? type === 'placeholder' : holdsOneValue(line.flags);
}
