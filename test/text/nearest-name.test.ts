import assert from 'node:assert/strict';
import { createNameFinder, nearestName } from '../../server/src/text/nearest-name.js';

const NAMES = ['check', 'fix', 'AddReg', 'DelReg', 'dma-wrong-place', 'dma-wrong-type'];

suite('nearest name', () => {
  const pairs: [string, string | undefined][] = [
    ['chekc', 'check'],
    ['fxi', 'fix'],
    ['AdReg', 'AddReg'],
    ['delreg', 'DelReg'],
    ['DMA-WRONG-TYPE', 'dma-wrong-type'],
    ['dma-worng-plcae', 'dma-wrong-place'],
    ['fo', undefined],
    ['quite another', undefined],
    ['', undefined],
  ];
  for (const [written, near] of pairs) {
    test(`${written}: ${near ?? 'none'}`, () => assert.equal(nearestName(written, NAMES), near));
  }

  test('does not take long over names that are no names', () => {
    const start = performance.now();
    assert.equal(nearestName('x'.repeat(100_000), ['y'.repeat(100_000), ...NAMES]), undefined);
    assert.ok(performance.now() - start < 100);
  });

  test('of two that are equally near the first counts', () => {
    assert.equal(nearestName('Copx', ['Copy', 'Cops']), 'Copy');
    assert.equal(nearestName('Copx', ['Copyx', 'Cops']), 'Copyx');
  });

  test('gives up when it has compared too much', () => {
    const find = createNameFinder(Array.from({ length: 1000 }, (_, index) => `name${String(index).padStart(4, '0')}`));
    assert.equal(find('naem0007'), 'name0007');
    for (let question = 0; question < 400; question++) find(`nam${String(question).padStart(5, '0')}`);
    assert.equal(find('naem0007'), undefined);
  });
});
