import dmaConflictingValues from '../../server/src/rules/dma-conflicting-values.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('dma-conflicting-values', () => {
  test('reports two values for one service', () => {
    rule(
      dmaConflictingValues,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
                                                       ~ dma-conflicting-values Service Svc is given DmaRemappingCompatible = 2 here and 1 on line 8.
    `,
      ),
    );
  });

  test('reports two values for one device', () => {
    rule(
      dmaConflictingValues,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      HKR,"DMA Management",RemappingFlags,0x00010001,0
      [Dev.NT.HW]
      AddReg = Second
      [Second]
      HKR,"DMA Management",RemappingSupported,0x00010001,0
                                                         ~ dma-conflicting-values The devices of [Dev.NT] are given RemappingSupported = 0 here and 1 on line 4.
      HKR,"DMA Management",RemappingFlags,0x00010001,1
                                                     ~ dma-conflicting-values The devices of [Dev.NT] are given RemappingFlags = 1 here and 0 on line 5.
    `,
      ),
    );
  });

  test('reports two installations of one service', () => {
    rule(
      dmaConflictingValues,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_One
      [Svc_One]
      AddReg = One
      [One]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Two.NT]
      [Two.NT.Services]
      AddService = Svc, 0x2, Svc_Two
      [Svc_Two]
      AddReg = Out
      [Out]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0
                                                       ~ dma-conflicting-values Service Svc is given DmaRemappingCompatible = 0 here and 1 on line 12.
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

  test('is silent about the same value twice, and about what is faulty anyway', () => {
    rule(
      dmaConflictingValues,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,0x1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,7
      HKR,Parameters,DmaRemappingCompatible,,2
      HKR,Parameters,DmaRemappingCompatible,0x00010001,INX_REMAP
    `,
      ),
    );
  });

  test('is silent about different architectures and versions', () => {
    rule(
      dmaConflictingValues,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763, NTamd64.10.0...22000
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      [Models.NTamd64.10.0...22000]
      %Device% = Two, PCI\\VEN_1B36&DEV_0010
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_One
      [Svc_One]
      AddReg = One
      [One]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      [Two.NT]
      [Two.NT.Services]
      AddService = Svc, 0x2, Svc_Two
      [Svc_Two]
      AddReg = Out
      [Out]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
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

  test('is silent about two devices with values of their own', () => {
    rule(
      dmaConflictingValues,
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      %Device% = Two, PCI\\VEN_1B36&DEV_0020
      [Dev.NT]
      [Dev.NT.HW]
      AddReg = One
      [One]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
      [Two.NT]
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

  test('cures it by remove-line', () => {
    fixed(
      dmaConflictingValues,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
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
      'remove-line',
    );
  });

  test('cures it by set-value-1', () => {
    fixed(
      dmaConflictingValues,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,2
    `,
      ),
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `,
      ),
      'set-value-1',
    );
  });
});
