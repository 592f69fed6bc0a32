import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/engine/types.js';
import { countAtLeast, countSeverities, type FileReport } from '../../server/src/report/file-report.js';
import { jsonArray, jsonFindings } from '../../server/src/report/json-report.js';
import { plain } from '../../server/src/report/paint.js';
import { summaryText, textReport } from '../../server/src/report/text-report.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';

const SNAPSHOT = createSnapshot('file:///d.inf', 1, '[Version]\r\nClass = Net\r\nClas = X\r\n');

function finding(changes: Partial<Finding>): Finding {
  return {
    rule: 'some-rule',
    messageId: 'one',
    severity: 'error',
    message: '"Clas" is wrong.',
    infverif: undefined,
    span: { start: 24, end: 28 },
    related: [],
    tags: [],
    fixes: () => [],
    ...changes,
  };
}

function report(...findings: readonly Finding[]): FileReport {
  return { file: 'd.inf', snapshot: SNAPSHOT, findings };
}

suite('text report', () => {
  test('shows place, severity, message, rule, frame, related places and fixes', () => {
    const full = finding({
      infverif: 1203,
      related: [{ span: { start: 11, end: 16 }, message: 'The other one.' }],
      fixes: () => [{ action: 'rename', title: 'Rename it', safety: 'safe', edits: [] }],
    });
    assert.equal(
      textReport(report(full), plain),
      [
        'd.inf:3:1: error "Clas" is wrong. [some-rule] (InfVerif 1203)',
        '  3 │ Clas = X',
        '    │ ^^^^',
        '  see d.inf:2:1: The other one.',
        '  fix Rename it [rename]',
        '',
        '',
      ].join('\n'),
    );
  });

  test('is empty without findings', () => assert.equal(textReport(report(), plain), ''));

  test('hands the severity to the painter', () => {
    const painted = textReport(report(finding({ severity: 'hint' })), (style, text) => `<${style}>${text}</>`);
    assert.ok(painted.includes('<hint>hint</>') && painted.includes('<hint>^^^^</>'));
  });
});

suite('summary', () => {
  const counts = countSeverities([
    finding({}),
    finding({}),
    finding({ severity: 'warning' }),
    finding({ severity: 'info' }),
  ]);
  const base = { counts, checked: 4, filesWithFindings: 2, troubles: 0, failOn: 'warning', exitCode: 1 } as const;

  test('says how much was found and why the exit code is 1', () => {
    assert.equal(
      summaryText(base, plain),
      '2 errors, 1 warning, 1 info in 2 of 4 files. Exit code 1: 3 findings are a warning or worse.\n',
    );
  });

  test('says that nothing fails', () => {
    const hints = countSeverities([finding({ severity: 'hint' })]);
    const summary = { ...base, counts: hints, filesWithFindings: 1, checked: 1, exitCode: 0 };
    assert.equal(summaryText(summary, plain), '1 hint in 1 of 1 file. Exit code 0: nothing is a warning or worse.\n');
  });

  test('says that nothing was found', () => {
    const summary = { ...base, counts: countSeverities([]), filesWithFindings: 0, exitCode: 0 };
    assert.equal(summaryText(summary, plain), 'No findings in 4 files. Exit code 0.\n');
  });

  test('says that inputs could not be checked', () => {
    const summary = {
      ...base,
      counts: countSeverities([]),
      checked: 0,
      filesWithFindings: 0,
      troubles: 1,
      exitCode: 2,
    };
    assert.equal(summaryText(summary, plain), 'No findings in 0 files. Exit code 2: 1 input could not be checked.\n');
  });

  test('counts from a severity on', () => {
    assert.deepEqual(
      (['error', 'warning', 'info', 'hint'] as const).map((severity) => countAtLeast(counts, severity)),
      [2, 3, 4, 4],
    );
  });
});

suite('json report', () => {
  test('has 1-based places, null for no number, and titles of fixes', () => {
    const [record] = jsonFindings(
      report(finding({ fixes: () => [{ action: 'a', title: 'Rename it', safety: 'unsafe', edits: [] }] })),
    );
    assert.deepEqual(record, {
      file: 'd.inf',
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 5,
      rule: 'some-rule',
      infverif: null,
      severity: 'error',
      message: '"Clas" is wrong.',
      fixes: ['Rename it'],
    });
  });

  test('is a JSON array, also of nothing', () => {
    assert.deepEqual(JSON.parse(jsonArray([])), []);
    assert.deepEqual(JSON.parse(jsonArray([{ a: 1 }, { b: '\u2028' }])), [{ a: 1 }, { b: '\u2028' }]);
  });
});
