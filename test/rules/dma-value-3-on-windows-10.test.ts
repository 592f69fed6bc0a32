import dmaValue3OnWindows10 from '../../server/src/rules/dma-value-3-on-windows-10.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-value-3-on-windows-10', () => {
  test('informs where Windows 10 is covered', () => {
    rule(
      dmaValue3OnWindows10,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,3
                                                       ~ dma-value-3-on-windows-10 Value 3 came with Windows 11; Windows 10, on which [Dev.NT] is installed too, takes it for 2: opt in only at an external port.
    `,
      ),
    );
  });

  test('is silent where only Windows 11 is covered', () => {
    rule(
      dmaValue3OnWindows10,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,3
    `,
        { target: 'NTamd64.10.0...22000' },
      ),
    );
  });

  test('is silent about graphics drivers', () => {
    rule(
      dmaValue3OnWindows10,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,3
    `,
        { className: 'Display' },
      ),
    );
  });

  test('is silent about other values', () => {
    rule(
      dmaValue3OnWindows10,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
    `,
      ),
    );
  });

  test('cures it by set-value-2', () => {
    fixed(
      dmaValue3OnWindows10,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,3
    `,
      ),
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
    `,
      ),
      'set-value-2',
    );
  });
});
