import dmaMisspeltName from '../../server/src/rules/dma-misspelt-name.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-misspelt-name', () => {
  test('reports near misses', () => {
    rule(
      dmaMisspeltName,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemapingCompatible,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~ dma-misspelt-name Windows reads no value "DmaRemapingCompatible"; the nearest name is DmaRemappingCompatible.
      HKR,Parameters,DmaRemappingCompat,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~ dma-misspelt-name Windows reads no value "DmaRemappingCompat"; the nearest name is DmaRemappingCompatible.
      HKR,Parameters,DmaRemappingCompatable,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-misspelt-name Windows reads no value "DmaRemappingCompatable"; the nearest name is DmaRemappingCompatible.
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemapSupported,0x00010001,1
                           ~~~~~~~~~~~~~~ dma-misspelt-name Windows reads no value "RemapSupported"; the nearest name is RemappingSupported.
      HKR,"DMA Management",RemappingFlag,0x00010001,1
                           ~~~~~~~~~~~~~ dma-misspelt-name Windows reads no value "RemappingFlag"; the nearest name is RemappingFlags.
    `,
      ),
    );
  });

  test('takes any case, and names of others', () => {
    rule(
      dmaMisspeltName,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DMAREMAPPINGCOMPATIBLE,0x00010001,1
      HKR,Parameters,RemapKeys,0x00010001,1
      HKR,Parameters,RemapFlags,0x00010001,1
      HKR,Parameters,DmaMapping,0x00010001,1
    `,
      ),
    );
  });

  test('cures it by fix-name', () => {
    fixed(
      dmaMisspeltName,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemapingCompatible,0x00010001,1
    `,
      ),
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
      ),
      'fix-name',
    );
  });
});
