import assert from 'node:assert/strict';
import {
  baselineEntries,
  baselineText,
  parseBaseline,
  withoutKnown,
  type BaselineEntry,
} from '../../server/src/report/baseline.js';
import type { FileReport } from '../../server/src/report/file-report.js';
import { finding, report } from './findings.js';

/** One finding of `some-rule` on each line that has an `x`. */
function marked(text: string): FileReport {
  const starts = [...text.matchAll(/x/g)].map(({ index }) => index);
  return report(text, ...starts.map((start) => finding({ span: { start, end: start + 1 } })));
}

function left(before: string, after: string): { lines: readonly number[]; known: number; resolved: number } {
  const now = marked(after);
  const { findings, known, resolved } = withoutKnown(now, baselineEntries(marked(before)), () => true);
  const lines = findings.map(({ span }) => after.slice(0, span.start).split('\n').length);
  return { lines, known, resolved };
}

suite('baseline', () => {
  test('knows its own findings', () => {
    assert.deepEqual(left('ax\r\nb\r\ncx\r\n', 'ax\r\nb\r\ncx\r\n'), { lines: [], known: 2, resolved: 0 });
  });

  test('does not mind where a line stands, how it is spaced and how it ends', () => {
    assert.deepEqual(left('a,  x\r\n', ';new\n\n\ta,\tx  \n'), { lines: [], known: 1, resolved: 0 });
  });

  test('reports a finding on a new line', () => {
    assert.deepEqual(left('ax\n', 'bx\nax\n'), { lines: [1], known: 1, resolved: 0 });
  });

  test('reports a finding on a line that was changed', () => {
    assert.deepEqual(left('ax\n', 'abx\n'), { lines: [1], known: 0, resolved: 1 });
  });

  test('counts equal lines', () => {
    assert.deepEqual(left('ax\nax\n', 'ax\nax\nax\n'), { lines: [3], known: 2, resolved: 0 });
    assert.deepEqual(left('ax\nax\n', 'ax\n'), { lines: [], known: 1, resolved: 1 });
  });

  test('tells rules and messages apart', () => {
    const entries = baselineEntries(marked('ax\n'));
    const known = (changes: object): number =>
      withoutKnown(report('ax\n', finding({ span: { start: 1, end: 2 }, ...changes })), entries, () => true).known;
    assert.equal(known({}), 1);
    assert.equal(known({ rule: 'other' }), 0);
    assert.equal(known({ messageId: 'two' }), 0);
    assert.equal(known({ message: 'said otherwise', severity: 'hint' }), 1);
  });

  test('nothing of a rule that was not asked for is resolved', () => {
    assert.equal(withoutKnown(report(''), baselineEntries(marked('ax\n')), () => false).resolved, 0);
  });

  test('is a text with one line per entry, sorted, and the same for the same findings', () => {
    const entries = baselineEntries(marked('bx "q"\nax\nax\n'));
    const text = baselineText(
      new Map([
        ['z/b.inf', entries],
        ['a.inf', entries],
        ['clean.inf', []],
      ]),
    );
    const lines = [
      '      {"rule":"some-rule","message":"one","line":"ax","count":2},',
      '      {"rule":"some-rule","message":"one","line":"bx \\"q\\""}',
    ];
    assert.equal(
      text,
      [
        '{',
        '  "version": 1,',
        '  "files": {',
        '    "a.inf": [',
        ...lines,
        '    ],',
        '    "z/b.inf": [',
        ...lines,
        '    ]',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
    assert.equal(
      baselineText(
        new Map([
          ['a.inf', entries],
          ['z/b.inf', entries],
        ]),
      ),
      text,
    );
  });

  test('reads what it wrote', () => {
    const files = new Map<string, readonly BaselineEntry[]>([['a.inf', baselineEntries(marked('bx\nax\nax\n'))]]);
    assert.deepEqual(parseBaseline(baselineText(files)), files);
    assert.deepEqual(parseBaseline(`\ufeff${baselineText(new Map())}`), new Map());
  });

  const broken: readonly (readonly [string, RegExp])[] = [
    ['{', /It is no JSON/],
    ['[]', /no "files"/],
    ['{"files":{}}', /version is not 1/],
    ['{"version":2,"files":{}}', /version is not 1/],
    ['{"version":1,"files":{"a":[{"rule":"r","message":"m"}]}}', /An entry of "a"/],
    ['{"version":1,"files":{"a":[{"rule":"r","message":"m","line":"l","count":0}]}}', /An entry of "a"/],
    ['{"version":1,"files":{"a":{}}}', /An entry of "a"/],
  ];
  for (const [text, message] of broken) {
    test(`refuses ${text}`, () => {
      const read = parseBaseline(text);
      assert.match(typeof read === 'string' ? read : 'no fault', message);
    });
  }
});
