import unlistedSourceFile from '../../server/src/rules/unlisted-source-file.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('unlisted-source-file', () => {
  test('reports a copied file that is not listed, once', () => {
    rule(
      unlistedSourceFile,
      driver(
        `
          [Svc_Files]
          svc.sys
          extra.dll
          ~~~~~~~~~ unlisted-source-file extra.dll is copied, but [SourceDisksFiles] does not list it.
          other.dll,source.dll
                    ~~~~~~~~~~ unlisted-source-file source.dll is copied, but [SourceDisksFiles] does not list it.
          extra.dll
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = @single.bin
                      ~~~~~~~~~~~ unlisted-source-file single.bin is copied, but [SourceDisksFiles] does not list it.
        `,
      ),
    );
  });

  test('names the file that may be meant', () => {
    rule(
      unlistedSourceFile,
      driver(
        `
          [Svc_Files]
          svc.sys
          exmaple.dll
          ~~~~~~~~~~~ unlisted-source-file exmaple.dll is copied, but [SourceDisksFiles] does not list it; the nearest is example.dll.
          [SourceDisksFiles]
          svc.sys = 1
          example.dll = 1
        `,
      ),
    );
  });

  test('reports files listed for other architectures only', () => {
    rule(
      unlistedSourceFile,
      `
          [Version]
          Signature = "$Windows NT$"
          [Manufacturer]
          "Vendor" = Models, NTamd64, NTarm64
          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001
          [Models.NTarm64]
          "Device" = Dev, USB\\VID_1209&PID_0001
          [Dev.NT]
          CopyFiles = Files
          [Files]
          svc.sys
          ~~~~~~~ unlisted-source-file svc.sys is copied on arm64 too, but [SourceDisksFiles.amd64] is all that lists it.
          both.dll
          [DestinationDirs]
          DefaultDestDir = 13
          [SourceDisksNames]
          1 = "Disk"
          [SourceDisksFiles]
          both.dll = 1
          [SourceDisksFiles.amd64]
          svc.sys = 1
        `,
    );
  });

  test('reports that there is no section at all, once', () => {
    rule(
      unlistedSourceFile,
      driver(
        `
          [Svc_Files]
          svc.sys
          ~~~~~~~ unlisted-source-file The package copies files but has no [SourceDisksFiles], which says where each of them is found.
          extra.dll
        `,
        { without: ['[SourceDisksFiles]', '[SourceDisksNames]'] },
      ),
    );
  });

  test('takes files that are listed, whatever their case, and what a build decides', () => {
    rule(
      unlistedSourceFile,
      driver(
        `
          [Svc_Files]
          SVC.SYS
          renamed.dll,extra.dll
          $Name$.dll
          x64\\sub.dll
          sub2.dll,x64\\sub2.dll
          [SourceDisksFiles]
          svc.sys = 1
          extra.dll = 1
          "sub.dll" = 1,x64
          SUB2.dll = 1,x64
        `,
      ),
    );
  });

  test('leaves a package alone whose sources a layout file lists', () => {
    rule(
      unlistedSourceFile,
      driver(
        `
          [Version]
          Signature   = "$Windows NT$"
          Class       = System
          ClassGuid   = {4d36e97d-e325-11ce-bfc1-08002be10318}
          Provider    = %Vendor%
          CatalogFile = svc.cat
          DriverVer   = 01/01/2025,1.0.0.0
          PnpLockdown = 1
          LayoutFile = layout.inf
          [Svc_Files]
          svc.sys
          extra.dll
        `,
        { without: ['[SourceDisksFiles]', '[SourceDisksNames]'] },
      ),
    );
  });

  test('leaves a compressed or misnamed listing to the rules about those', () => {
    rule(
      unlistedSourceFile,
      driver(
        `
          [SourceDisksFiles.NTamd64]
          svc.sys = 1
          [SourceDisksFiles]
          extra.dl_ = 1
          [Svc_Files]
          svc.sys
          extra.dll
        `,
        { without: ['[SourceDisksFiles]', '[SourceDisksNames]'] },
      ),
    );
  });

  test('lists the file with the disk of its neighbours', () => {
    fixed(
      unlistedSourceFile,
      driver(
        `
          [Svc_Files]
          extra.dll
          [SourceDisksFiles]
          first.dll  = 7
          second.dll = 7
        `,
      ),
      driver(
        `
          [Svc_Files]
          svc.sys
          extra.dll
          [SourceDisksFiles]
          svc.sys = 1
          first.dll  = 7
          second.dll = 7
          extra.dll  = 7
        `,
      ),
      'list-source-file',
    );
  });

  test('lists the file for the architecture that lacks it', () => {
    fixed(
      unlistedSourceFile,
      `
          [Manufacturer]
          "Vendor" = Models, NTamd64, NTarm64
          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001
          [Models.NTarm64]
          "Device" = Dev, USB\\VID_1209&PID_0001
          [Dev.NT]
          CopyFiles = Files
          [Files]
          svc.sys
          [DestinationDirs]
          DefaultDestDir = 13
          [SourceDisksNames]
          1 = "Disk"

          [SourceDisksFiles.amd64]
          svc.sys=1
        `,
      `
          [Manufacturer]
          "Vendor" = Models, NTamd64, NTarm64
          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001
          [Models.NTarm64]
          "Device" = Dev, USB\\VID_1209&PID_0001
          [Dev.NT]
          CopyFiles = Files
          [Files]
          svc.sys
          [DestinationDirs]
          DefaultDestDir = 13
          [SourceDisksNames]
          1 = "Disk"

          [SourceDisksFiles.amd64]
          svc.sys=1
          [SourceDisksFiles.arm64]
          svc.sys = 1
        `,
      'list-source-file',
    );
  });

  test('adds the sections with all files', () => {
    fixed(
      unlistedSourceFile,
      `
          [Version]
          Signature = "$Windows NT$"

          [DestinationDirs]
          DefaultDestDir = 13

          [Manufacturer]
          "Vendor" = Models, NTamd64

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = Files, @single.bin

          [Files]
          svc.sys
          new.dll,old.dll
        `,
      `
          [Version]
          Signature = "$Windows NT$"

          [DestinationDirs]
          DefaultDestDir = 13

          [SourceDisksNames]
          1 = "Installation disk"

          [SourceDisksFiles]
          single.bin = 1
          svc.sys = 1
          old.dll = 1

          [Manufacturer]
          "Vendor" = Models, NTamd64

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = Files, @single.bin

          [Files]
          svc.sys
          new.dll,old.dll
        `,
      'list-source-file',
    );
  });

  test('describes the disk, too, where nobody did', () => {
    fixed(
      unlistedSourceFile,
      `
          [Manufacturer]
          "Vendor" = Models, NTamd64

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = @single.bin

          [SourceDisksFiles]
          ; nothing yet
        `,
      `
          [Manufacturer]
          "Vendor" = Models, NTamd64

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = @single.bin

          [SourceDisksFiles]
          ; nothing yet
          single.bin = 1

          [SourceDisksNames]
          1 = "Installation disk"
        `,
      'list-source-file',
    );
  });

  test('changes a misspelt name', () => {
    fixed(
      unlistedSourceFile,
      driver(
        `
          [Svc_Files]
          exmaple.dll
          [SourceDisksFiles]
          example.dll = 1
        `,
      ),
      driver(
        `
          [Svc_Files]
          svc.sys
          example.dll
          [SourceDisksFiles]
          svc.sys = 1
          example.dll = 1
        `,
      ),
      'rename-file',
    );
  });
});
