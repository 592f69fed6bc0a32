import assert from 'node:assert/strict';
import dmaDisplayClass from '../../server/src/rules/dma-display-class.js';
import dmaFlagsWithoutSupported from '../../server/src/rules/dma-flags-without-supported.js';
import { allRules } from '../../server/src/rules/index.js';
import { driver, readSnippet } from '../support/snippet.js';
import { actionsOf, findingsIn, fixed, rule } from '../support/squiggle.js';

suite('dma-display-class', () => {
  const display = { className: 'Display' };
  const dmaRules = allRules.filter(({ name }) => name.startsWith('dma-'));

  test('informs once, at the value of the driver', () => {
    rule(
      dmaRules,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,3
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-display-class The documentation disagrees on DmaRemappingCompatible in class Display: its PCI page calls these settings unsupported for graphics drivers, its WDDM page wants DmaRemappingCompatible = 3.
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
        display,
      ),
    );
  });

  test('informs at the device where no line speaks for the driver', () => {
    rule(
      dmaRules,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingFlags,0x00010001,0
      HKR,"DMA Management",RemappingSupported,0x00010001,0
                           ~~~~~~~~~~~~~~~~~~ dma-display-class The documentation disagrees on RemappingSupported in class Display: its PCI page calls these settings unsupported for graphics drivers, its WDDM page wants DmaRemappingCompatible = 3.
    `,
        display,
      ),
    );
  });

  for (const value of ['0', '1', '2']) {
    test(`tells of ${value} for the driver as one matter, whatever the device says`, () => {
      rule(
        dmaRules,
        driver(
          `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,${value}
                                                       ~ dma-display-class No documentation page has DmaRemappingCompatible = ${value} for class Display: its WDDM page wants 3, its PCI page calls these settings unsupported for graphics drivers.
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
          display,
        ),
      );
    });
  }

  const both = (value: string): string => `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,${value}
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `;

  test('shows the lines for the device as related places', () => {
    for (const value of ['1', '3']) {
      const [finding] = findingsIn([dmaDisplayClass], readSnippet(driver(both(value), display)).text);
      assert.deepEqual(
        finding?.related.map(({ message }) => message),
        ['RemappingSupported is set here.', 'RemappingFlags is set here.'],
      );
    }
  });

  test('cures another value by set-value-3', () => {
    fixed(dmaDisplayClass, driver(both('1'), display), driver(both('3'), display), 'set-value-3');
  });

  test('leaves an opt-out against 3 to dma-mechanisms-disagree', () => {
    rule(
      dmaRules.filter(({ name }) => name !== 'dma-display-class'),
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,3
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
                                                         ~ dma-mechanisms-disagree RemappingSupported = 0 (opt-out) holds from Windows 11 24H2 on, DmaRemappingCompatible = 3 (opt-in) before it.
    `,
        display,
      ),
    );
  });

  test('leaves lone flags to dma-flags-without-supported, which does not offer to opt in', () => {
    const text = driver(
      `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      display,
    );
    rule(dmaDisplayClass, text);
    assert.deepEqual(actionsOf(dmaFlagsWithoutSupported, text), [
      'remove-line: Remove the line that sets RemappingFlags',
    ]);
  });

  test('is silent in other classes', () => {
    rule(
      dmaDisplayClass,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,3
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
      ),
    );
  });

  test('is silent about values that Windows does not read', () => {
    rule(
      dmaDisplayClass,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,3
    `,
        { className: 'Display' },
      ),
    );
  });
});
