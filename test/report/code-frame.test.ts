import assert from 'node:assert/strict';
import { codeFrame, lineText } from '../../server/src/report/code-frame.js';
import { columnsOf, padded, printable } from '../../server/src/report/columns.js';
import { plain } from '../../server/src/report/paint.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { span } from '../../server/src/text/span.js';

/** The frame of what stands between « and » in a text. */
function frame(marked: string): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const snapshot = createSnapshot('file:///a.inf', 1, marked.replace(/[«»]/g, ''));
  return codeFrame(snapshot, span(start, end), 'error', plain).join('\n');
}

suite('code frame', () => {
  test('underlines the marked text below its line', () => {
    assert.equal(frame('[A]\r\nHKR,«Parameter»,X\r\nb=1\r\n'), ['2 │ HKR,Parameter,X', '  │     ^^^^^^^^^'].join('\n'));
  });

  test('marks a place of zero width with one character', () => {
    assert.equal(frame('a = «»b'), ['1 │ a = b', '  │     ^'].join('\n'));
  });

  test('marks the end of the text, also on an empty last line', () => {
    assert.equal(frame('a\n«»'), ['2 │', '  │ ^'].join('\n'));
  });

  test('cuts a span over several lines at the end of the first', () => {
    assert.equal(frame('ab «cd\nef» gh'), ['1 │ ab cd', '  │    ^^'].join('\n'));
  });

  test('keeps the marker below the text behind tabs and wide characters', () => {
    assert.equal(frame('\tx = «y»'), ['1 │     x = y', '  │         ^'].join('\n'));
    assert.equal(frame('日本 = «語»'), ['1 │ 日本 = 語', '  │        ^^'].join('\n'));
  });

  test('aligns the gutter to the number of digits', () => {
    assert.equal(frame(`${'\n'.repeat(99)}«x»`), ['100 │ x', '    │ ^'].join('\n'));
  });

  test('cuts long lines around the marked text', () => {
    const [source = '', marker = ''] = frame(`${'a'.repeat(500)}«bad»${'c'.repeat(500)}`).split('\n');
    assert.ok(source.length < 140, `still ${String(source.length)} columns`);
    assert.equal(source.slice(marker.indexOf('^'), marker.lastIndexOf('^') + 1), 'bad');
    assert.ok(source.includes('│ …a') && source.endsWith('c…'));
  });

  test('cuts a marked text that is longer than the frame', () => {
    const [source = '', marker = ''] = frame(`«${'b'.repeat(5000)}»`).split('\n');
    assert.ok(source.length < 140 && source.endsWith('…'));
    assert.ok(marker.length <= source.length);
  });

  test('reads lines that end in CR LF, LF, CR or nothing', () => {
    const snapshot = createSnapshot('file:///a.inf', 1, 'a\r\nb\nc\rd');
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lineText(snapshot, line)),
      ['a', 'b', 'c', 'd'],
    );
  });
});

suite('columns', () => {
  test('a file cannot steer the terminal', () => {
    assert.equal(printable('a\u001b[31mb\u0007\u009b\u202e'), 'a␛[31mb␇\ufffd\ufffd');
  });

  test('tabs advance to the next stop', () => {
    assert.equal(printable('ab\tc'), 'ab  c');
    assert.equal(printable('abcd\tc'), 'abcd    c');
  });

  test('wide characters take two columns, combining ones none', () => {
    assert.equal(columnsOf('日a'), 3);
    assert.equal(columnsOf('e\u0301'), 1);
    assert.equal(padded('日', 4), '日  ');
  });
});
