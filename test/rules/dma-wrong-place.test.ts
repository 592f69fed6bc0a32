import assert from 'node:assert/strict';
import dmaWrongPlace from '../../server/src/rules/dma-wrong-place.js';
import { driver } from '../support/snippet.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

suite('dma-wrong-place', () => {
  test('reports DmaRemappingCompatible below the hardware key', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-wrong-place Reached from [Dev.NT.HW], this line writes HKLM\\SYSTEM\\CurrentControlSet\\Enum\\PCI\\<device instance path>\\Device Parameters\\Parameters, where Windows does not look for DmaRemappingCompatible: its place is an add-registry section of the service-install section.
    `,
      ),
    );
  });

  test('reports both below the software key', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [Dev.NT]
      AddReg = Reg
      [Reg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-wrong-place Reached from [Dev.NT], this line writes HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e97d-e325-11ce-bfc1-08002be10318}\\<instance>\\Parameters, where Windows does not look for DmaRemappingCompatible: its place is an add-registry section of the service-install section.
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-wrong-place Reached from [Dev.NT], this line writes HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e97d-e325-11ce-bfc1-08002be10318}\\<instance>\\DMA Management, where Windows does not look for RemappingSupported: its place is an add-registry section of the DDInstall.HW section.
    `,
      ),
    );
  });

  test('reports the values of the device below the service', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-wrong-place Reached from [Svc_Inst], this line writes HKLM\\SYSTEM\\CurrentControlSet\\Services\\Svc\\DMA Management, where Windows does not look for RemappingSupported: its place is an add-registry section of the DDInstall.HW section.
      HKR,"DMA Management",RemappingFlags,0x00010001,0
                           ~~~~~~~~~~~~~~ dma-wrong-place Reached from [Svc_Inst], this line writes HKLM\\SYSTEM\\CurrentControlSet\\Services\\Svc\\DMA Management, where Windows does not look for RemappingFlags: its place is an add-registry section of the DDInstall.HW section.
    `,
      ),
    );
  });

  test('reports a missing or another subkey', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,,DmaRemappingCompatible,0x00010001,1
           ~~~~~~~~~~~~~~~~~~~~~~ dma-wrong-place This line writes HKLM\\SYSTEM\\CurrentControlSet\\Services\\Svc, but Windows reads DmaRemappingCompatible below the subkey "Parameters" only.
      HKR,Settings,DmaRemappingCompatible,0x00010001,1
          ~~~~~~~~ dma-wrong-place This line writes HKLM\\SYSTEM\\CurrentControlSet\\Services\\Svc\\Settings, but Windows reads DmaRemappingCompatible below the subkey "Parameters" only.
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,,RemappingSupported,0x00010001,1
           ~~~~~~~~~~~~~~~~~~ dma-wrong-place This line writes HKLM\\SYSTEM\\CurrentControlSet\\Enum\\PCI\\<device instance path>\\Device Parameters, but Windows reads RemappingSupported below the subkey "DMA Management" only.
    `,
      ),
    );
  });

  test('moves nothing out of the key of a service that another package installs', () => {
    const text = driver(
      `
      [Dev.NT]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKLM,SYSTEM\\CurrentControlSet\\Services\\stornvme\\Parameters,DmaRemappingCompatible,0x00010001,1
      ~~~~ dma-wrong-place This line writes HKLM\\SYSTEM\\CurrentControlSet\\Services\\stornvme\\Parameters through the absolute root HKLM, which driver isolation forbids: it is for the INF that installs stornvme to state DmaRemappingCompatible.
    `,
    );
    rule(dmaWrongPlace, text);
    assert.deepEqual(actionsOf(dmaWrongPlace, text), []);
  });

  test('offers to remove the line where the right place states the value already', () => {
    const text = (line: string) =>
      driver(`
      [Dev.NT]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,,Example,,1
      ${line}
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `);
    const wrong = text('HKR,,DmaRemappingCompatible,0x00010001,2');
    assert.deepEqual(actionsOf(dmaWrongPlace, wrong), [
      'remove-line: Remove the line that sets DmaRemappingCompatible',
    ]);
    fixed(dmaWrongPlace, wrong, wrong.replace(/.*Compatible,0x00010001,2\n/, ''), 'remove-line');
  });

  test('reports an absolute root', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKLM,SYSTEM\\CurrentControlSet\\Services\\Svc\\Parameters,DmaRemappingCompatible,0x00010001,1
      ~~~~ dma-wrong-place This line writes HKLM\\SYSTEM\\CurrentControlSet\\Services\\Svc\\Parameters through the absolute root HKLM, which driver isolation forbids: the place of DmaRemappingCompatible is HKR in an add-registry section of the service-install section.
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKLM,"SYSTEM\\CurrentControlSet\\Enum\\PCI\\X\\Device Parameters\\DMA Management",RemappingSupported,0x00010001,1
      ~~~~ dma-wrong-place This line writes HKLM\\SYSTEM\\CurrentControlSet\\Enum\\PCI\\X\\Device Parameters\\DMA Management through the absolute root HKLM, which driver isolation forbids: the place of RemappingSupported is HKR in an add-registry section of the DDInstall.HW section.
    `,
      ),
    );
  });

  test('reports a line in a section of another kind', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [Dev.NT.HW]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
                           ~~~~~~~~~~~~~~~~~~ dma-wrong-place Section [Dev.NT.HW] is no add-registry section, so Windows does not read this line: the place of RemappingSupported is an add-registry section of the DDInstall.HW section.
    `,
      ),
    );
  });

  test('reports HKR where it means nothing', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [DefaultInstall.NTamd64]
      AddReg = Reg
      [Reg]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
                     ~~~~~~~~~~~~~~~~~~~~~~ dma-wrong-place Reached from [DefaultInstall.NTamd64], HKR stands for no key, so DmaRemappingCompatible is not set: its place is an add-registry section of the service-install section.
    `,
      ),
    );
  });

  test('is silent where the line works', () => {
    rule(
      dmaWrongPlace,
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
    );
  });

  test('is silent about a section that two others share, where each line works for one of them', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [Svc_Inst]
      AddReg = Shared
      [Dev.NT.HW]
      AddReg = Shared
      [Shared]
      HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
      ),
    );
  });

  test('is silent where the name or the subkey is misspelt, or the section unreachable', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,Parameter,DmaRemappingCompatible,0x00010001,1
      HKR,,DmaRemapingCompatible,0x00010001,1
      [Nowhere]
      HKR,"DMA Management",RemappingSupported,0x00010001,1
    `,
      ),
    );
  });

  test('is silent about a subkey that the build fills in', () => {
    rule(
      dmaWrongPlace,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,$KEY$,DmaRemappingCompatible,0x00010001,1
    `,
      ),
    );
  });

  test('cures it by move-to-service', () => {
    fixed(
      dmaWrongPlace,
      `
      [Dev.NT.HW]
      AddReg = Dev_AddReg
      [Dev_AddReg]
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
      [Dev_AddReg]
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
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType   = 1
      StartType     = 3
      ErrorControl  = 1
      ServiceBinary = %13%\\svc.sys
      AddReg        = Dev_AddReg
      [Strings]
      Vendor = "Example"
      Device = "Example device"
    `,
      'move-to-service',
    );
  });

  test('cures it by move-to-hardware-key', () => {
    fixed(
      dmaWrongPlace,
      `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
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
      [Svc_Inst]
      [Svc_AddReg]
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
      AddReg = Svc_AddReg
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
      'move-to-hardware-key',
    );
  });

  test('cures it by fix-subkey', () => {
    fixed(
      dmaWrongPlace,
      driver(
        `
      [Svc_Inst]
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,,DmaRemappingCompatible,0x00010001,1
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
      'fix-subkey',
    );
  });
});
