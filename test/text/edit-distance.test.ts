import assert from 'node:assert/strict';
import { editDistance } from '../../server/src/text/edit-distance.js';

suite('edit distance', () => {
  const pairs: [string, string, number][] = [
    ['', '', 0],
    ['a', '', 1],
    ['parameters', 'parameter', 1],
    ['remapping', 'remaping', 1],
    ['remapping', 'remmaping', 2],
    ['ab', 'ba', 1],
    ['flags', 'flgas', 1],
    ['abc', 'xyz', 3],
  ];
  for (const [a, b, distance] of pairs) {
    test(`${a} and ${b}: ${String(distance)}`, () => {
      assert.equal(editDistance(a, b, 3), distance);
      assert.equal(editDistance(b, a, 3), distance);
    });
  }

  test('stops at the limit', () => {
    assert.equal(editDistance('abcdef', 'uvwxyz', 2), 3);
    assert.equal(editDistance('a', 'abcdefgh', 2), 3);
  });

  test('is that of the whole table, whatever is left aside', () => {
    const words = ['', 'a', 'ab', 'ba', 'aab', 'aba', 'abab', 'baba', 'abcab', 'acbab', 'bcaab', 'aabbcc', 'abcabc'];
    for (const a of words) {
      for (const b of words) {
        for (const limit of [0, 1, 2, 3, 6]) {
          assert.equal(editDistance(a, b, limit), Math.min(wholeTable(a, b), limit + 1), `${a} ${b} ${String(limit)}`);
        }
      }
    }
  });
});

/** The distance by its definition: all prefixes of both, none left out. */
function wholeTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const value = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + same,
        isSwap ? at(i - 2, j - 2) + 1 : Infinity,
      );
      const row = table[i];
      if (row !== undefined) row[j] = i === 0 && j === 0 ? 0 : value;
    }
  }
  return at(a.length, b.length);
}
