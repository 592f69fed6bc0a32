import dmaConditionalOptIn from '../../server/src/rules/dma-conditional-opt-in.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-conditional-opt-in', () => {
  test('informs about flags of 1', () => {
    rule(
      dmaConditionalOptIn,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
                                                     ~ dma-conditional-opt-in RemappingFlags = 1 opts in only for a device at an external port, or while Driver Verifier checks DMA; 0 opts in always.
    `,
      ),
    );
  });

  test('is silent about flags of 0, and without the opt-in', () => {
    rule(
      dmaConditionalOptIn,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
    );
  });

  test('is silent about flags of 0', () => {
    rule(
      dmaConditionalOptIn,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,0
    `,
      ),
    );
  });

  test('cures it by set-value-0', () => {
    fixed(
      dmaConditionalOptIn,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,0
    `,
      ),
      'set-value-0',
    );
  });
});
