import dmaValueOutOfRange from '../../server/src/rules/dma-value-out-of-range.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-value-out-of-range', () => {
  test('reports numbers above the highest one', () => {
    rule(
      dmaValueOutOfRange,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,4
                                                       ~ dma-value-out-of-range The value 4 of DmaRemappingCompatible is not defined; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0x00000004
                                                       ~~~~~~~~~~ dma-value-out-of-range The value 0x00000004 of DmaRemappingCompatible is not defined; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001,"5"
                                                       ~~~ dma-value-out-of-range The value "5" of DmaRemappingCompatible is not defined; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001,-1
                                                       ~~ dma-value-out-of-range The value -1 of DmaRemappingCompatible is not defined; allowed are 0, 1, 2 and 3.
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,2
                                                         ~ dma-value-out-of-range The value 2 of RemappingSupported is not defined; allowed are 0 and 1.
      HKR,"DMA Management",RemappingFlags,0x00010001,3
                                                     ~ dma-value-out-of-range The value 3 of RemappingFlags is not defined; allowed are 0 and 1.
    `,
      ),
    );
  });

  test('reports a number behind a token', () => {
    rule(
      dmaValueOutOfRange,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,%Seven%
                                                       ~~~~~~~ dma-value-out-of-range The value %Seven% (7) of DmaRemappingCompatible is not defined; allowed are 0, 1, 2 and 3.
      [Strings]
      REG_DWORD = 0x00010001
      REG_SZ = 0
      Seven = 7
      One = 1
    `,
      ),
    );
  });

  test('takes all documented numbers', () => {
    rule(
      dmaValueOutOfRange,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
      HKR,Parameters,DmaRemappingCompatible,0x00010001,3
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,0
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
    );
  });

  test('is silent about what the build fills in, and where the type is the fault', () => {
    rule(
      dmaValueOutOfRange,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,INX_REMAP
      HKR,Parameters,DmaRemappingCompatible,,7
    `,
      ),
    );
  });

  test('cures it by set-value-1', () => {
    fixed(
      dmaValueOutOfRange,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,2
    `,
      ),
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
      ),
      'set-value-1',
    );
  });
});
