import displayPathOutsideDriverStore from '../../server/src/rules/display-path-outside-driver-store.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('display-path-outside-driver-store', () => {
  test('reports the service and the user-mode parts', () => {
    rule(
      displayPathOutsideDriverStore,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          AddReg = Dev_AddReg
          CopyFiles = User_Files
          [Dev_AddReg]
          HKR,,UserModeDriverName,0x00010000,%11%\\user.dll,%13%\\user2.dll
                                             ~~~~~~~~~~~~~ display-path-outside-driver-store UserModeDriverName of a display driver names a path below %13%, the driver store, not %11%\\user.dll.
          HKR,,UserModeDriverNameWow,0x00010000,"%16425%\\user.dll"
                                                ~~~~~~~~~~~~~~~~~~ display-path-outside-driver-store UserModeDriverNameWow of a display driver names a path below %13%, the driver store, not %16425%\\user.dll.
          [User_Files]
          user.dll
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %12%\\svc.sys
                          ~~~~~~~~~~~~ display-path-outside-driver-store The service of a display driver with user-mode parts runs from the driver store: a path below %13%, not %12%\\svc.sys.
          [DestinationDirs]
          DefaultDestDir = 12
          User_Files = 11
          [SourceDisksFiles]
          svc.sys = 1
          user.dll = 1
        `,
        { className: 'Display' },
      ),
    );
  });

  test('takes drivers without user-mode parts', () => {
    rule(
      displayPathOutsideDriverStore,
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %12%\\svc.sys
        `,
        { className: 'Display' },
      ),
    );
  });

  test('takes paths below %13% and bare names', () => {
    rule(
      displayPathOutsideDriverStore,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          AddReg = Dev_AddReg
          [Dev_AddReg]
          HKR,,UserModeDriverName,0x00010000,%13%\\user.dll
          HKR,,UserModeDriverNameWow,0x00010000,user.dll
        `,
        { className: 'Display' },
      ),
    );
  });

  test('takes other classes', () => {
    rule(
      displayPathOutsideDriverStore,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          AddReg = Dev_AddReg
          [Dev_AddReg]
          HKR,,UserModeDriverName,0x00010000,%11%\\user.dll
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %12%\\svc.sys
        `,
      ),
    );
  });

  test('moves the files', () => {
    fixed(
      displayPathOutsideDriverStore,
      driver(
        `
          [Dev.NT]
          AddReg = Dev_AddReg
          CopyFiles = User_Files
          [Dev_AddReg]
          HKR,,UserModeDriverName,0x00010000,%11%\\user.dll
          [User_Files]
          user.dll
          [Svc_Inst]
          ServiceBinary = %12%\\svc.sys
          [DestinationDirs]
          DefaultDestDir = 12
          User_Files     = 11
          [SourceDisksFiles]
          user.dll = 1
        `,
        { className: 'Display' },
      ),
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          AddReg = Dev_AddReg
          CopyFiles = User_Files
          [Dev_AddReg]
          HKR,,UserModeDriverName,0x00010000,%13%\\user.dll
          [User_Files]
          user.dll
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %13%\\svc.sys
          [DestinationDirs]
          DefaultDestDir = 13
          User_Files     = 13
          [SourceDisksFiles]
          svc.sys = 1
          user.dll = 1
        `,
        { className: 'Display' },
      ),
      'move-to-driver-store',
    );
  });
});
