import dmaOptOut from '../../server/src/rules/dma-opt-out.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-opt-out', () => {
  test('informs about both mechanisms', () => {
    rule(
      dmaOptOut,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
                                                       ~ dma-opt-out DmaRemappingCompatible = 0 opts out: where Kernel DMA Protection is on, Windows may block the device at external and exposed ports.
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
                                                         ~ dma-opt-out RemappingSupported = 0 opts out: where Kernel DMA Protection is on, Windows may block the device at external and exposed ports.
      HKR,"DMA Management",RemappingFlags,0x00010001,0
    `,
      ),
    );
  });

  test('is silent about opt-ins', () => {
    rule(
      dmaOptOut,
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
    );
  });

  test('is silent about other devices', () => {
    rule(
      dmaOptOut,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
    `,
        { id: 'USB\\VID_1B36' },
      ),
    );
  });

  test('cures it by set-value-1', () => {
    fixed(
      dmaOptOut,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
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
