import dmaNoclobber from '../../server/src/rules/dma-noclobber.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-noclobber', () => {
  test('reports the bit however it is written', () => {
    rule(
      dmaNoclobber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010003,1
                                            ~~~~~~~~~~ dma-noclobber The flags 0x00010003 hold NOCLOBBER (0x2), so a value of DmaRemappingCompatible from an older package survives an update.
      HKR,Parameters,DmaRemappingCompatible,65539,1
                                            ~~~~~ dma-noclobber The flags 65539 hold NOCLOBBER (0x2), so a value of DmaRemappingCompatible from an older package survives an update.
      HKR,Parameters,DmaRemappingCompatible,0x00014003,1
                                            ~~~~~~~~~~ dma-noclobber The flags 0x00014003 hold NOCLOBBER (0x2), so a value of DmaRemappingCompatible from an older package survives an update.
    `,
      ),
    );
  });

  test('is silent without the bit, and where the type is the fault', () => {
    rule(
      dmaNoclobber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      HKR,Parameters,DmaRemappingCompatible,0x2,1
      HKR,Parameters,DmaRemappingCompatible,0x00010021,1
    `,
      ),
    );
  });

  test('cures it by drop-noclobber', () => {
    fixed(
      dmaNoclobber,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010003,1
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
      'drop-noclobber',
    );
  });
});
