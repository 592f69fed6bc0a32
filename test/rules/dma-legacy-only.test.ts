import dmaLegacyOnly from '../../server/src/rules/dma-legacy-only.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-legacy-only', () => {
  test('informs where 24H2 is covered', () => {
    rule(
      dmaLegacyOnly,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-legacy-only DmaRemappingCompatible is meant for Windows up to 11 23H2, but [Dev.NT] is installed on 24H2 and later too, where RemappingSupported takes its place.
    `,
      ),
    );
  });

  test('is silent with both', () => {
    rule(
      dmaLegacyOnly,
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

  test('is silent where the other mechanism is there but faulty', () => {
    rule(
      dmaLegacyOnly,
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

  test('is silent where flags show that the other mechanism is meant', () => {
    rule(
      dmaLegacyOnly,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingFlags,0x00010001,0
    `,
      ),
    );
  });

  test('is silent on x86, which has no Windows 11', () => {
    rule(
      dmaLegacyOnly,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
        { target: 'NTx86.10.0' },
      ),
    );
  });

  test('is silent about other devices and graphics drivers', () => {
    rule(
      dmaLegacyOnly,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
        { id: 'USB\\VID_1B36' },
      ),
    );
  });

  test('is silent about graphics drivers', () => {
    rule(
      dmaLegacyOnly,
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

  test('is silent about what the build fills in', () => {
    rule(
      dmaLegacyOnly,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,INX_REMAP
    `,
      ),
    );
  });

  test('cures it by add-per-device', () => {
    fixed(
      dmaLegacyOnly,
      `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
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
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
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
      AddReg = Dev_DmaRemap_AddReg
      [Dev_DmaRemap_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,1
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
      'add-per-device',
    );
  });
});
