import { defineRule } from './rule.js';

/** Reported by the engine when another rule throws; the rule itself checks nothing. */
export default defineRule({
  name: 'internal-error',
  summary: 'A rule failed on this file: a bug of this tool, not of the file.',
  severity: 'error',
  fix: 'none',
  messages: {
    failed: { text: 'Rule {rule} fails on this file ({reason}), so its findings are missing; please report this.' },
  },
  check: () => [],
});
