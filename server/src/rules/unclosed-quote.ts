import { absolute } from '../syntax/cst.js';
import { defineRule } from './rule.js';

export default defineRule({
  name: 'unclosed-quote',
  summary: 'A quotation mark has no partner on its line.',
  severity: 'warning',
  fix: 'none',
  messages: {
    unclosed: {
      text: 'This quotation mark has no partner, so all up to the end of the line belongs to the value, commas and comments included.',
    },
  },
  *check({ analysis, finding }) {
    for (const placed of analysis.model.cst.blocks.filter(({ block }) => block.problems.length > 0)) {
      for (const { kind, span } of placed.block.problems) {
        if (kind !== 'unterminated-quote') continue;
        yield finding(absolute(placed, span), 'unclosed', {});
      }
    }
  },
});
