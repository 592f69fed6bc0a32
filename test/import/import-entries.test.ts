import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/engine/types.js';
import { IMPORTED, importEntries, modesFrom } from '../../server/src/import/import-entries.js';
import type { LogEntry } from '../../server/src/import/log-entry.js';
import { createInfService } from '../../server/src/index.js';
import { defineRule } from '../../server/src/rules/rule.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';

const TEXT = [
  '[Version]',
  'Class = Net',
  '[Manufacturer]',
  '%M% = Models',
  '[A]',
  'AddReg = Gone, Lost',
  '[DefaultInstall]',
  '',
].join('\r\n');

const RULE = defineRule({
  name: 'undefined-section',
  summary: 'A section is missing.',
  severity: 'error',
  fix: 'none',
  messages: { one: { text: 'One.', infverif: 1203 }, kind: { text: 'Kind.', infverif: 1206 } },
  *check() {
    yield* [];
  },
});

/** Our finding on the first place where a text stands. */
function own(marked: string, changes: Partial<Finding> = {}): Finding {
  const start = TEXT.indexOf(marked);
  const span = { start, end: start + marked.length };
  const rest = { related: [], tags: [], fixes: () => [] };
  return {
    rule: 'undefined-section',
    messageId: 'one',
    severity: 'hint',
    message: marked,
    infverif: 1203,
    span,
    ...rest,
    ...changes,
  };
}

function entry(changes: Partial<LogEntry>): LogEntry {
  return { file: 'd.inf', line: 0, number: 1203, severity: 'error', message: 'Wrong.', tool: 'InfVerif', ...changes };
}

/** What becomes of entries, each as the text that is marked, its severity and its message. */
function imported(entries: readonly LogEntry[], findings: readonly Finding[] = []): readonly string[] {
  const service = createInfService([]);
  const { cst } = service.analyse(createSnapshot('file:///d.inf', 1, TEXT)).analysis.model;
  return importEntries(entries, { cst, findings, rules: [RULE] }).map(
    ({ span, severity, message }) => `${TEXT.slice(span.start, span.end)}: ${severity} ${message}`,
  );
}

suite('import of a log', () => {
  test('shows our finding of the same number on the line, under the severity of the log', () => {
    assert.deepEqual(imported([entry({ line: 6, severity: 'warning' })], [own('Gone')]), ['Gone: warning Gone']);
  });

  test('tells two findings of one line apart by what the message quotes', () => {
    const both = [own('Gone'), own('Lost')];
    assert.deepEqual(imported([entry({ line: 6, message: 'Section [lost] not found.' })], both), ['Lost: error Lost']);
    assert.deepEqual(imported([entry({ line: 6 }), entry({ line: 6, message: 'Too.' })], both), [
      'Gone: error Gone',
      'Lost: error Lost',
    ]);
  });

  test('finds the exact place of what the log states at another line of the section, or at none', () => {
    const far = own('Net', { infverif: 1203 });
    assert.deepEqual(imported([entry({ line: 5 })], [far, own('Gone')]), ['Gone: error Gone']);
    assert.deepEqual(imported([entry({ line: 0 })], [own('Gone')]), ['Gone: error Gone']);
    assert.deepEqual(imported([entry({ line: 0, message: "'Lost' is lost." })], [own('Gone'), own('Lost')]), [
      'Lost: error Lost',
    ]);
  });

  test('does not take our finding of another number or another section', () => {
    assert.deepEqual(imported([entry({ line: 2 })], [own('Gone', { infverif: 1206 })]), [
      'Class = Net: error InfVerif: Wrong.',
    ]);
    assert.deepEqual(imported([entry({ line: 2 })], [own('Gone'), own('Lost')]), [
      'Class = Net: error InfVerif: Wrong.',
    ]);
  });

  test('shows once what several messages of the log tell', () => {
    const entries = [entry({ line: 6, severity: 'warning' }), entry({ line: 6, message: 'Again.' })];
    assert.deepEqual(imported(entries, [own('Gone')]), ['Gone: error Gone']);
  });

  test('shows what we do not find at the line that the log states, cut down to what it quotes', () => {
    assert.deepEqual(imported([entry({ line: 2, number: 1999 })]), ['Class = Net: error InfVerif: Wrong.']);
    assert.deepEqual(imported([entry({ line: 2, message: "No 'net' here." })]), [
      "Net: error InfVerif: No 'net' here.",
    ]);
    assert.deepEqual(imported([entry({ line: 999, number: 1 })]), ['[Version]: error InfVerif: Wrong.']);
  });

  test('has a better place for line 0 than the first line', () => {
    const placed = (number: number, message: string): string =>
      imported([entry({ number, message })])[0]?.split(':')[0] ?? '';
    assert.equal(placed(1199, 'Too new.'), '[Manufacturer]');
    assert.equal(placed(1420, 'Not primitive.'), '[DefaultInstall]');
    assert.equal(placed(1203, 'Section [a] is odd.'), '[A]');
    assert.equal(placed(1324, 'PnpLockdown.'), '[Version]');
  });

  test('keeps the message of SetupAPI beside our finding', () => {
    const text = entry({ number: undefined, line: 6, tool: 'SetupAPI' });
    assert.deepEqual(imported([text], [own('Gone')]), [
      'AddReg = Gone, Lost: error SetupAPI: Wrong.',
      'Gone: error Gone',
    ]);
    assert.deepEqual(imported([{ ...text, line: 0, like: 1203 }], [own('Gone')]), [
      '[Version]: error SetupAPI: Wrong.',
      'Gone: error Gone',
    ]);
    assert.deepEqual(imported([{ ...text, line: 0 }], [own('Gone')]), ['[Version]: error SetupAPI: Wrong.']);
  });

  test('names the rule of the number, else none', () => {
    const { cst } = createInfService([]).analyse(createSnapshot('file:///d.inf', 1, '')).analysis.model;
    const rules = importEntries([entry({ number: 1206 }), entry({ number: 1999 })], {
      cst,
      findings: [],
      rules: [RULE],
    });
    assert.deepEqual(
      rules.map(({ rule, infverif }) => [rule, infverif]),
      [
        [IMPORTED, 1999],
        ['undefined-section', 1206],
      ],
    );
  });

  test('looks for our findings in every mode, the wanted one first', () => {
    assert.deepEqual(modesFrom('u'), ['u', 'h', 'w', 'k']);
  });
});
