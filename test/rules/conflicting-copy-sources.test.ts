import conflictingCopySources from '../../server/src/rules/conflicting-copy-sources.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('conflicting-copy-sources', () => {
  test('reports two files that are copied to one place', () => {
    rule(
      conflictingCopySources,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = A_Files, B_Files
          [A_Files]
          svc.dll,a.dll
          [B_Files]
          SVC.dll,b.dll
          ~~~~~~~ conflicting-copy-sources b.dll is copied to %11%\\SVC.dll, and so is a.dll: which of them is there depends on what is installed last.
          [DestinationDirs]
          DefaultDestDir = 13
          A_Files = 10,System32
          B_Files = 11
        `,
      ),
    );
  });

  test('reports them in different install sections of one architecture', () => {
    rule(
      conflictingCopySources,
      driver(
        `
          [Models.NTamd64.10.0...17763]
          %Device% = Dev, PCI\\VEN_1B36&DEV_0010
          %Device% = Other, USB\\VID_1209&PID_0002
          [Other.NT]
          CopyFiles = Other_Files
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Dev_Files
          [Dev_Files]
          svc.dll,a.dll
          [Other_Files]
          svc.dll
          ~~~~~~~ conflicting-copy-sources svc.dll is copied to %11%\\svc.dll, and so is a.dll: which of them is there depends on what is installed last.
          [DestinationDirs]
          DefaultDestDir = 11
        `,
      ),
    );
  });

  test('takes them on other architectures and other releases of Windows', () => {
    rule(
      conflictingCopySources,
      `
          [Manufacturer]
          "Vendor" = Models, NTamd64, NTamd64.10.0...17763, NTarm64
          [Models.NTamd64]
          "Device" = Old, USB\\VID_1209&PID_0001
          [Models.NTamd64.10.0...17763]
          "Device" = New, USB\\VID_1209&PID_0001
          [Models.NTarm64]
          "Device" = Arm, USB\\VID_1209&PID_0001
          [Old.NT]
          CopyFiles = Old_Files
          [New.NT]
          CopyFiles = New_Files
          [Arm.NT]
          CopyFiles = Arm_Files
          [Old_Files]
          svc.dll,old.dll
          [New_Files]
          svc.dll,new.dll
          [Arm_Files]
          svc.dll,arm.dll
          [DestinationDirs]
          DefaultDestDir = 11
        `,
    );
  });

  test('takes one file that several copy, and other folders', () => {
    rule(
      conflictingCopySources,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = A_Files, B_Files, C_Files
          [A_Files]
          svc.dll,a.dll
          [B_Files]
          svc.dll,A.dll
          [C_Files]
          svc.dll,c.dll
          [DestinationDirs]
          DefaultDestDir = 13
          A_Files = 11
          B_Files = 11
          C_Files = 11,sub
        `,
      ),
    );
  });
});
