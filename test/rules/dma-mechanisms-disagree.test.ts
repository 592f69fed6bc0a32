import dmaConditionalOptIn from '../../server/src/rules/dma-conditional-opt-in.js';
import dmaMechanismsDisagree from '../../server/src/rules/dma-mechanisms-disagree.js';
import dmaOptOut from '../../server/src/rules/dma-opt-out.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-mechanisms-disagree', () => {
  test('reports what differs, at the value per device', () => {
    rule(
      dmaMechanismsDisagree,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                                                         ~ dma-mechanisms-disagree RemappingSupported = 1 (opt-in) holds from Windows 11 24H2 on, DmaRemappingCompatible = 2 (opt-in if external) before it.
    `,
      ),
    );
  });

  test('reports it at the flags where these differ', () => {
    rule(
      dmaMechanismsDisagree,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
                                                     ~ dma-mechanisms-disagree RemappingSupported = 1 with RemappingFlags = 1 (opt-in if external) holds from Windows 11 24H2 on, DmaRemappingCompatible = 1 (opt-in) before it.
    `,
      ),
    );
  });

  test('reports an opt-out against an opt-in', () => {
    rule(
      dmaMechanismsDisagree,
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
      ),
    );
  });

  test('is silent where both say the same', () => {
    rule(
      dmaMechanismsDisagree,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
    );
  });

  test('is silent about value 3 beside an opt-in', () => {
    rule(
      dmaMechanismsDisagree,
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
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
    );
  });

  test('is silent where a value is faulty, contradicted or filled in by the build', () => {
    rule(
      dmaMechanismsDisagree,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,7
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingSupported,0x00010001,INX_REMAP
    `,
      ),
    );
  });

  test('cures it by set-driver-value', () => {
    fixed(
      dmaMechanismsDisagree,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
      ),
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
      ),
      'set-driver-value',
    );
  });

  test('cures it by set-device-value (1)', () => {
    fixed(
      dmaMechanismsDisagree,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,0
    `,
      ),
      'set-device-value',
    );
  });

  test('cures it by set-device-value (2)', () => {
    fixed(
      dmaMechanismsDisagree,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
      HKR,"DMA Management",RemappingFlags,0x00010001,1
    `,
      ),
      'set-device-value',
    );
  });

  test('is the only finding where an opt-out or a conditional opt-in is what differs', () => {
    const rules = [dmaMechanismsDisagree, dmaOptOut, dmaConditionalOptIn];
    rule(
      rules,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
                                                     ~ dma-mechanisms-disagree RemappingSupported = 1 with RemappingFlags = 1 (opt-in if external) holds from Windows 11 24H2 on, DmaRemappingCompatible = 0 (opt-out) before it.
    `,
      ),
    );
  });
});
