import invalidFeatureScore from '../../server/src/rules/invalid-feature-score.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('invalid-feature-score', () => {
  test('reports what is no byte in hexadecimal digits', () => {
    rule(
      invalidFeatureScore,
      driver(`
        [Dev.NT]
        FeatureScore = high
                       ~~~~ invalid-feature-score FeatureScore is one byte in hexadecimal digits, 00 to FF, not "high".
        FeatureScore = 1FF
                       ~~~ invalid-feature-score FeatureScore 1FF is more than FF, the largest byte.
        FeatureScore =
        ~~~~~~~~~~~~~~ invalid-feature-score FeatureScore has no value; it is one byte in hexadecimal digits, 00 to FF.
      `),
    );
  });

  test('is silent about bytes and placeholders', () => {
    for (const score of ['FD', '0', '0x40', '0x00FF', '@SCORE@', '%Score%']) {
      rule(invalidFeatureScore, driver(`[Dev.NT]\nFeatureScore = ${score}\n`));
    }
  });

  test('writes a decimal number in hexadecimal digits', () => {
    fixed(
      invalidFeatureScore,
      driver('[Dev.NT]\nFeatureScore = 253\n'),
      driver('[Dev.NT]\nFeatureScore = FD\n'),
      'write-in-hex',
    );
  });
});
