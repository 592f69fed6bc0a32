import fileWithoutDestination from '../../server/src/rules/file-without-destination.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('file-without-destination', () => {
  test('reports lists and single files that no line is for', () => {
    rule(
      fileWithoutDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Other_Files, @single.bin
                      ~~~~~~~~~~~ file-without-destination [DestinationDirs] does not say where the files of Other_Files go: it has neither a line for the list nor DefaultDestDir.
                                   ~~~~~~~~~~~ file-without-destination [DestinationDirs] does not say where single.bin goes: a single file needs DefaultDestDir.
          CopyFiles = Other_Files
          DelFiles = Old_Files
                     ~~~~~~~~~ file-without-destination [DestinationDirs] does not say where the files of Old_Files go: it has neither a line for the list nor DefaultDestDir.
          [Other_Files]
          other.dll
          [Old_Files]
          old.dll
          [DestinationDirs]
          Svc_Files = 13
        `,
        { without: ['DefaultDestDir'] },
      ),
    );
  });

  test('reports a misspelt list where it is misspelt', () => {
    rule(
      fileWithoutDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Other_Files
          [Other_Files]
          other.dll
          [DestinationDirs]
          Svc_Files = 13
          Ohter_Files = 13
          ~~~~~~~~~~~ file-without-destination There is no list Ohter_Files; the nearest is Other_Files, for which [DestinationDirs] has no line.
        `,
        { without: ['DefaultDestDir'] },
      ),
    );
  });

  test('reports that there is no section at all, once', () => {
    rule(
      fileWithoutDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files, @single.bin
                      ~~~~~~~~~ file-without-destination The package has files to place but no [DestinationDirs], which says where they go.
        `,
        { without: ['[DestinationDirs]'] },
      ),
    );
  });

  test('is content with a default, with lines of their own, and with empty lists', () => {
    rule(
      fileWithoutDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Other_Files, Empty_Files, Undefined_Files, $Name$_Files
          [Other_Files]
          other.dll
          [Empty_Files]
          [DestinationDirs]
          svc_files = 13
          Other_Files = 11
        `,
        { without: ['DefaultDestDir'] },
      ),
    );
  });

  test('accepts DefaultDestDir for everything', () => {
    rule(
      fileWithoutDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Other_Files, @single.bin
          [Other_Files]
          other.dll
        `,
      ),
    );
  });

  test('sends the list where the others go', () => {
    fixed(
      fileWithoutDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Other_Files
          [Other_Files]
          other.dll
          [DestinationDirs]
          Svc_Files   = 12
          Third_Files = 12
        `,
        { without: ['DefaultDestDir'] },
      ),
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Other_Files
          [Other_Files]
          other.dll
          [DestinationDirs]
          Svc_Files   = 12
          Third_Files = 12
          Other_Files = 12
        `,
        { without: ['DefaultDestDir'] },
      ),
      'add-destination-12',
    );
  });

  test('takes the folder along', () => {
    fixed(
      fileWithoutDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Other_Files
          [Other_Files]
          other.dll
          [DestinationDirs]
          Svc_Files   = 10,SysWOW64
          Third_Files = 13
        `,
        { without: ['DefaultDestDir'] },
      ),
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Other_Files
          [Other_Files]
          other.dll
          [DestinationDirs]
          Svc_Files   = 10,SysWOW64
          Third_Files = 13
          Other_Files = 10,SysWOW64
        `,
        { without: ['DefaultDestDir'] },
      ),
      'add-destination-10',
    );
  });

  test('sends files to where a service runs them', () => {
    fixed(
      fileWithoutDestination,
      `
          [Version]
          Signature = "$Windows NT$"

          [Manufacturer]
          "Vendor" = Models, NTamd64

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = Other_Files

          [Dev.NT.Services]
          AddService = other, 2, Svc_Inst

          [Svc_Inst]
          ServiceBinary = %11%\\drivers\\sub\\other.sys

          [Other_Files]
          other.sys

          [DestinationDirs]
          Third_Files = 13
        `,
      `
          [Version]
          Signature = "$Windows NT$"

          [Manufacturer]
          "Vendor" = Models, NTamd64

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = Other_Files

          [Dev.NT.Services]
          AddService = other, 2, Svc_Inst

          [Svc_Inst]
          ServiceBinary = %11%\\drivers\\sub\\other.sys

          [Other_Files]
          other.sys

          [DestinationDirs]
          Third_Files = 13
          Other_Files = 12,sub
        `,
      'add-destination-12',
    );
  });

  test('adds the section', () => {
    fixed(
      fileWithoutDestination,
      `
          [Version]
          Signature = "$Windows NT$"

          [Manufacturer]
          "Vendor" = Models, NTamd64

          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001

          [Dev.NT]
          CopyFiles = @single.bin
        `,
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
          CopyFiles = @single.bin
        `,
      'add-destination-13',
    );
  });

  test('renames the line', () => {
    fixed(
      fileWithoutDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Other_Files
          [Other_Files]
          other.dll
          [DestinationDirs]
          Svc_Files = 13
          Ohter_Files = 13
        `,
        { without: ['DefaultDestDir'] },
      ),
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Other_Files
          [Other_Files]
          other.dll
          [DestinationDirs]
          Svc_Files = 13
          Other_Files = 13
        `,
        { without: ['DefaultDestDir'] },
      ),
      'rename-list',
    );
  });
});
