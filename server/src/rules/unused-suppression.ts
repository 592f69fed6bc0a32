import { defineRule } from './rule.js';

/** Reported by the engine, which alone knows what a suppression has hidden; the rule itself checks nothing. */
export default defineRule({
  name: 'unused-suppression',
  summary: 'A comment suppresses a rule or an InfVerif number of which nothing is found there.',
  severity: 'hint',
  fix: 'none',
  messages: {
    unused: { text: 'The suppression of {rule} hides nothing: the rule finds nothing {where}.' },
    unusedNumber: { text: 'The suppression of InfVerif {number} hides nothing: no rule reports that number {where}.' },
  },
  check: () => [],
});
