import assert from 'node:assert/strict';
import { parseDecoration, rangesOf } from '../../server/src/model/targets.js';
import type { OsVersion } from '../../server/src/model/types.js';

function show(version: OsVersion | undefined): string {
  return version === undefined ? '' : `${String(version.major)}.${String(version.minor)}.${String(version.build)}`;
}

function ranges(...texts: string[]): string[] {
  return rangesOf(texts.map(parseDecoration)).map(
    ({ decoration, from, until }) => `${decoration.text}: ${show(from)}-${show(until)}`,
  );
}

suite('target decorations', () => {
  test('reads every part', () => {
    assert.deepEqual(parseDecoration('NTamd64.10.0.1.0x80.16299'), {
      text: 'NTamd64.10.0.1.0x80.16299',
      architecture: 'amd64',
      version: { major: 10, minor: 0, build: 16299 },
      productType: 1,
      suiteMask: 0x80,
      placeholder: false,
      valid: true,
    });
  });

  test('reads skipped parts', () => {
    const build = parseDecoration('ntARM64.10.0...22000');
    assert.deepEqual(
      [build.architecture, build.version, build.productType],
      ['arm64', { major: 10, minor: 0, build: 22000 }, undefined],
    );
    const suite = parseDecoration('NTx86....0x80');
    assert.deepEqual([suite.architecture, suite.version, suite.suiteMask], ['x86', undefined, 0x80]);
    assert.deepEqual(parseDecoration('NT.6').version, { major: 6, minor: 0, build: 0 });
  });

  test('knows each architecture, alone and without one', () => {
    const architectures = ['NTx86', 'NTia64', 'NTamd64', 'NTarm', 'NTarm64', 'NT', ''].map((text) =>
      parseDecoration(text),
    );
    assert.deepEqual(
      architectures.map((each) => each.architecture),
      ['x86', 'ia64', 'amd64', 'arm', 'arm64', undefined, undefined],
    );
    assert.ok(architectures.every((each) => each.valid));
  });

  test('refuses what cannot be read', () => {
    for (const text of ['NTx64', 'amd64', 'NTamd64.ten', 'NTamd64.10.0.1.2.3.4', 'HW', 'NTamd64.10.0. 1']) {
      assert.equal(parseDecoration(text).valid, false, text);
    }
  });

  test('takes placeholders as they are', () => {
    for (const text of ['NT$ARCH$', 'NT@ARCH@', 'NTINX_ARCH', 'nt$ARCH$.10.0...16299']) {
      const decoration = parseDecoration(text);
      assert.deepEqual(
        [decoration.placeholder, decoration.valid, decoration.architecture],
        [text !== 'NTINX_ARCH', text !== 'NTINX_ARCH', undefined],
        text,
      );
    }
    assert.deepEqual(parseDecoration('NT$ARCH$.10.0...16299').version, { major: 10, minor: 0, build: 16299 });
  });

  test('ends a range where the next version of that architecture begins', () => {
    assert.deepEqual(ranges('NTamd64', 'NTamd64.6.1', 'NTamd64.10.0', 'NTamd64.10.0...22000', 'NTarm64.10.0...17763'), [
      'NTamd64: 0.0.0-6.1.0',
      'NTamd64.6.1: 6.1.0-10.0.0',
      'NTamd64.10.0: 10.0.0-10.0.22000',
      'NTamd64.10.0...22000: 10.0.22000-',
      'NTarm64.10.0...17763: 10.0.17763-',
    ]);
  });

  test('lets undecorated sections count for x86', () => {
    assert.deepEqual(ranges('', 'NT.10.0', 'NTamd64.6.1'), [
      ': 0.0.0-10.0.0',
      'NT.10.0: 10.0.0-',
      'NTamd64.6.1: 6.1.0-',
    ]);
  });

  test('does not end a range at a decoration for some editions or one that cannot be read', () => {
    assert.deepEqual(ranges('NTamd64', 'NTamd64.10.0.3', 'NTamd64.10.x'), [
      'NTamd64: 0.0.0-',
      'NTamd64.10.0.3: 10.0.0-',
      'NTamd64.10.x: 10.0.0-',
    ]);
  });

  test('is quick on very many decorations', () => {
    const texts = Array.from({ length: 50_000 }, (_, i) => `NTamd64.10.0...${String(14400 + i)}`);
    assert.equal(ranges(...texts)[0], 'NTamd64.10.0...14400: 10.0.14400-10.0.14401');
  });
});
