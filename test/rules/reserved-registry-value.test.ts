import reservedRegistryValue from '../../server/src/rules/reserved-registry-value.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('reserved-registry-value', () => {
  test('reports values that Windows itself sets in the software key', () => {
    rule(
      reservedRegistryValue,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,MatchingDeviceId,,"Example"
           ~~~~~~~~~~~~~~~~ reserved-registry-value Windows itself sets "MatchingDeviceId" in the software key when it installs the device, so a package may not.
      HKR,,"DriverVersion",,"1.0.0.0"
           ~~~~~~~~~~~~~~~ reserved-registry-value Windows itself sets "DriverVersion" in the software key when it installs the device, so a package may not.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on other keys, roots and deletions', () => {
    rule(
      reservedRegistryValue,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Dev_Reg]
      HKR,Sub,DriverVersion,,"1.0.0.0"
      HKR,,DriverVersion,0x00000004
      HKLM,SOFTWARE\\Example,DriverVersion,,"1.0.0.0"
      [Hw_Reg]
      HKR,,DriverVersion,,"1.0.0.0"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('removes the line', () => {
    fixed(
      reservedRegistryValue,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,InfPath,,"Example"
      HKR,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,Speed,0x00010001,1
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
      'remove-line',
    );
  });
});
