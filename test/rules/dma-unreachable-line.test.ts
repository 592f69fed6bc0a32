import dmaUnreachableLine from '../../server/src/rules/dma-unreachable-line.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-unreachable-line', () => {
  test('reports a section that nothing refers to', () => {
    rule(
      dmaUnreachableLine,
      driver(
        `
      [Nowhere]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-unreachable-line Nothing refers to section [Nowhere], so Windows never sets DmaRemappingCompatible.
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-unreachable-line Nothing refers to section [Nowhere], so Windows never sets RemappingSupported.
    `,
      ),
    );
  });

  test('reports a section that only an unused one refers to', () => {
    rule(
      dmaUnreachableLine,
      driver(
        `
      [Other.NT.HW]
      AddReg = Reg
      [Reg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-unreachable-line Section [Reg] is reached from [Other.NT.HW] only, which no device installs, so Windows never sets RemappingSupported.
    `,
      ),
    );
  });

  test('reports a companion with another decoration', () => {
    rule(
      dmaUnreachableLine,
      driver(
        `
      [Dev.HW]
      AddReg = Reg
      [Reg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-unreachable-line Windows installs [Dev.NT] and looks for [Dev.NT.HW] beside it, not for [Dev.HW], so it never sets RemappingSupported.
    `,
      ),
    );
  });

  test('reports a suffix before the decoration', () => {
    rule(
      dmaUnreachableLine,
      driver(
        `
      [Dev.Services.NT]
      AddService = Svc, 0x2, Svc_Other
      [Svc_Other]
      AddReg = Reg
      [Reg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-unreachable-line Windows installs [Dev.NT] and looks for [Dev.NT.Services] beside it, not for [Dev.Services.NT], so it never sets DmaRemappingCompatible.
    `,
      ),
    );
  });

  test('is silent where the line is applied, right or wrong', () => {
    rule(
      dmaUnreachableLine,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
      ),
    );
  });

  test('leaves a line in a section of another kind to dma-wrong-place', () => {
    rule(
      dmaUnreachableLine,
      driver(
        `
      [Dev.NT.HW]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
      ),
    );
  });

  test('is silent about decorations that the build fills in', () => {
    rule(
      dmaUnreachableLine,
      driver(
        `
      [Dev.NTx86.HW]
      AddReg = Reg
      [Reg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
        { target: 'NT$ARCH$' },
      ),
    );
  });

  test('is silent in a file that installs nothing', () => {
    rule(
      dmaUnreachableLine,
      `
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [SourceDisksNames]
      [Nowhere]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
    );
  });

  test('cures it by add-reference', () => {
    fixed(
      dmaUnreachableLine,
      `
      [Nowhere]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      ; --- the rest of the driver
      [Version]
      Signature = "$Windows NT$"
      Class     = System
      ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}
      Provider  = %Vendor%
      DriverVer = 01/01/2026,1.0.0.0
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      [Dev.NT]
      [Dev.NT.HW]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType   = 1
      StartType     = 3
      ErrorControl  = 1
      ServiceBinary = %13%\\svc.sys
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
      `
      [Nowhere]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      ; --- the rest of the driver
      [Version]
      Signature = "$Windows NT$"
      Class     = System
      ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}
      Provider  = %Vendor%
      DriverVer = 01/01/2026,1.0.0.0
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      [Dev.NT]
      [Dev.NT.HW]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType   = 1
      StartType     = 3
      ErrorControl  = 1
      ServiceBinary = %13%\\svc.sys
      AddReg        = Nowhere
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
      'add-reference',
    );
  });
});
