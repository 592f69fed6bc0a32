import assert from 'node:assert/strict';
import { matchFile, possibleNames } from '../../server/src/import/match-file.js';

suite('file of a log', () => {
  const FILES = ['a/d.inf', 'b/d.inf', 'b/d.inx', 'c/e.inx', 'c/f.inf.in'];

  const cases: readonly (readonly [string, string | undefined])[] = [
    ['d.inf', 'a/d.inf'],
    ['C:\\src\\B\\D.INF', 'b/d.inf'],
    ['/home/x/b/d.inx', 'b/d.inx'],
    ['C:\\out\\x64\\e.inf', 'c/e.inx'],
    ['f.inf', 'c/f.inf.in'],
    ['dd.inf', undefined],
    ['', undefined],
  ];
  for (const [logged, file] of cases) {
    test(`${logged === '' ? 'nothing' : logged} is ${file ?? 'no file'}`, () =>
      assert.equal(matchFile(logged, FILES), file));
  }

  test('may have the name of a template', () => {
    assert.deepEqual(possibleNames('C:\\x\\D.inf'), ['d.inf', 'd.inx', 'd.inf.in', 'd.inx.in']);
  });
});
