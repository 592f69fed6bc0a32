import alteredDriverStoreFile from '../../server/src/rules/altered-driver-store-file.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('altered-driver-store-file', () => {
  test('reports descriptors, other directives and conditions', () => {
    rule(
      alteredDriverStoreFile,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          DelFiles = Old_Files
                     ~~~~~~~~~ altered-driver-store-file DelFiles cannot be used for the list Old_Files: its files stay in the driver store (dirid 13).
          RenFiles = Other_Files
                     ~~~~~~~~~~~ altered-driver-store-file RenFiles cannot be used for the list Other_Files: its files stay in the driver store (dirid 13).
          [Old_Files]
          old.dll
          [Other_Files]
          new.dll,old.dll
          [Svc_Files]
          svc.sys
          a.dll,,,0x10
                  ~~~~ altered-driver-store-file The flag COPYFLG_NO_OVERWRITE (0x10) makes no sense in the driver store (dirid 13), where the file is from the start.
          b.dll,,,0x00000400
                  ~~~~~~~~~~ altered-driver-store-file The flag COPYFLG_REPLACEONLY (0x400) makes no sense in the driver store (dirid 13), where the file is from the start.
          [Svc_Files.Security]
          ~~~~~~~~~~~~~~~~~~~~ altered-driver-store-file The files of Svc_Files stay in the driver store (dirid 13), whose security descriptors no package may change.
          "D:P(A;;GA;;;SY)"
        `,
      ),
    );
  });

  test('takes all of it in other folders', () => {
    rule(
      alteredDriverStoreFile,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          DelFiles = Old_Files
          [Old_Files]
          old.dll
          [Svc_Files]
          svc.sys
          a.dll,,,0x10
          [Svc_Files.Security]
          "D:P(A;;GA;;;SY)"
          [DestinationDirs]
          DefaultDestDir = 13
          Svc_Files = 11
          Old_Files = 11
        `,
      ),
    );
  });

  test('takes flags that the driver store has a use for', () => {
    rule(
      alteredDriverStoreFile,
      driver(
        `
          [Svc_Files]
          svc.sys
          a.dll,,,0x00004000
          b.dll,,,2
        `,
      ),
    );
  });

  test('removes the descriptor', () => {
    fixed(
      alteredDriverStoreFile,
      driver(
        `
          [Svc_Files]
          a.dll

          [Svc_Files.Security]
          "D:P(A;;GA;;;SY)"

          [SourceDisksFiles]
          a.dll = 1
        `,
      ),
      driver(
        `
          [Svc_Files]
          svc.sys
          a.dll

          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 1
        `,
      ),
      'remove-section',
    );
  });

  test('drops the flag', () => {
    fixed(
      alteredDriverStoreFile,
      driver(
        `
          [Svc_Files]
          a.dll,,,0x10
          b.dll,,,0x00004400
        `,
      ),
      driver(
        `
          [Svc_Files]
          svc.sys
          a.dll,,,0x00000000
          b.dll,,,0x00004000
        `,
      ),
      'drop-flag',
    );
  });
});
