import assert from 'node:assert/strict';
import { isAssociated } from '../../client/src/associations.js';

suite('files.associations', () => {
  const cases: readonly (readonly [pattern: string, path: string, expected: boolean])[] = [
    ['*.inf', '/drivers/Net.INF', true],
    ['*.INF', '/drivers/net.inf', true],
    ['*.inf', '/drivers/net.inx', false],
    ['*.inf', '/drivers/net.inf.in', false],
    ['*.{inf,inx}', '/drivers/net.inx', true],
    ['{net,disk}*.inf', '/drivers/diskette.inf', true],
    ['n?t.inf', '/drivers/net.inf', true],
    ['[mn]et.inf', '/drivers/net.inf', true],
    ['[!mn]et.inf', '/drivers/net.inf', false],
    ['net.inf', '/drivers/subnet.inf', false],
    ['**/drivers/*.inf', '/src/drivers/net.inf', true],
    ['**/drivers/*.inf', '/src/drivers/x64/net.inf', false],
    ['**/drivers/**', '/src/drivers/x64/net.inf', true],
    ['/src/*.inf', '/src/net.inf', true],
    ['a+b(c).inf', '/a+b(c).inf', true],
    ['a,b.inf', '/a,b.inf', true],
    ['{*.inf', '/net.inf', false],
    ['*', '/net.inf', true],
  ];
  for (const [pattern, path, expected] of cases) {
    test(`${pattern} ${expected ? 'decides about' : 'says nothing about'} ${path}`, () => {
      assert.equal(isAssociated({ [pattern]: 'ini' }, path), expected);
    });
  }

  test('no association decides about nothing', () => {
    assert.equal(isAssociated({}, '/net.inf'), false);
  });
});
