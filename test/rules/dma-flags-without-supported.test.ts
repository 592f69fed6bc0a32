import dmaFlagsWithoutSupported from '../../server/src/rules/dma-flags-without-supported.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-flags-without-supported', () => {
  test('reports flags alone', () => {
    rule(
      dmaFlagsWithoutSupported,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingFlags,0x00010001,1
                           ~~~~~~~~~~~~~~ dma-flags-without-supported RemappingFlags means nothing for [Dev.NT], as RemappingSupported = 1 is not set beside it.
    `,
      ),
    );
  });

  test('reports flags beside an opt-out', () => {
    rule(
      dmaFlagsWithoutSupported,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
      HKR,"DMA Management",RemappingFlags,0x00010001,1
                           ~~~~~~~~~~~~~~ dma-flags-without-supported RemappingFlags = 1 means nothing beside RemappingSupported = 0.
    `,
      ),
    );
  });

  test('is silent beside an opt-in, and about 0 beside an opt-out', () => {
    rule(
      dmaFlagsWithoutSupported,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
    );
  });

  test('is silent about 0 beside an opt-out', () => {
    rule(
      dmaFlagsWithoutSupported,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
      HKR,"DMA Management",RemappingFlags,0x00010001,0
    `,
      ),
    );
  });

  test('is silent where RemappingSupported is there but faulty', () => {
    rule(
      dmaFlagsWithoutSupported,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
    );
  });

  test('cures it by add-supported', () => {
    fixed(
      dmaFlagsWithoutSupported,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
      'add-supported',
    );
  });

  test('cures it by remove-line', () => {
    fixed(
      dmaFlagsWithoutSupported,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
    `,
      ),
      'remove-line',
    );
  });
});
