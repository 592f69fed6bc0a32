import driverStoreMismatch from '../../server/src/rules/driver-store-mismatch.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('driver-store-mismatch', () => {
  test('reports files with another name or folder', () => {
    rule(
      driverStoreMismatch,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files, Sub_Files
          [Svc_Files]
          svc.sys
          new.dll,old.dll
          ~~~~~~~ driver-store-mismatch new.dll stays in the driver store (dirid 13), where it cannot get a name other than old.dll.
          x64.dll
          ~~~~~~~ driver-store-mismatch x64.dll lies in folder x64 of the package and cannot go to the root of the driver store (dirid 13): both must be the same.
          [Sub_Files]
          root.dll
          ~~~~~~~~ driver-store-mismatch root.dll lies in the root of the package and cannot go to folder sub of the driver store (dirid 13): both must be the same.
          [DestinationDirs]
          DefaultDestDir = 13
          Sub_Files = 13,sub
          [SourceDisksFiles]
          svc.sys = 1
          old.dll = 1
          x64.dll = 1,x64
          root.dll = 1
        `,
      ),
    );
  });

  test('takes equal folders, from whichever section, and other dirids', () => {
    rule(
      driverStoreMismatch,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Sub_Files, System_Files, Disk_Files
          [Svc_Files]
          svc.sys
          SVC.sys,svc.sys
          [Sub_Files]
          a.dll
          b.dll
          [System_Files]
          new.dll,old.dll
          [Disk_Files]
          c.dll
          [DestinationDirs]
          DefaultDestDir = 13
          Sub_Files = 13,\\X64
          System_Files = 11
          Disk_Files = 13,x64\\sub
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 1,x64
          b.dll = 1,.\\x64
          old.dll = 1,elsewhere
          c.dll = 2,sub
          [SourceDisksNames]
          1 = %Disk%
          2 = %Disk%,,,\\x64
        `,
      ),
    );
  });

  test('judges the line of the architecture', () => {
    rule(
      driverStoreMismatch,
      driver(
        `
          [Svc_Files]
          svc.sys
          ~~~~~~~ driver-store-mismatch svc.sys lies in folder amd64 of the package and cannot go to the root of the driver store (dirid 13): both must be the same.
          other.dll
          [SourceDisksFiles]
          other.dll = 1,amd64
          svc.sys = 1
          [SourceDisksFiles.amd64]
          other.dll = 1
          svc.sys = 1,amd64
          [SourceDisksFiles.x86]
          svc.sys = 1
        `,
      ),
    );
  });

  test('keeps the name', () => {
    fixed(
      driverStoreMismatch,
      driver(
        `
          [Svc_Files]
          new.dll,old.dll
          other.dll,source.dll,,0x00004000
          [SourceDisksFiles]
          old.dll = 1
          source.dll = 1
        `,
      ),
      driver(
        `
          [Svc_Files]
          svc.sys
          old.dll
          source.dll,,,0x00004000
          [SourceDisksFiles]
          svc.sys = 1
          old.dll = 1
          source.dll = 1
        `,
      ),
      'keep-name',
    );
  });

  test('sends the list to the folder of the package', () => {
    fixed(
      driverStoreMismatch,
      driver(
        `
          [Dev.NT]
          CopyFiles = Sub_Files
          [Sub_Files]
          a.dll
          b.dll
          [DestinationDirs]
          Sub_Files = 13
          [SourceDisksFiles]
          a.dll = 1,x64
          b.dll = 1,x64
        `,
      ),
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Sub_Files
          [Sub_Files]
          a.dll
          b.dll
          [DestinationDirs]
          DefaultDestDir = 13
          Sub_Files = 13,x64
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 1,x64
          b.dll = 1,x64
        `,
      ),
      'set-folder',
    );
  });

  test('sends the list to the root', () => {
    fixed(
      driverStoreMismatch,
      driver(
        `
          [Dev.NT]
          CopyFiles = Sub_Files
          [Sub_Files]
          a.dll
          [DestinationDirs]
          Sub_Files = 13, sub ; why
          [SourceDisksFiles]
          a.dll = 1
        `,
      ),
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Sub_Files
          [Sub_Files]
          a.dll
          [DestinationDirs]
          DefaultDestDir = 13
          Sub_Files = 13 ; why
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 1
        `,
      ),
      'set-folder',
    );
  });
});
