import nonSystemDestination from '../../server/src/rules/non-system-destination.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('non-system-destination', () => {
  test('reports folders outside the system folders', () => {
    rule(
      nonSystemDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = A_Files, B_Files, C_Files
          [A_Files]
          a.dll
          [B_Files]
          b.dll
          [C_Files]
          c.dll
          [DestinationDirs]
          DefaultDestDir = 13
          A_Files = 10
                    ~~ non-system-destination Dirid 10 is no system folder: a universal driver copies files to 13, 11, 12, or a folder below 10.
          B_Files = 16422,Vendor
                    ~~~~~ non-system-destination Dirid 16422 is no system folder: a universal driver copies files to 13, 11, 12, or a folder below 10.
          C_Files = 24
                    ~~ non-system-destination Dirid 24 is no system folder: a universal driver copies files to 13, 11, 12, or a folder below 10.
        `,
      ),
      { mode: 'u' },
    );
  });

  test('takes system folders and folders of the vendor', () => {
    rule(
      nonSystemDestination,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = A_Files, B_Files, C_Files
          [A_Files]
          a.dll
          [B_Files]
          b.dll
          [C_Files]
          c.dll
          [DestinationDirs]
          DefaultDestDir = 12
          A_Files = 10,SysWOW64
          B_Files = 10,Vendor
          C_Files = 11
          D_Files = 24
        `,
      ),
      { mode: 'k' },
    );
  });

  test('leaves the other modes to unisolated-destination', () => {
    rule(
      nonSystemDestination,
      driver(
        `
          [DestinationDirs]
          DefaultDestDir = 24
        `,
      ),
    );
  });
});
