import dmaPartialCoverage from '../../server/src/rules/dma-partial-coverage.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-partial-coverage', () => {
  test('reports a target of the same device', () => {
    rule(
      dmaPartialCoverage,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763, NTarm64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      [Models.NTarm64.10.0...17763]
      %Device% = Two, PCI\\VEN_1B36&DEV_0010
      [Dev.NT]
      [Dev.NT.HW]
      AddReg = Reg
      [Reg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-partial-coverage RemappingSupported is set where Windows installs [Dev.NT], but not for the same device where it installs [Two.NT].
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Two.NT]
      [Two.NT.Services]
      AddService = SvcTwo, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType = 1
      StartType = 3
      ErrorControl = 1
      ServiceBinary = %13%\\svc.sys
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
    );
  });

  test('reports another installation of the same service', () => {
    rule(
      dmaPartialCoverage,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Dev
      [Svc_Dev]
      ServiceBinary = %13%\\svc.sys
      AddReg = Reg
      [Reg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-partial-coverage DmaRemappingCompatible is set where Windows installs [Dev.NT], but not by [Two.NT] with the same service Svc.
      [Two.NT]
      [Two.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType = 1
      StartType = 3
      ErrorControl = 1
      ServiceBinary = %13%\\svc.sys
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
    );
  });

  test('informs about another device of the same service', () => {
    rule(
      dmaPartialCoverage,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Dev.NT.HW]
      AddReg = Reg
      [Reg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-partial-coverage RemappingSupported is set for the devices of [Dev.NT], but not for those of [Two.NT] with the same service Svc.
      [Two.NT]
      [Two.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType = 1
      StartType = 3
      ErrorControl = 1
      ServiceBinary = %13%\\svc.sys
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
    );
  });

  test('is silent where every installation states something', () => {
    rule(
      dmaPartialCoverage,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Dev.NT.HW]
      AddReg = Reg
      [Reg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      [Two.NT]
      [Two.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Two.NT.HW]
      AddReg = Out
      [Out]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
      [Svc_Inst]
      ServiceType = 1
      StartType = 3
      ErrorControl = 1
      ServiceBinary = %13%\\svc.sys
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
    );
  });

  test('is silent about a device with a driver of its own, which has a hint', () => {
    rule(
      dmaPartialCoverage,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Dev.NT.HW]
      AddReg = Reg
      [Reg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      [Two.NT]
      [Two.NT.Services]
      AddService = Other, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType = 1
      StartType = 3
      ErrorControl = 1
      ServiceBinary = %13%\\svc.sys
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
    );
  });

  test('is silent about a device that is not on the PCI bus', () => {
    rule(
      dmaPartialCoverage,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, ACPI\\EXMP0001
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Dev.NT.HW]
      AddReg = Reg
      [Reg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      [Two.NT]
      [Two.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType = 1
      StartType = 3
      ErrorControl = 1
      ServiceBinary = %13%\\svc.sys
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
    );
  });

  test('cures it by add-reference', () => {
    fixed(
      dmaPartialCoverage,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Dev
      [Svc_Dev]
      ServiceBinary = %13%\\svc.sys
      AddReg = Reg
      [Reg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Two.NT]
      [Two.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType = 1
      StartType = 3
      ErrorControl = 1
      ServiceBinary = %13%\\svc.sys
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Dev
      [Svc_Dev]
      ServiceBinary = %13%\\svc.sys
      AddReg = Reg
      [Reg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Two.NT]
      [Two.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType = 1
      StartType = 3
      ErrorControl = 1
      ServiceBinary = %13%\\svc.sys
      AddReg = Reg
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
      'add-reference',
    );
  });
});
