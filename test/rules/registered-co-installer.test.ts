import registeredCoInstaller from '../../server/src/rules/registered-co-installer.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('registered-co-installer', () => {
  test('reports co-installers and class installers', () => {
    rule(
      registeredCoInstaller,
      driver(
        `
      [Dev.NT.CoInstallers]
      AddReg = Co_Reg
      [Co_Reg]
      HKR,,CoInstallers32,0x00010000,"example.dll,Entry"
                                     ~~~~~~~~~~~~~~~~~~~ registered-co-installer This line registers the co-installer example.dll; packages with one have not been signed since January 2023.
      HKLM,SYSTEM\\CurrentControlSet\\Control\\CoDeviceInstallers,{4d36e97d-e325-11ce-bfc1-08002be10318},0x00010008,"class.dll,Entry"
                                                                                                                 ~~~~~~~~~~~~~~~~~ registered-co-installer This line registers class.dll as co-installer of a setup class, which is no longer signed.
      HKR,,"coinstallers32",0x00010000,%Co%
                                       ~~~~ registered-co-installer This line registers the co-installer token.dll; packages with one have not been signed since January 2023.
      [ClassInstall32]
      AddReg = Class_Reg
      [Class_Reg]
      HKR,,Installer32,,"installer.dll,Entry"
                        ~~~~~~~~~~~~~~~~~~~~~ registered-co-installer This line registers the class installer installer.dll, which is no longer signed.
      [Strings]
      Co = "token.dll,Entry"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on deletions, other keys and other values', () => {
    rule(
      registeredCoInstaller,
      driver(
        `
      [Dev.NT.CoInstallers]
      AddReg = Co_Reg
      [Co_Reg]
      HKR,,CoInstallers32,0x00000004
      HKR,,CoInstallers32,0x00010000
      HKR,Sub,CoInstallers32,0x00010000,"example.dll,Entry"
      HKR,,Installer32,,"installer.dll,Entry"
      [Svc_Inst]
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,,CoInstallers32,0x00010000,"example.dll,Entry"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('removes the co-installer sections with all that only they use', () => {
    fixed(
      registeredCoInstaller,
      driver(
        `
      [Dev.NT.CoInstallers]
      CopyFiles = Co_Files, @single.dll
      AddReg    = Co_Reg

      [Co_Files]
      example.dll
      target.dll,source.dll
      svc.sys

      [Co_Reg]
      HKR,,CoInstallers32,0x00010000,"example.dll,Entry"

      [Dev.NT.Wdf]
      KmdfService = Svc, Svc_Wdf

      [Svc_Wdf]
      KmdfLibraryVersion = 1.15

      [DestinationDirs]
      Co_Files = 11

      [SourceDisksFiles]
      example.dll = 1
      source.dll  = 1
      single.dll  = 1
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT.Wdf]
      KmdfService = Svc, Svc_Wdf

      [Svc_Wdf]
      KmdfLibraryVersion = 1.15

      [DestinationDirs]
      DefaultDestDir = 13

      [SourceDisksFiles]
      svc.sys = 1
    `,
        { id: USB_DEVICE },
      ),
      'remove-co-installers',
    );
  });

  test('removes the line alone where it stands elsewhere', () => {
    fixed(
      registeredCoInstaller,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,CoInstallers32,0x00010000,"example.dll,Entry"
      HKR,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      'remove-line',
    );
  });

  test('leaves no empty section of files behind', () => {
    const rest = `
      [Manufacturer]
      %V% = Models, NTamd64

      [Models.NTamd64]
      %D% = Dev, USB\\VID_1209

      [Dev.NT]
      Include = winusb.inf
      Needs = WINUSB.NT
`;
    fixed(
      registeredCoInstaller,
      `${rest}
      [Dev.NT.CoInstallers]
      AddReg = Co_Reg
      CopyFiles = Co_Files

      [Co_Reg]
      HKR,,CoInstallers32,0x00010000,"co.dll,Entry"

      [Co_Files]
      co.dll

      [DestinationDirs]
      Co_Files = 11

      [SourceDisksNames]
      1 = %Disk%

      [SourceDisksFiles.amd64]
      co.dll = 1,amd64
`,
      `${rest}
      [SourceDisksNames]
      1 = %Disk%
`,
      'remove-co-installers',
    );
  });
});
