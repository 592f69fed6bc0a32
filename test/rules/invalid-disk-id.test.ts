import invalidDiskId from '../../server/src/rules/invalid-disk-id.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('invalid-disk-id', () => {
  test('reports missing and unreadable disks', () => {
    rule(
      invalidDiskId,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          a.dll =
          ~~~~~~~ invalid-disk-id a.dll has no disk number: the first value is one from [SourceDisksNames].
          b.dll = ,x64
          ~~~~~~~~~~~~ invalid-disk-id b.dll has no disk number: the first value is one from [SourceDisksNames].
          c.dll = x64
                  ~~~ invalid-disk-id The disk of c.dll is a number from [SourceDisksNames], and "x64" is none.
          [SourceDisksNames]
          1 = %Disk%
          DiskOne = "Disk"
          ~~~~~~~ invalid-disk-id A disk is a number, and "DiskOne" is none.
        `,
      ),
    );
  });

  test('takes numbers, also from tokens, and what a build decides', () => {
    rule(
      invalidDiskId,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = %One%
          b.dll = 0x1
          c.dll = 1,x64,1024
          d.dll = $DISK$
          [Strings]
          Vendor = "Example"
          Device = "Example device"
          Disk = "Example disk"
          One = 1
        `,
      ),
    );
  });

  test('sets the disk of the others', () => {
    fixed(
      invalidDiskId,
      driver(
        `
          [SourceDisksFiles]
          a.dll =
          b.dll = ,x64
          c.dll = x64
        `,
      ),
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 1
          b.dll = 1,x64
          c.dll = 1
        `,
      ),
      'set-disk',
    );
  });
});
