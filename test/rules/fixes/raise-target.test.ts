import assert from 'node:assert/strict';
import { raised } from '../../../server/src/rules/fixes/raise-target.js';

suite('a raised decoration', () => {
  const since = 'Windows 10 1709';

  test('states the build and keeps product type and suite mask', () => {
    assert.equal(raised('NTamd64', since), 'NTamd64.10.0...16299');
    assert.equal(raised('NTx86.6.1.1.0x2', since), 'NTx86.10.0.1.0x2.16299');
  });

  test('is none of what cannot be read, or says nothing', () => {
    assert.equal(raised('', since), undefined);
    assert.equal(raised('amd64', since), undefined);
  });

  test('is none where a newer decoration takes all that is left', () => {
    assert.equal(raised('NTamd64', since, { major: 10, minor: 0, build: 16299 }), undefined);
    assert.equal(raised('NTamd64', since, { major: 10, minor: 0, build: 17763 }), 'NTamd64.10.0...16299');
  });
});
