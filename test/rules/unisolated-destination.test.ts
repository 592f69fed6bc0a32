import assert from 'node:assert/strict';
import unisolatedDestination from '../../server/src/rules/unisolated-destination.js';
import { driver, readSnippet } from '../support/snippet.js';
import { actionsOf, findingsIn, fixed, rule } from '../support/squiggle.js';

suite('unisolated-destination', () => {
  test('reports every destination outside the driver store that files are copied to', () => {
    rule(
      unisolatedDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = System_Files, Fonts_Files
          [System_Files]
          a.dll
          [Fonts_Files]
          a.ttf
          [DestinationDirs]
          DefaultDestDir = 12
                           ~~ unisolated-destination Dirid 12 (%SystemRoot%\\System32\\drivers) is outside the driver store: the files of an isolated driver package stay in dirid 13.
          System_Files = 11
                         ~~ unisolated-destination Dirid 11 (%SystemRoot%\\System32) is outside the driver store: the files of an isolated driver package stay in dirid 13.
          Fonts_Files = 20
                        ~~ unisolated-destination Dirid 20 (%SystemRoot%\\Fonts) is no longer allowed: files go to dirid 13, the driver store.
          Unused_Files = 11
        `,
      ),
      { mode: 'w' },
    );
  });

  test('refuses some in the mode h, too', () => {
    rule(
      unisolatedDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = System_Files, Fonts_Files
          [System_Files]
          a.dll
          [Fonts_Files]
          a.ttf
          [DestinationDirs]
          DefaultDestDir = 13
          System_Files = 11
                         ~~ unisolated-destination Dirid 11 (%SystemRoot%\\System32) is outside the driver store: the files of an isolated driver package stay in dirid 13.
          Fonts_Files = 20
                        ~~ unisolated-destination Dirid 20 (%SystemRoot%\\Fonts) is no longer allowed: files go to dirid 13, the driver store.
        `,
      ),
    );
  });

  test('hints once for the file in the mode h, with the other lines as related places', () => {
    const text = driver(`
          [Dev.NT]
          CopyFiles = Svc_Files, System_Files, Other_Files
          [System_Files]
          a.dll
          [Other_Files]
          b.dll
          [DestinationDirs]
          System_Files = 11
                         ~~ unisolated-destination Dirid 11 (%SystemRoot%\\System32) is outside the driver store: the files of an isolated driver package stay in dirid 13.
          Other_Files = 16425
          DefaultDestDir = 12
        `);
    rule(unisolatedDestination, text);
    const [finding] = findingsIn([unisolatedDestination], readSnippet(text.replace(/\n *~.*/, '')).text);
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      ['Dirid 16425 here is outside it, too.', 'Dirid 12 here is outside it, too.'],
    );
  });

  test('reports a service that runs from a refused folder', () => {
    rule(
      unisolatedDestination,
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %24%\\svc.sys
                          ~~~~~~~~~~~~ unisolated-destination Dirid 24 (<system drive>:\\) is no longer allowed: a service runs from %13%, the driver store.
        `,
      ),
    );
  });

  test('says nothing in the modes that do not ask for isolation', () => {
    rule(
      unisolatedDestination,
      driver(
        `
          [DestinationDirs]
          DefaultDestDir = 12
        `,
      ),
      { mode: 'u' },
    );
  });

  test('takes what printers need, co-installers, and lists for old releases only', () => {
    rule(
      unisolatedDestination,
      `
          [Version]
          Signature = "$Windows NT$"
          Class     = Printer
          ClassVer  = 4.0
          [Manufacturer]
          "Vendor" = Models, NTamd64, NTamd64.10.0...17763
          [Models.NTamd64]
          "Printer" = Old, USBPRINT\\ID
          [Models.NTamd64.10.0...17763]
          "Printer" = New, USBPRINT\\ID
          [Old.NT]
          CopyFiles = Old_Files
          [New.NT]
          CopyFiles = New_Files, @profile.icc
          [New.NT.CoInstallers]
          CopyFiles = Co_Files
          [Old_Files]
          old.dll
          [New_Files]
          new.dll
          [Co_Files]
          co.dll
          [DestinationDirs]
          DefaultDestDir = 23
          Old_Files = 11
          New_Files = 66000
          Co_Files = 11
        `,
      { mode: 'w' },
    );
  });

  test('moves list, service, registry value and target in one step', () => {
    fixed(
      unisolatedDestination,
      `
          [Version]
          Signature = "$Windows NT$"
          Class     = System

          [Manufacturer]
          "Vendor" = Models, NTamd64, NTarm64.10.0...17763

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Models.NTarm64.10.0...17763]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = Drivers, System
          AddReg    = Dev_AddReg

          [Dev.NT.Services]
          AddService = Svc, 2, Svc_Inst

          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %12%\\svc.sys ; the driver

          [Dev_AddReg]
          HKR,,Helper,,"%11%\\helper.dll"
          HKR,,Other,,"%11%\\other.dll"

          [Drivers]
          svc.sys

          [System]
          helper.dll,,,0x00004000

          [DestinationDirs]
          Drivers = 12
          System  = 10,System32 ; the helper

          [SourceDisksNames]
          1 = "Disk"

          [SourceDisksFiles]
          svc.sys    = 1
          helper.dll = 1,x64
        `,
      `
          [Version]
          Signature = "$Windows NT$"
          Class     = System

          [Manufacturer]
          "Vendor" = Models, NTamd64.10.0...16299, NTarm64.10.0...17763

          [Models.NTamd64.10.0...16299]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Models.NTarm64.10.0...17763]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = Drivers, System
          AddReg    = Dev_AddReg

          [Dev.NT.Services]
          AddService = Svc, 2, Svc_Inst

          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %13%\\svc.sys ; the driver

          [Dev_AddReg]
          HKR,,Helper,,"%13%\\x64\\helper.dll"
          HKR,,Other,,"%11%\\other.dll"

          [Drivers]
          svc.sys

          [System]
          helper.dll,,,0x00004000

          [DestinationDirs]
          Drivers = 13
          System  = 13,x64 ; the helper

          [SourceDisksNames]
          1 = "Disk"

          [SourceDisksFiles]
          svc.sys    = 1
          helper.dll = 1,x64
        `,
      'move-to-driver-store',
      { mode: 'w' },
    );
  });

  test('leaves to DefaultDestDir what cannot be moved', () => {
    fixed(
      unisolatedDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Renamed_Files
          [Renamed_Files]
          new.dll,old.dll
          [Svc_Inst]
          ServiceBinary = %12%\\svc.sys
          [DestinationDirs]
          DefaultDestDir = 12
          [SourceDisksFiles]
          old.dll = 1
        `,
      ),
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Renamed_Files
          [Renamed_Files]
          new.dll,old.dll
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %13%\\svc.sys
          [DestinationDirs]
          DefaultDestDir = 12
          Svc_Files = 13
          [SourceDisksFiles]
          svc.sys = 1
          old.dll = 1
        `,
      ),
      'move-to-driver-store',
      { mode: 'w' },
    );
  });

  test('knows that UMDF drivers load from there later', () => {
    fixed(
      unisolatedDestination,
      `
          [Manufacturer]
          "Vendor" = Models, NT$ARCH$.6.3

          [Models.NT$ARCH$.6.3]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = UMDF

          [Dev.NT.Wdf]
          UmdfService      = Usr, Usr_Inst
          UmdfServiceOrder = Usr

          [Usr_Inst]
          UmdfLibraryVersion = 2.15.0
          ServiceBinary      = "%12%\\UMDF\\usr.dll"

          [UMDF]
          usr.dll

          [DestinationDirs]
          UMDF = 12,UMDF

          [SourceDisksNames]
          1 = "Disk"

          [SourceDisksFiles]
          usr.dll = 1
        `,
      `
          [Manufacturer]
          "Vendor" = Models, NT$ARCH$.10.0...17134

          [Models.NT$ARCH$.10.0...17134]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = UMDF

          [Dev.NT.Wdf]
          UmdfService      = Usr, Usr_Inst
          UmdfServiceOrder = Usr

          [Usr_Inst]
          UmdfLibraryVersion = 2.15.0
          ServiceBinary      = "%13%\\usr.dll"

          [UMDF]
          usr.dll

          [DestinationDirs]
          UMDF = 13

          [SourceDisksNames]
          1 = "Disk"

          [SourceDisksFiles]
          usr.dll = 1
        `,
      'move-to-driver-store',
      { mode: 'w' },
    );
  });

  test('offers no move for files that are renamed, secured, deleted or in several folders', () => {
    const lists = {
      renamed: 'new.dll,source.dll',
      secured: 'source.dll\n[Files.Security]\n"D:P(A;;GA;;;SY)"',
      deleted: 'source.dll\n[Old.NT]\nDelFiles = Files',
      folders: 'folder.dll',
      unlisted: 'unlisted.dll',
    };
    for (const [what, list] of Object.entries({ ...lists, movable: 'source.dll' })) {
      const body = `
[Manufacturer]
"Vendor" = Models, NTamd64, NTarm64
[Models.NTamd64]
"Device" = Dev, USB\\VID_1209&PID_0001
"Old device" = Old, USB\\VID_1209&PID_0002
[Models.NTarm64]
"Device" = Dev, USB\\VID_1209&PID_0001
[Dev.NT]
CopyFiles = Files
[Files]
${list}
[DestinationDirs]
Files = 11
[SourceDisksNames]
1 = "Disk"
[SourceDisksFiles]
source.dll = 1
[SourceDisksFiles.amd64]
folder.dll = 1,x64
[SourceDisksFiles.arm64]
folder.dll = 1,arm64
`;
      const title = 'move-to-driver-store: Move the files to the driver store, dirid 13, for Windows 10 1709 and later';
      assert.deepEqual(actionsOf(unisolatedDestination, body), what === 'movable' ? [title] : [], what);
    }
  });
});
