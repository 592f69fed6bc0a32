import dmaValueNotANumber from '../../server/src/rules/dma-value-not-a-number.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-value-not-a-number', () => {
  test('reports text, lists and stray characters', () => {
    rule(
      dmaValueNotANumber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,yes
                                                       ~~~ dma-value-not-a-number The value yes of DmaRemappingCompatible is not a number; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001,\`3
                                                       ~~ dma-value-not-a-number The value \`3 of DmaRemappingCompatible is not a number; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001,01,00,00,00
                                                       ~~~~~~~~~~~ dma-value-not-a-number The value 01,00,00,00 of DmaRemappingCompatible is not a number; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0x
                                                       ~~ dma-value-not-a-number The value 0x of DmaRemappingCompatible is not a number; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001,"1,2"
                                                       ~~~~~ dma-value-not-a-number The value "1,2" of DmaRemappingCompatible is not a number; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001,99999999999
                                                       ~~~~~~~~~~~ dma-value-not-a-number The value 99999999999 of DmaRemappingCompatible is not a number; allowed are 0, 1, 2 and 3.
    `,
      ),
    );
  });

  test('reports a token by what it stands for', () => {
    rule(
      dmaValueNotANumber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,%Vendor%
                                                       ~~~~~~~~ dma-value-not-a-number The value %Vendor% (Example) of DmaRemappingCompatible is not a number; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001,%Nowhere%
                                                       ~~~~~~~~~ dma-value-not-a-number The value %Nowhere% of DmaRemappingCompatible is not a number; allowed are 0, 1, 2 and 3.
    `,
      ),
    );
  });

  test('reports a missing value', () => {
    rule(
      dmaValueNotANumber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-value-not-a-number The line states no value for DmaRemappingCompatible; allowed are 0, 1, 2 and 3.
      HKR,Parameters,DmaRemappingCompatible,0x00010001
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-value-not-a-number The line states no value for DmaRemappingCompatible; allowed are 0, 1, 2 and 3.
    `,
      ),
    );
  });

  test('reports a string that is no number, whose type is another fault', () => {
    rule(
      dmaValueNotANumber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,,yes
                                             ~~~ dma-value-not-a-number The value yes of DmaRemappingCompatible is not a number; allowed are 0, 1, 2 and 3.
    `,
      ),
    );
  });

  test('takes numbers in every notation', () => {
    rule(
      dmaValueNotANumber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0x1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,"1"
      HKR,Parameters,DmaRemappingCompatible,0x00010001,%One%
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1 ; comment
      HKR,Parameters,DmaRemappingCompatible,0x00010001,+1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,7
      HKR,Parameters,DmaRemappingCompatible,0x00010001, 1 ,
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0X00000001
      [Strings]
      REG_DWORD = 0x00010001
      REG_SZ = 0
      Seven = 7
      One = 1
    `,
      ),
    );
  });

  test('is silent about what the build fills in', () => {
    rule(
      dmaValueNotANumber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,INX_REMAP
      HKR,Parameters,DmaRemappingCompatible,0x00010001,$REMAP$
      HKR,Parameters,DmaRemappingCompatible,0x00010001,@REMAP@
    `,
      ),
    );
  });

  test('is silent about bytes, whose type is the fault, and about deletions', () => {
    rule(
      dmaValueNotANumber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,1,01,00,00,00
      HKR,Parameters,DmaRemappingCompatible,0x4
    `,
      ),
    );
  });

  test('cures it by set-value-1', () => {
    fixed(
      dmaValueNotANumber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,yes
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
      'set-value-1',
    );
  });
});
