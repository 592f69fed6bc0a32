import assert from 'node:assert/strict';
import { configFromValue } from '../../server/src/config/parse.js';
import { defaultSettings, mergeSettings } from '../../server/src/config/settings.js';
import { createInfService } from '../../server/src/index.js';
import internalError from '../../server/src/rules/internal-error.js';
import { defineRule, type Rule } from '../../server/src/rules/rule.js';
import unreadableFile from '../../server/src/rules/unreadable-file.js';
import unusedSuppression from '../../server/src/rules/unused-suppression.js';
import { absolute } from '../../server/src/syntax/cst.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { driver } from '../support/snippet.js';
import { findingsIn, rule } from '../support/squiggle.js';

/** Finds every entry whose key is `Bad`, in reverse order of the file. */
const badKey = defineRule({
  name: 'bad-key',
  summary: 'A key is bad.',
  severity: 'warning',
  fix: 'none',
  messages: {
    bad: { text: 'The key "{key}" is bad.', infverif: 1204 },
    worse: { text: 'This is worse.', severity: 'error' },
  },
  *check({ analysis, finding }) {
    const { sections } = analysis.model;
    const lines = sections.flatMap((section) => section.lines).reverse();
    for (const { placed, line } of lines) {
      const { key } = line;
      if (key?.value === 'Bad') yield finding(absolute(placed, key.span), 'bad', { key: key.value });
      if (key?.value === 'Worse') yield finding(absolute(placed, key.span), 'worse', {});
    }
  },
});

const throwing = defineRule({
  name: 'throwing',
  summary: 'Always fails.',
  severity: 'error',
  fix: 'none',
  messages: { never: { text: 'Never.' } },
  check: () => {
    throw new TypeError('no such thing');
  },
});

const BODY = driver('[Dev.NT]\nBad = 1\nGood = 2\nWorse = 3\n');

/** Rule, message, severity and number of what is found. */
function told(rules: readonly Rule[], text: string, config: unknown = {}): readonly string[] {
  const { config: parsed } = configFromValue(
    config,
    rules.map(({ name }) => name),
  );
  const found = findingsIn(rules, text.replace(/\n/g, '\r\n'), { settings: mergeSettings([parsed]) });
  return found.map((one) => `${one.rule} ${one.severity} ${one.infverif ?? '-'} ${one.message}`);
}

suite('running rules', () => {
  test('says nothing of a [Version] with its Signature alone: it may become a driver, or is none', () => {
    assert.deepEqual(findingsIn(createInfService().rules, '[Version]\r\nSignature = "$Windows NT$"\r\n'), []);
  });

  test('sorts by place, fills in text, severity and number', () => {
    assert.deepEqual(told([badKey], BODY), [
      'bad-key warning 1204 The key "Bad" is bad.',
      'bad-key error - This is worse.',
    ]);
  });

  test('takes the severity from the settings, and runs no rule that is off', () => {
    assert.deepEqual(told([badKey], BODY, { rules: { 'bad-key': 'hint' } }), [
      'bad-key hint 1204 The key "Bad" is bad.',
      'bad-key hint - This is worse.',
    ]);
    assert.deepEqual(
      told([badKey, throwing, internalError], BODY, { rules: { 'bad-key': 'off', throwing: 'off' } }),
      [],
    );
  });

  test('brings no message into a mode that does not know it, unless the mode knows none of the rule', () => {
    const text = driver('[Dev.NT]\nBad = 1\nWorse = 2\n');
    const config = { rules: { 'bad-key': 'hint' } };
    const elsewhere = { h: 'off', w: 'error', u: 'off', k: 'off' } as const;
    const { bad, worse } = badKey.messages;
    const partly = { ...badKey, messages: { bad, worse: { text: '', ...worse, severity: elsewhere } } } as Rule;
    assert.deepEqual(told([partly], text, config), ['bad-key hint 1204 The key "Bad" is bad.']);
    const wholly = { ...badKey, severity: elsewhere, messages: { bad, worse: { text: 'Worse.' } } } as Rule;
    assert.deepEqual(told([wholly], text), []);
    assert.deepEqual(told([wholly], text, config), [
      'bad-key hint 1204 The key "Bad" is bad.',
      'bad-key hint - Worse.',
    ]);
  });

  test('goes on when a rule throws, and says which', () => {
    assert.deepEqual(told([throwing, badKey], BODY), [
      'internal-error error - Rule throwing fails on this file (TypeError: no such thing), so its findings are missing; please report this.',
      'bad-key warning 1204 The key "Bad" is bad.',
      'bad-key error - This is worse.',
    ]);
  });

  test('finds nothing in files that are no driver INFs', () => {
    assert.deepEqual(told([throwing, badKey], '[Defines]\nINF_VERSION = 1.27\nBad = 1\n[Sources]\na.c\n'), []);
    assert.deepEqual(told([throwing, badKey], '[autorun]\nBad = 1\nopen = setup.exe\n'), []);
  });

  test('asks before each rule whether to stop', () => {
    const service = createInfService([badKey, badKey, badKey]);
    const document = service.analyse(createSnapshot('file:///test.inf', 1, BODY));
    let asked = 0;
    assert.equal(
      service.check(document, defaultSettings(), () => ++asked === 2),
      undefined,
    );
    assert.equal(asked, 2);
    const steps = service.checkInSteps(document, defaultSettings());
    assert.deepEqual([steps.next().done, steps.next().done, steps.next().done], [false, false, false]);
    assert.equal(steps.next().done, true);
  });

  test('does not run a rule whose messages are all for other modes, unless the settings want it', () => {
    let runs = 0;
    const isolated = defineRule({
      name: 'isolated',
      summary: 'Counts how often it runs.',
      severity: 'by-mode',
      fix: 'none',
      messages: { never: { text: 'Never.', infverif: 1323, severity: { h: 'off', w: 'error', u: 'off', k: 'off' } } },
      check: () => {
        runs++;
        return [];
      },
    });
    for (const mode of ['h', 'u', 'k'] as const) findingsIn([isolated], BODY, { mode });
    assert.equal(runs, 0);
    findingsIn([isolated], BODY, { mode: 'w' });
    assert.equal(runs, 1);
    findingsIn([isolated], BODY, { settings: mergeSettings([{ rules: { isolated: 'info' } }]) });
    assert.equal(runs, 2);
  });

  test('offers no fixes when computing them throws', () => {
    const broken = defineRule({
      name: 'broken-fix',
      summary: 'Its fix fails.',
      severity: 'hint',
      fix: 'safe',
      messages: { here: { text: 'Here.' } },
      *check({ finding }) {
        const fixes = () => {
          throw new Error('no fix');
        };
        yield finding({ start: 0, end: 1 }, 'here', {}, { fixes });
      },
    });
    assert.deepEqual(findingsIn([broken], BODY)[0]?.fixes(), []);
  });

  test('quotes long and many-lined text in short and on one line', () => {
    const loud = defineRule({
      name: 'loud',
      summary: 'Quotes much.',
      severity: 'hint',
      fix: 'none',
      messages: { here: { text: '"{text}"' } },
      *check({ finding }) {
        yield finding({ start: 0, end: 1 }, 'here', { text: `a\r\n\tb${'c'.repeat(1000)}` });
      },
    });
    assert.match(findingsIn([loud], BODY)[0]?.message ?? '', /^"a {3}bc{150,160}…"$/);
  });

  test('hands out a frozen service', () => {
    assert.ok(Object.isFrozen(createInfService()) && Object.isFrozen(createInfService().rules));
  });
});

