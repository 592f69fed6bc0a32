import dmaWrongType from '../../server/src/rules/dma-wrong-type.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-wrong-type', () => {
  test('reports every other type', () => {
    rule(
      dmaWrongType,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0,1
                                            ~ dma-wrong-type The flags 0 make DmaRemappingCompatible a REG_SZ, but Windows reads it as a REG_DWORD: 0x00010001.
      HKR,Parameters,DmaRemappingCompatible,0x00000001,1
                                            ~~~~~~~~~~ dma-wrong-type The flags 0x00000001 make DmaRemappingCompatible a REG_BINARY, but Windows reads it as a REG_DWORD: 0x00010001.
      HKR,Parameters,DmaRemappingCompatible,0x00010000,1
                                            ~~~~~~~~~~ dma-wrong-type The flags 0x00010000 make DmaRemappingCompatible a REG_MULTI_SZ, but Windows reads it as a REG_DWORD: 0x00010001.
      HKR,Parameters,DmaRemappingCompatible,0x00020000,1
                                            ~~~~~~~~~~ dma-wrong-type The flags 0x00020000 make DmaRemappingCompatible a REG_EXPAND_SZ, but Windows reads it as a REG_DWORD: 0x00010001.
      HKR,Parameters,DmaRemappingCompatible,0xB0001,1
                                            ~~~~~~~ dma-wrong-type The flags 0xB0001 make DmaRemappingCompatible a REG_QWORD, but Windows reads it as a REG_DWORD: 0x00010001.
      HKR,Parameters,DmaRemappingCompatible,%REG_SZ%,1
                                            ~~~~~~~~ dma-wrong-type The flags %REG_SZ% make DmaRemappingCompatible a REG_SZ, but Windows reads it as a REG_DWORD: 0x00010001.
      HKR,Parameters,DmaRemappingCompatible,0x00070001,1
                                            ~~~~~~~~~~ dma-wrong-type The flags 0x00070001 make DmaRemappingCompatible a value of type 7, but Windows reads it as a REG_DWORD: 0x00010001.
      [Strings]
      REG_DWORD = 0x00010001
      REG_SZ = 0
      Seven = 7
      One = 1
    `,
      ),
    );
  });

  test('reports missing flags', () => {
    rule(
      dmaWrongType,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-wrong-type Without flags DmaRemappingCompatible is a REG_SZ, but Windows reads it as a REG_DWORD: 0x00010001.
    `,
      ),
    );
  });

  test('reports modifier bits that change what is written', () => {
    rule(
      dmaWrongType,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010009,1
                                            ~~~~~~~~~~ dma-wrong-type The flags 0x00010009 make DmaRemappingCompatible a REG_DWORD with APPEND, which fits REG_MULTI_SZ only, but Windows reads it as a REG_DWORD: 0x00010001.
      HKR,Parameters,DmaRemappingCompatible,0x00010011,1
                                            ~~~~~~~~~~ dma-wrong-type The flags 0x00010011 create the key without the value DmaRemappingCompatible, which Windows reads as a REG_DWORD: 0x00010001.
    `,
      ),
    );
  });

  test('reports flags that are no number', () => {
    rule(
      dmaWrongType,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,FLG_ADDREG_TYPE_DWORD,1
                                            ~~~~~~~~~~~~~~~~~~~~~ dma-wrong-type The flags FLG_ADDREG_TYPE_DWORD are not a number; Windows reads DmaRemappingCompatible as a REG_DWORD: 0x00010001.
      HKR,Parameters,DmaRemappingCompatible,%NOWHERE%,1
                                            ~~~~~~~~~ dma-wrong-type No [Strings] section defines the flags %NOWHERE%; Windows reads DmaRemappingCompatible as a REG_DWORD: 0x00010001.
    `,
      ),
    );
  });

  test('takes REG_DWORD in every notation, with legal modifier bits', () => {
    rule(
      dmaWrongType,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,65537,1
      HKR,Parameters,DmaRemappingCompatible,0x10001,1
      HKR,Parameters,DmaRemappingCompatible,"0x00010001",1
      HKR,Parameters,DmaRemappingCompatible,%REG_DWORD%,1
      HKR,Parameters,DmaRemappingCompatible,0x00010003,1
      HKR,Parameters,DmaRemappingCompatible,0x00010021,1
      HKR,Parameters,DmaRemappingCompatible,0x00014001,1
      [Strings]
      REG_DWORD = 0x00010001
      REG_SZ = 0
      Seven = 7
      One = 1
    `,
      ),
    );
  });

  test('takes deletions and what the build fills in', () => {
    rule(
      dmaWrongType,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x4
      HKR,Parameters,DmaRemappingCompatible,$FLAGS$,1
    `,
      ),
    );
  });

  test('cures it by fix-type', () => {
    fixed(
      dmaWrongType,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,,1
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
      'fix-type',
    );
  });
});
