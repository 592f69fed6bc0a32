import unusableFolder from '../../server/src/rules/unusable-folder.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('unusable-folder', () => {
  test('reports folders that are none', () => {
    rule(
      unusableFolder,
      driver(
        `
          [SourceDisksNames]
          1 = %Disk%
          2 = %Disk%,,,x64?
                       ~~~~ unusable-folder The folder "x64?" holds "?", which no folder name may have.
          3 = %Disk%,,,C:\\drivers
                       ~~~~~~~~~~ unusable-folder The folder "C:\\drivers" is below the folder of the INF, so it cannot begin with a drive.
          4 = %Disk%,,,x64\\..\\..\\out
                       ~~~~~~~~~~~~~ unusable-folder The folder "x64\\..\\..\\out" leads out of the folder of the INF, where all files of the package are.
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 2,..\\x64
                    ~~~~~~ unusable-folder The folder "..\\x64" leads out of the folder of the INF, where all files of the package are.
          [DestinationDirs]
          DefaultDestDir = 13
          Svc_Files = 12,C:\\Windows
                         ~~~~~~~~~~ unusable-folder The folder "C:\\Windows" is below dirid 12, so it cannot begin with a drive.
          Other_Files = 13,"a|b"
                           ~~~~~ unusable-folder The folder "a|b" holds "|", which no folder name may have.
        `,
      ),
    );
  });

  test('takes relative paths, also with a backslash in front, and absolute ones below dirid -1', () => {
    rule(
      unusableFolder,
      driver(
        `
          [SourceDisksNames]
          1 = %Disk%
          2 = %Disk%,,,\\x64
          3 = %Disk%,,,.
          4 = %Disk%,,,""
          [SourceDisksFiles]
          svc.sys = 1
          a.dll = 2,x64\\..\\x86
          b.dll = 2,$ARCH$
          [DestinationDirs]
          DefaultDestDir = 13
          Svc_Files = -1,C:\\Vendor
          Other_Files = 10,%Folder%
        `,
      ),
    );
  });
});
