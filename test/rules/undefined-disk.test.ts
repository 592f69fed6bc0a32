import undefinedDisk from '../../server/src/rules/undefined-disk.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('undefined-disk', () => {
  test('reports a disk that is not listed, once a section', () => {
    rule(
      undefinedDisk,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 2
                  ~ undefined-disk a.dll is on disk 2, which [SourceDisksNames] does not list.
          b.dll = 2
          [SourceDisksFiles.amd64]
          c.dll = 2
                  ~ undefined-disk c.dll is on disk 2, which [SourceDisksNames] does not list.
          d.dll = 1
        `,
      ),
    );
  });

  test('reports a disk that is listed for another architecture', () => {
    rule(
      undefinedDisk,
      driver(
        `
          [Svc_Files]
          svc.sys
          a.dll
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 2
                  ~ undefined-disk There is no path to a.dll on amd64: [SourceDisksNames.x86] is all that lists its disk 2.
          [SourceDisksNames.x86]
          2 = "Disk"
        `,
      ),
    );
  });

  test('reports that there is no section at all, once', () => {
    rule(
      undefinedDisk,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
                    ~ undefined-disk svc.sys is on disk 1, but the package has no [SourceDisksNames] to say what that is.
          a.dll = 1
          b.dll = 2
        `,
        { without: ['[SourceDisksNames]'] },
      ),
    );
  });

  test('takes decorated sections, other spellings of a number, and what a build decides', () => {
    rule(
      undefinedDisk,
      driver(
        `
          [Svc_Files]
          svc.sys
          a.dll
          b.dll
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 02
          b.dll = 0x3
          c.dll = $DISK$
          [SourceDisksNames.amd64]
          2 = "Disk"
          3 = "Disk"
        `,
      ),
    );
  });

  test('leaves a package alone whose disks a layout file lists', () => {
    rule(
      undefinedDisk,
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
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 1
        `,
        { without: ['[SourceDisksNames]'] },
      ),
    );
  });

  test('uses the only disk there is', () => {
    fixed(
      undefinedDisk,
      driver(
        `
          [SourceDisksFiles]
          a.dll = 2
        `,
      ),
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 1
        `,
      ),
      'set-disk',
    );
  });

  test('describes the disk like the others', () => {
    fixed(
      undefinedDisk,
      driver(
        `
          [SourceDisksFiles]
          a.dll = 2
          [SourceDisksNames]
          9 = %Disk%
        `,
      ),
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 2
          [SourceDisksNames]
          1 = %Disk%
          9 = %Disk%
          2 = %Disk%
        `,
      ),
      'add-disk',
    );
  });

  test('adds the section', () => {
    fixed(
      undefinedDisk,
      `
          [Manufacturer]
          "Vendor" = Models, NTamd64

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = @single.bin

          [SourceDisksFiles]
          single.bin = 1
        `,
      `
          [Manufacturer]
          "Vendor" = Models, NTamd64

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = @single.bin

          [SourceDisksFiles]
          single.bin = 1

          [SourceDisksNames]
          1 = "Installation disk"
        `,
      'add-disk',
    );
  });
});
