import assert from 'node:assert/strict';
import {
  deviceProperty,
  devicePropertyValues,
  dmaBugCheck,
  dmaContradictions,
  dmaEquivalents,
  dmaGuardValues,
  dmaLookalikes,
  dmaMechanisms,
  dmaNumber,
  dmaSources,
  dmaValueNamed,
  dmaValues,
  driverChecklist,
  driverVerifier,
  kernelDmaProtection,
  storportDefault,
} from '../../server/src/language/dma-remapping.js';
import { docsUrl } from '../../server/src/language/docs.js';
import { registryValueAt } from '../../server/src/language/registry-values.js';
import { releases } from '../../server/src/language/releases.js';

suite('facts of DMA remapping', () => {
  test('know every legal number, and no other', () => {
    const numbers = (name: keyof typeof dmaValues) => dmaValues[name].numbers.map(({ value }) => value);
    assert.deepEqual(numbers('DmaRemappingCompatible'), [0, 1, 2, 3]);
    assert.deepEqual(numbers('RemappingSupported'), [0, 1]);
    assert.deepEqual(numbers('RemappingFlags'), [0, 1]);
    assert.equal(dmaNumber('RemappingSupported', 2), undefined);
    assert.equal(dmaNumber('DmaRemappingCompatible', 2)?.title, 'opt in only if external');
  });

  test('put each value where its mechanism reads it', () => {
    for (const { name, mechanism } of Object.values(dmaValues)) {
      assert.ok(dmaMechanisms[mechanism].values.includes(name), name);
      const { subkey, relativeTo, key } = dmaMechanisms[mechanism];
      assert.deepEqual(registryValueAt(subkey, name)?.relativeTo, [relativeTo], name);
      assert.ok(key.endsWith(`\\${subkey}`), name);
    }
  });

  test('start with the releases that read them', () => {
    assert.equal(releases[dmaMechanisms['per-driver'].since].build, 17134);
    assert.equal(releases[dmaMechanisms['per-device'].since].build, 26100);
    assert.equal(releases[dmaNumber('DmaRemappingCompatible', 3)?.since ?? 'Windows 2000'].build, 22000);
    assert.equal(releases[deviceProperty.since].build, 17134);
  });

  test('find a value by its name, ignoring case', () => {
    assert.equal(dmaValueNamed('DMAREMAPPINGCOMPATIBLE')?.name, 'DmaRemappingCompatible');
    assert.equal(dmaValueNamed('DmaRemapingCompatible'), undefined);
  });

  test('translate every per-driver number into per-device numbers that exist', () => {
    assert.deepEqual(
      dmaEquivalents.map(({ perDriver }) => perDriver),
      dmaValues.DmaRemappingCompatible.numbers.map(({ value }) => value),
    );
    for (const { supported, flags } of dmaEquivalents) {
      assert.ok(dmaNumber('RemappingSupported', supported) !== undefined);
      assert.ok(flags === undefined || dmaNumber('RemappingFlags', flags) !== undefined);
      assert.equal(supported === 0, flags === undefined);
    }
  });

  test('keep the other numberings apart', () => {
    assert.deepEqual(
      devicePropertyValues.map(({ value, title }) => `${String(value)} ${title}`),
      ['2 capable', '1 opted out', '0 not stated'],
    );
    const block = (source: keyof typeof dmaGuardValues) =>
      dmaGuardValues[source].values.find(({ title }) => title.startsWith('block'))?.value;
    assert.equal(block('csp'), 0);
    assert.equal(block('graph'), 1);
  });

  test('link well-formed pages', () => {
    const pages = [
      ...Object.values(dmaMechanisms),
      ...Object.values(dmaValues),
      ...Object.values(dmaGuardValues),
      ...driverChecklist,
      ...kernelDmaProtection,
      ...dmaSources,
      ...dmaLookalikes,
      deviceProperty,
      driverVerifier,
      dmaBugCheck,
      storportDefault,
    ].map(({ docs }) => docs);
    for (const page of [...pages, ...dmaContradictions.flatMap(({ docs }) => docs)]) {
      assert.equal(new URL(docsUrl(page)).hostname, 'learn.microsoft.com', page);
      assert.doesNotMatch(page, /\.md$/);
    }
  });
});
