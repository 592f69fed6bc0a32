import dmaDisplayClass from '../../server/src/rules/dma-display-class.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('dma-display-class', () => {
  test('informs about every value that is read', () => {
    rule(
      dmaDisplayClass,
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
                           ~~~~~~~~~~~~~~~~~~ dma-display-class The documentation disagrees on RemappingSupported in class Display: its PCI page calls these settings unsupported for graphics drivers, its WDDM page wants DmaRemappingCompatible = 3.
    `,
        { className: 'Display' },
      ),
    );
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
