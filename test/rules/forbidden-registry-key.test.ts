import forbiddenRegistryKey from '../../server/src/rules/forbidden-registry-key.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('forbidden-registry-key', () => {
  test('reports keys of HKLM\\SYSTEM beside CurrentControlSet, and closed hives', () => {
    rule(
      forbiddenRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\ControlSet001\\Services\\Other,Start,0x00010001,4
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ forbidden-registry-key A package may not change HKLM\\SYSTEM\\ControlSet001\\Services\\Other: of HKLM\\SYSTEM only CurrentControlSet is open to it.
      HKLM,"System\\Setup",Speed,0x00010001,1
           ~~~~~~~~~~~~~~ forbidden-registry-key A package may not change HKLM\\System\\Setup: of HKLM\\SYSTEM only CurrentControlSet is open to it.
      HKLM,SAM\\SAM,Speed,0x00010001,1
           ~~~~~~~ forbidden-registry-key A package may not change HKLM\\SAM\\SAM: HKLM\\SAM belongs to Windows alone.
      HKLM,Hardware\\Description,Speed,0x00010001,1
           ~~~~~~~~~~~~~~~~~~~~ forbidden-registry-key A package may not change HKLM\\Hardware\\Description: HKLM\\HARDWARE belongs to Windows alone.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent elsewhere', () => {
    rule(
      forbiddenRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\CurrentControlSet\\Control\\Example,Speed,0x00010001,1
      HKLM,system\\currentcontrolset,Speed,0x00010001,1
      HKLM,SYSTEM\\%Set%\\Control,Speed,0x00010001,1
      HKLM,SamExample\\A,Speed,0x00010001,1
      HKR,SYSTEM\\Setup,Speed,0x00010001,1
      HKCR,SAM,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('names the control set in use', () => {
    fixed(
      forbiddenRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\ControlSet001\\Services\\Other,Start,0x00010001,4
      HKLM,"System\\Controlset002",Speed,0x00010001,1
      HKLM,SYSTEM\\Setup,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\CurrentControlSet\\Services\\Other,Start,0x00010001,4
      HKLM,"System\\CurrentControlSet",Speed,0x00010001,1
      HKLM,SYSTEM\\Setup,Speed,0x00010001,1
      ; --- the rest of the driver
      [Version]
      Signature   = "$Windows NT$"
      Class       = System
      ClassGuid   = {4d36e97d-e325-11ce-bfc1-08002be10318}
      Provider    = %Vendor%
      CatalogFile = svc.cat
      DriverVer   = 01/01/2025,1.0.0.0
      PnpLockdown = 1
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Svc_Files]
      svc.sys
      [Dev.NT.HW]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType   = 1
      StartType     = 3
      ErrorControl  = 1
      ServiceBinary = %13%\\svc.sys
      [DestinationDirs]
      DefaultDestDir = 13
      [SourceDisksNames]
      1 = %Disk%
      [SourceDisksFiles]
      svc.sys = 1
      [Strings]
      Vendor = "Example"
      Device = "Example device"
      Disk = "Example disk"
    `,
      'use-current-control-set',
    );
  });
});