suite('suppressions', () => {
  const all = [badKey, unusedSuppression];

  test('hide the next line, over blank lines and comments', () => {
    rule(all, driver('[Dev.NT]\n; inf-disable-next-line bad-key -- meant so\n\n; more words\nBad = 1\n'));
  });

  test('hide their own line, and the whole file', () => {
    rule(all, driver('[Dev.NT]\nBad = 1 ; inf-disable-line bad-key\n'));
    rule(all, driver('; inf-disable-file bad-key -- all of them\n[Dev.NT]\nBad = 1\nBad = 2\n'));
  });

  test('take several rules, and nothing behind the reason', () => {
    rule(
      [badKey, unusedSuppression, throwing],
      `
      [Version]
      Signature = "$Windows NT$"
      Class = System
      ; inf-disable-next-line other, bad-key -- not bad-key, nor throwing
      Bad = 1
      `,
      { settings: mergeSettings([{ rules: { throwing: 'off' } }]) },
    );
  });

  test('cover an entry that goes on over several lines', () => {
    rule(
      all,
      driver(
        '[Dev.NT]\n; inf-disable-next-line bad-key\nBad = a, \\\n  b\nBad = c, \\\n  d ; inf-disable-line bad-key\n',
      ),
    );
  });

  test('hide nothing else', () => {
    rule(
      all,
      driver(
        `
      [Dev.NT]
      ; inf-disable-next-line bad-key
                              ~~~~~~~ unused-suppression The suppression of bad-key hides nothing: the rule finds nothing on the next line.
      Good = 1
      Bad = 1
      ~~~ bad-key The key "Bad" is bad.
      Good = 2 ; inf-disable-line bad-key
                                  ~~~~~~~ unused-suppression The suppression of bad-key hides nothing: the rule finds nothing on this line.
      ; inf-disable-next-line
      Bad = 2
      ~~~ bad-key The key "Bad" is bad.
      ; inf-disable-nextline bad-key
      Bad = "; inf-disable-line bad-key"
      ~~~ bad-key The key "Bad" is bad.
        `,
      ),
    );
    rule(
      all,
      driver(
        `
      ; inf-disable-file bad-key
                         ~~~~~~~ unused-suppression The suppression of bad-key hides nothing: the rule finds nothing in this file.
      [Dev.NT]
      Good = 1
        `,
      ),
    );
  });

  test('are not called unused where their rule did not run', () => {
    rule([unusedSuppression, throwing], driver('; inf-disable-file unknown-rule, bad-key\n[Dev.NT]\nGood = 1\n'), {
      settings: mergeSettings([{ rules: { throwing: 'off' } }]),
    });
  });

  test('do not take long, however many there are', () => {
    const text = driver(`[Dev.NT]\n${'; inf-disable-next-line bad-key\nBad = 1\n'.repeat(20_000)}`);
    const start = Date.now();
    assert.deepEqual(findingsIn(all, text), []);
    assert.ok(Date.now() - start < 1500);
  });
});

suite('unreadable files', () => {
  test('are reported where SetupAPI gives up', () => {
    rule(
      unreadableFile,
      driver(
        `
      [Dev.NT
      ~~~~~~~ unreadable-file Windows refuses the whole file (error 0xE0000001): the section header "[Dev.NT" has no closing bracket on its line.
        `,
      ),
    );
  });

  test('are not those with odd but legal text', () => {
    rule(unreadableFile, driver('[Dev.NT] behind\nA = "no end\n[ odd; "name" ]\nB = \\\n'));
  });
});
