import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { allRules } from '../../server/src/rules/index.js';
import { driver } from '../support/snippet.js';
import { findingsIn } from '../support/squiggle.js';

const FENCE = /^```inf (bad|good)\n([\s\S]*?)^```$/gm;

/** An example with the rest of the driver where it leaves that out: the one that test/support/snippet.ts describes. */
function complete(example: string): string {
  return /^\[version\]/im.test(example) ? example : driver(example);
}

for (const { name } of allRules) {
  suite(`page of ${name}`, () => {
    const page = readFileSync(`docs/rules/${name}.md`, 'utf8').replace(/\r\n/g, '\n');
    const examples = [...page.matchAll(FENCE)].map((match) => ({
      kind: match[1] ?? '',
      text: match[2] ?? '',
      line: page.slice(0, match.index).split('\n').length,
    }));

    // A file that makes a rule fail is a bug to mend, not an example to keep.
    if (name !== 'internal-error') {
      test('has good and bad examples', () => {
        assert.deepEqual([...new Set(examples.map(({ kind }) => kind))].sort(), ['bad', 'good']);
      });
    }

    for (const { kind, text, line } of examples) {
      test(`the example in line ${String(line)} is ${kind}`, () => {
        const found = findingsIn(allRules, complete(text).replace(/\n/g, '\r\n'));
        const told = found.map(({ rule, message }) => `${rule}: ${message}`);
        if (kind === 'good') assert.deepEqual(told, []);
        else assert.deepEqual([...new Set(found.map(({ rule }) => rule))], [name], told.join('\n'));
      });
    }
  });
}

suite('rule registry', () => {
  const names = allRules.map(({ name }) => name);

  test('holds every rule once, in the order of its names', () => {
    assert.deepEqual(names, [...new Set(names)].sort());
  });

  test('knows every rule file', () => {
    const files = readdirSync('server/src/rules').filter((file) => file.endsWith('.ts'));
    const own = files.map((file) => file.slice(0, -'.ts'.length)).filter((name) => name !== 'index' && name !== 'rule');
    assert.deepEqual(own.sort(), names);
  });

  test('has a test for every rule', () => {
    const engine = ['internal-error', 'unused-suppression', 'unreadable-file'];
    const tests = readdirSync('test/rules').filter((file) => file.endsWith('.test.ts'));
    const untested = names.filter((name) => !engine.includes(name) && !tests.includes(`${name}.test.ts`));
    assert.deepEqual(untested, []);
  });

  test('has messages that are one sentence', () => {
    for (const { messages } of allRules) {
      for (const { text } of Object.values(messages)) assert.match(text, /^["A-Z{][^\r\n]*\.$/);
    }
  });
});
