import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { allRules } from '../../server/src/rules/index.js';
import { completeExample, examplesOf } from '../support/page-examples.js';
import { recordSilence } from '../support/recorded.js';
import { findingsIn } from '../support/squiggle.js';

for (const { name, messages } of allRules) {
  suite(`page of ${name}`, () => {
    const file = `docs/rules/${name}.md`;
    const page = existsSync(file) ? readFileSync(file, 'utf8').replace(/\r\n/g, '\n') : '';
    const examples = examplesOf(page);

    // A file that makes a rule fail is a bug to mend, not an example to keep.
    if (name !== 'internal-error') {
      test('has good and bad examples', () => {
        assert.deepEqual([...new Set(examples.map(({ kind }) => kind))].sort(), ['bad', 'good']);
      });
    }

    for (const example of examples) {
      const { kind, line, options, also } = example;
      test(`the example in line ${String(line)} is ${kind}`, () => {
        const text = completeExample(name, example).replace(/\n/g, '\r\n');
        const found = findingsIn(allRules, text, options);
        const told = found.map(({ rule, message }) => `${rule}: ${message}`);
        if (kind === 'bad') {
          const rules = new Set(found.map(({ rule }) => rule).filter((rule) => !also.includes(rule)));
          assert.deepEqual([...rules], [name], told.join('\n'));
        } else {
          assert.deepEqual(told, []);
          recordSilence(name);
        }
      });
    }

    test('says what mends it', () => {
      assert.ok(Object.keys(messages).length > 0);
      assert.match(page, /^## Fix$/m);
    });
  });
}
