import audioProcessingObjectKey from '../../server/src/rules/audio-processing-object-key.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('audio-processing-object-key', () => {
  test('reports registrations for the whole machine', () => {
    rule(
      audioProcessingObjectKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKCR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
      ~~~~ audio-processing-object-key An audio processing object is registered below HKR of the DDInstall section, not below HKCR\\AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555}.
    `,
        { id: USB_DEVICE, className: 'AudioProcessingObject' },
      ),
      { mode: 'w' },
    );
  });

  test('reports registrations by other classes', () => {
    rule(
      audioProcessingObjectKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ audio-processing-object-key Only a package of the class AudioProcessingObject registers audio processing objects below HKR\\AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555}, and this one is of the class Media.
    `,
        { id: USB_DEVICE, className: 'Media' },
      ),
    );
  });

  test('is silent on registrations as they should be, and on other keys', () => {
    rule(
      audioProcessingObjectKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
      HKCR,AudioEngine\\AudioProcessingObjectsToo,,,"Example"
    `,
        { id: USB_DEVICE, className: 'AudioProcessingObject' },
      ),
    );
  });

  test('registers all of a section below HKR', () => {
    fixed(
      audioProcessingObjectKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKCR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
      HKCR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},Copyright,,"Example"
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
    `,
        { id: USB_DEVICE, className: 'AudioProcessingObject' },
      ),
      `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
      HKR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},Copyright,,"Example"
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
      ; --- the rest of the driver
      [Version]
      Signature   = "$Windows NT$"
      Class       = AudioProcessingObject
      ClassGuid   = {5989fce8-9cd0-467d-8a6a-5419e31529d4}
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
      'make-relative',
    );
  });
});
