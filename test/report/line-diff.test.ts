import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineDiff } from '../../server/src/report/line-diff.js';
import { plain } from '../../server/src/report/paint.js';

/** Applies the hunks of a diff of LF texts, as `patch` would: kept and removed lines must be there. */
function patched(before: string, diff: string): string {
  const old = before === '' ? [] : before.split('\n').slice(0, -1);
  const result: string[] = [];
  let at = 0;
  for (const line of diff.split('\n').slice(2, -1)) {
    const hunk = /^@@ -(\d+),(\d+) \+\d+,\d+ @@$/.exec(line);
    if (hunk) {
      const start = Number(hunk[2]) === 0 ? Number(hunk[1]) : Number(hunk[1]) - 1;
      while (at < start) result.push(old[at++] ?? '');
    } else if (line.startsWith('+')) {
      result.push(line.slice(1));
    } else {
      assert.equal(old[at++], line.slice(1));
      if (line.startsWith(' ')) result.push(line.slice(1));
    }
  }
  return [...result, ...old.slice(at)].map((line) => `${line}\n`).join('');
}

suite('line diff', () => {
  test('is empty when nothing changed', () => assert.equal(lineDiff('a', 'x\n', 'x\n', plain), ''));

  test('shows three lines around a change', () => {
    const before = '1\n2\n3\n4\n5\n6\n7\n8\n9\n';
    assert.equal(
      lineDiff('a.inf', before, before.replace('5', 'five'), plain),
      ['--- a.inf', '+++ a.inf (fixed)', '@@ -2,7 +2,7 @@', ' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8', ''].join(
        '\n',
      ),
    );
  });

  test('shows inserted lines and CR LF without the line ends', () => {
    const diff = lineDiff('a', 'a\r\nb\r\n', 'a\r\nx\r\nb\r\n', plain);
    assert.equal(diff, '--- a\n+++ a (fixed)\n@@ -1,2 +1,3 @@\n a\n+x\n b\n');
  });

  test('separates changes far from each other', () => {
    const lines = Array.from({ length: 50 }, (_, index) => `${String(index)}\n`);
    const after = lines.map((line, index) => (index === 5 || index === 40 ? 'x\n' : line));
    assert.equal(lineDiff('a', lines.join(''), after.join(''), plain).match(/@@ -/g)?.length, 2);
  });

  test('applied to the text before gives the text after', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a, b].map((lines) => lines.map((line) => `${line}\n`).join(''));
        const diff = lineDiff('f', before ?? '', after ?? '', plain);
        assert.equal(diff === '' ? before : patched(before ?? '', diff), after);
      }),
    );
  });
});
