import unresolvableDirid from '../../server/src/rules/unresolvable-dirid.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('unresolvable-dirid', () => {
  test('reports what is no dirid', () => {
    rule(
      unresolvableDirid,
      driver(
        `
          [DestinationDirs]
          DefaultDestDir = 13
          Svc_Files = 34000
                      ~~~~~ unresolvable-dirid Dirid 34000 stands for a folder that a setup program sets; no driver package can rely on one.
          Other_Files = 99
                        ~~ unresolvable-dirid There is no dirid 99.
          Third_Files = %12%
                        ~~~~ unresolvable-dirid A dirid is a plain number here: 12, not %12%.
          Fourth_Files = System32
                         ~~~~~~~~ unresolvable-dirid A dirid is a number, and "System32" is none.
          Fifth_Files =
          ~~~~~~~~~~~~~ unresolvable-dirid The line names no dirid: its first value is the number of the target folder.
          Sixth_Files = -2
                        ~~ unresolvable-dirid There is no dirid -2.
        `,
      ),
    );
  });

  test('takes known ones, shell folders, and what a build decides', () => {
    rule(
      unresolvableDirid,
      driver(
        `
          [DestinationDirs]
          DefaultDestDir = 13
          A = 12,UMDF
          B = 0x0b
          C = 65535,C:\\Vendor
          D = 01
          E = 66000
          F = 16412
          G = %Drivers%
          H = INX_PLATFORM_DRIVERS_DIR
          I = $DIR$
          [Strings]
          Vendor = "Example"
          Device = "Example device"
          Disk = "Example disk"
          Drivers = 12
        `,
      ),
    );
  });

  test('writes a plain number', () => {
    fixed(
      unresolvableDirid,
      driver(
        `
          [DestinationDirs]
          Svc_Files = %12%, sub
        `,
      ),
      driver(
        `
          [DestinationDirs]
          DefaultDestDir = 13
          Svc_Files = 12, sub
        `,
      ),
      'set-dirid',
    );
  });
});
