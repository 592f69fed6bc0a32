import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { infVerifCodes } from '../../server/src/language/infverif.js';
import { undecidedInfVerifCodes } from '../../server/src/language/infverif-undecided.js';
import { isAction } from '../../server/src/rules/fixes/actions.js';
import { allRules } from '../../server/src/rules/index.js';
import { recorded } from '../support/recorded.js';

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const messages = allRules.flatMap((rule) =>
  Object.entries(rule.messages).map(([id, message]) => ({ rule: rule.name, id, ...message })),
);
const reported = new Set(messages.flatMap(({ infverif }) => infverif ?? []));

suite('registry of rules', () => {
  test('names are words with hyphens, each once', () => {
    const names = allRules.map(({ name }) => name);
    assert.deepEqual([...new Set(names)], names);
    for (const name of names) assert.match(name, NAME);
  });

  test('every rule has its test', () => {
    const missing = allRules.filter(({ name }) => !existsSync(`test/rules/${name}.test.ts`));
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
  });

  test('summaries are sentences, and messages say something', () => {
    for (const { name, summary } of allRules) assert.match(summary, /^[^a-z].*\.$/, name);
    for (const { rule, id, text } of messages) assert.match(text, /^\S.*\S$/s, `${rule} ${id}`);
  });

  test('a rule says whether its messages have fixes in one word', () => {
    for (const { name, fix } of allRules) assert.ok(['none', 'safe', 'unsafe'].includes(fix), name);
  });
});

suite('InfVerif codes', () => {
  test('every number of a message is documented', () => {
    assert.deepEqual(
      messages.filter(({ infverif }) => infverif !== undefined && infVerifCodes[infverif] === undefined),
      [],
    );
  });

  test('there are 202 of them, and at least 165 are reported', () => {
    assert.equal(Object.keys(infVerifCodes).length, 202);
    assert.ok(reported.size >= 165, `${String(reported.size)} are reported`);
  });

  test('each has a rule or a reason why the text does not tell, and not both', () => {
    const codes = Object.keys(infVerifCodes).map(Number);
    const reasoned = new Set(Object.keys(undecidedInfVerifCodes).map(Number));
    assert.deepEqual(
      codes.filter((code) => !reported.has(code) && !reasoned.has(code)),
      [],
      'neither',
    );
    assert.deepEqual(
      [...reasoned].filter((code) => reported.has(code) || !codes.includes(code)),
      [],
      'both, or no code',
    );
  });
});

/** Whether this run has every test of every rule in it: one of a few files says nothing about the others. */
function isWholeRun(root: Mocha.Suite): boolean {
  const run = new Set(root.suites.flatMap(({ file }) => (file === undefined ? [] : path.basename(file, '.js'))));
  const files = readdirSync('test/rules').filter((file) => file.endsWith('.test.ts'));
  return files.every((file) => run.has(file.slice(0, -'.ts'.length)));
}

/** Whether all tests of the rules ran to their end and passed; else what follows would be news of the same fault. */
function isGreen(suite: Mocha.Suite): boolean {
  return suite.tests.every(({ state }) => state === 'passed') && suite.suites.every(isGreen);
}

// At the very end of the run: what the tests drew from the rules.
suiteTeardown(function () {
  const root = this.test?.parent;
  if (root === undefined || !isWholeRun(root)) return;
  const ofRules = root.suites.filter(({ file }) => path.basename(path.dirname(file ?? '')) === 'rules');
  if (!ofRules.every(isGreen)) return;
  const undrawn = messages.filter(({ rule, id }) => !recorded.drawn.has(`${rule} ${id}`));
  assert.deepEqual(
    undrawn.map(({ rule, id }) => `${rule} ${id}`),
    [],
    'messages that no test draws',
  );
  assert.deepEqual(
    allRules.filter(({ name }) => !recorded.silent.has(name)).map(({ name }) => name),
    [],
    'rules that are silent in no test',
  );
  const unlisted = [...recorded.actions].filter((action) => !isAction(action));
  assert.deepEqual(unlisted, [], 'actions that are not in the table');
});
