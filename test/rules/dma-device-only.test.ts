import dmaDeviceOnly from '../../server/src/rules/dma-device-only.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-device-only', () => {
  test('informs where older releases are covered', () => {
    rule(
      dmaDeviceOnly,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-device-only RemappingSupported is read from Windows 11 24H2 on, but [Dev.NT] is installed on older releases too, which read DmaRemappingCompatible of service Svc only.
    `,
      ),
    );
  });

  test('is silent with both', () => {
    rule(
      dmaDeviceOnly,
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

  test('is silent where only 24H2 and later are covered', () => {
    rule(
      dmaDeviceOnly,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
        { target: 'NTamd64.10.0...26100' },
      ),
    );
  });

  test('is silent where the other mechanism is there but faulty', () => {
    rule(
      dmaDeviceOnly,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
      ),
    );
  });

  test('is silent in an extension INF, which installs no service', () => {
    rule(
      dmaDeviceOnly,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      [Dev.NT.HW]
      AddReg = Reg
      [Reg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      [Two.NT]
      [Svc_Inst]
      ServiceType = 1
      StartType = 3
      ErrorControl = 1
      ServiceBinary = %13%\\svc.sys
      [Version]
      Signature = "$Windows NT$"
      Class = Extension
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
    );
  });

  test('cures it by add-per-driver', () => {
    fixed(
      dmaDeviceOnly,
      `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
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
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
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
      AddReg        = Svc_Inst_DmaRemap_AddReg
      [Svc_Inst_DmaRemap_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
      'add-per-driver',
    );
  });
});
