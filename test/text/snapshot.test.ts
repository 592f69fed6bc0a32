import assert from 'node:assert/strict';
import { createSnapshot, lineAt, offsetAt, placeAt } from '../../server/src/text/snapshot.js';
import { applyEdits } from '../../server/src/text/span.js';

suite('snapshots', () => {
  const snapshot = createSnapshot('file:///a.inf', 1, 'a\r\n\nbc\rd\r\n');
  test('lines end at LF, CR LF and CR', () => {
    assert.deepEqual([...snapshot.lineStarts], [0, 3, 4, 7, 10]);
    assert.deepEqual([...createSnapshot('', 1, '').lineStarts], [0]);
    assert.deepEqual([...createSnapshot('', 1, '\r').lineStarts], [0, 1]);
    assert.equal(createSnapshot('', 1, '\n'.repeat(1000)).lineStarts.length, 1001);
    assert.equal(createSnapshot('', 1, '\r'.repeat(1000)).lineStarts.length, 1001);
  });
  test('offsets and places', () => {
    assert.deepEqual(placeAt(snapshot, 5), { line: 2, character: 1 });
    assert.deepEqual(placeAt(snapshot, 99), { line: 4, character: 0 });
    assert.deepEqual(placeAt(snapshot, -1), { line: 0, character: 0 });
    assert.equal(lineAt(snapshot, 3), 1);
    assert.equal(offsetAt(snapshot, { line: 2, character: 1 }), 5);
    assert.equal(offsetAt(snapshot, { line: 0, character: 9 }), 1);
    assert.equal(offsetAt(snapshot, { line: 9, character: 0 }), 10);
    assert.equal(offsetAt(snapshot, { line: -1, character: 4 }), 0);
    assert.equal(offsetAt(snapshot, { line: 1, character: -4 }), 3);
  });
});

suite('applyEdits', () => {
  test('in any order; insertions at one place in that of the list', () => {
    const edits = [
      { span: { start: 3, end: 4 }, newText: 'D' },
      { span: { start: 1, end: 1 }, newText: '1' },
      { span: { start: 1, end: 1 }, newText: '2' },
      { span: { start: 1, end: 2 }, newText: '' },
    ];
    assert.equal(applyEdits('abcde', edits), 'a12cDe');
  });
  test('refuses what cannot be meant', () => {
    for (const [start, end] of [
      [0, 9],
      [2, 1],
      [-1, 0],
    ] as const) {
      assert.throws(() => applyEdits('abc', [{ span: { start, end }, newText: '' }]), RangeError);
    }
  });
});
