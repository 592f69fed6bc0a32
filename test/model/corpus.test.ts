import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createAnalysis, type Analysis } from '../../server/src/plan/analysis.js';
import { decode } from '../../server/src/text/decode.js';
import { bindText } from './model-of.js';

const CORPUS = process.env['INF_CORPUS'] ?? '';

function analyseFile(file: string): Analysis {
  const { text } = decode(readFileSync(file), 'windows-1252');
  return createAnalysis(bindText(text, {}, `file:///${path.basename(file)}`));
}

function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(CORPUS, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
}

/** A [Version] with nothing but a signature: a driver that has just begun looks no different. */
function saysNothing({ model }: Analysis): boolean {
  return model.sections.every(({ name, lines }) => name === 'Version' && lines.length === 1);
}

suite('model of real files', () => {
  setup(function () {
    if (CORPUS !== '') return;
    console.log('      skipped: INF_CORPUS names no folder of INF files');
    this.skip();
  });

  test('driver files are taken for drivers', () => {
    for (const file of filesIn('driver', 'template')) assert.equal(analyseFile(file).model.fileKind, 'driver', file);
  });

  test('UEFI modules are known for what they are', () => {
    for (const file of filesIn('edk2')) assert.equal(analyseFile(file).model.fileKind, 'uefi-module', file);
  });

  test('other files are not taken for drivers', () => {
    for (const file of filesIn('other')) {
      const analysis = analyseFile(file);
      if (!saysNothing(analysis)) assert.notEqual(analysis.model.fileKind, 'driver', file);
    }
  });

  test('every part of every model can be asked for', function () {
    this.timeout(30_000);
    for (const file of filesIn('driver', 'template', 'checkout', 'edk2', 'other')) {
      const { model, dma } = analyseFile(file);
      for (const device of model.devices) dma.outcomesOf(device);
      for (const { writes, companions } of model.installations) assert.ok(writes.length >= 0 && companions.size >= 0);
      for (const { at } of model.registryLines) assert.ok(model.registryLineAt(at) !== undefined);
      for (const section of model.sections) for (const at of section.lines) model.tokenUses(at);
    }
  });

  const stated: [string, string, string][] = [
    ['Balloon__sys__balloon.inx', '2', 'opt-in-external'],
    ['NetKVM__netkvm-base.txt.inx', 'INX_NETKVM_DMAREMAP', 'system-decides'],
    ['viofs__pci__viofs.inf', '0', 'opt-out'],
    ['viomem__sys__viomem.inx', '0', 'opt-out'],
    ['viorng__viorng__viorng.inf', '1', 'opt-in'],
  ];
  for (const [name, value, policy] of stated) {
    test(`${name} states ${value}: ${policy}`, () => {
      const { model, dma } = analyseFile(path.join(CORPUS, 'template', 'virtio-win__kvm-guest-drivers-windows', name));
      assert.deepEqual(
        dma.lines.map(({ valueText }) => valueText),
        [value],
      );
      assert.ok(model.devices.length > 0);
      for (const device of model.devices) {
        const latest = dma.outcomesOf(device).at(-1);
        assert.deepEqual(
          [latest?.policy, latest?.by, latest?.undecided],
          [policy, 'per-driver', policy === 'system-decides'],
        );
      }
    });
  }
});
