import { defineRule } from '../../server/src/rules/rule.js';
import internalError from '../../server/src/rules/internal-error.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

/** Fails in a file that says so. */
const fragile = defineRule({
  name: 'fragile',
  summary: 'Fails now and then.',
  severity: 'error',
  fix: 'none',
  messages: { never: { text: 'Never.' } },
  check: ({ analysis }) => {
    if (analysis.model.sectionNamed('Fail') !== undefined) throw new RangeError('too far');
    return [];
  },
});

suite('internal-error', () => {
  test('names the rule that failed, and the reason', () => {
    rule(
      [internalError, fragile],
      `
      [Version]
      ^ internal-error Rule fragile fails on this file (RangeError: too far), so its findings are missing; please report this.
      Class = System
      [Fail]
      `,
    );
  });

  test('is silent as long as no rule fails', () => {
    rule([internalError, fragile], driver(''));
  });
});
