import dmaNotStated from '../../server/src/rules/dma-not-stated.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-not-stated', () => {
  test('hints once for each DDInstall name', () => {
    rule(
      dmaNotStated,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
                      ~~~~~~~~~~~~~~~~~~~~~ dma-not-stated Nothing states whether driver Svc of PCI\\VEN_1B36&DEV_0010 works with DMA remapping, so Windows decides.
      %Device% = Dev, PCI\\VEN_1B36&DEV_0011
      %Device% = Two, ACPI\\EXMP0001, PCI\\VEN_1B36&DEV_0020
                                     ~~~~~~~~~~~~~~~~~~~~~ dma-not-stated Nothing states whether driver SvcTwo of PCI\\VEN_1B36&DEV_0020 works with DMA remapping, so Windows decides.
      [Dev.NT]
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

  test('is silent where something is stated', () => {
    rule(
      dmaNotStated,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
      ),
    );
  });

  test('is silent where a faulty line speaks of it', () => {
    rule(
      dmaNotStated,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
      ),
    );
  });

  test('is silent where a line is never applied', () => {
    rule(
      dmaNotStated,
      driver(
        `
      [Nowhere]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
      ),
    );
  });

  test('is silent about other devices', () => {
    rule(
      dmaNotStated,
      driver(
        `
      ; nothing
    `,
        { id: 'USB\\VID_1B36' },
      ),
    );
  });

  test('is silent about graphics drivers', () => {
    rule(
      dmaNotStated,
      driver(
        `
      ; nothing
    `,
        { className: 'Display' },
      ),
    );
  });

  test('is silent where another INF brings the driver', () => {
    rule(
      dmaNotStated,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      Include = machine.inf
      Needs = PCI_DRV
      [Dev.NT.Services]
      Include = machine.inf
      Needs = PCI_DRV.Services
      [Two.NT]
      [Two.NT.Services]
      AddService = ,2
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

  test('is silent where no covered Windows reads any value', () => {
    rule(
      dmaNotStated,
      `
      [Manufacturer]
      %Vendor% = Models, NTia64
      [Models.NTia64]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Two.NT]
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

  test('cures it by insert-opt-in-both', () => {
    fixed(
      dmaNotStated,
      `
      ; nothing is stated
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
      ; nothing is stated
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
      'insert-opt-in-both',
    );
  });

  test('cures it by insert-opt-in-per-driver', () => {
    fixed(
      dmaNotStated,
      `
      ; nothing is stated
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
      ; nothing is stated
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
      'insert-opt-in-per-driver',
    );
  });

  test('cures it by insert-opt-in-per-device', () => {
    fixed(
      dmaNotStated,
      `
      ; nothing is stated
      ; --- the rest of the driver
      [Version]
      Signature = "$Windows NT$"
      Class     = System
      ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}
      Provider  = %Vendor%
      DriverVer = 01/01/2026,1.0.0.0
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...26100
      [Models.NTamd64.10.0...26100]
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
      ; nothing is stated
      ; --- the rest of the driver
      [Version]
      Signature = "$Windows NT$"
      Class     = System
      ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}
      Provider  = %Vendor%
      DriverVer = 01/01/2026,1.0.0.0
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...26100
      [Models.NTamd64.10.0...26100]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      [Dev.NT]
      [Dev.NT.HW]
      AddReg = Dev_DmaRemap_AddReg
      [Dev_DmaRemap_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
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
      'insert-opt-in-per-device',
    );
  });
});
