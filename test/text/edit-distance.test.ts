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
});
