import missingSourceFile from '../../server/src/rules/missing-source-file.js';
import { folderWith } from '../support/package-folder.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('missing-source-file', () => {
  test('reports files that are not there although others are', () => {
    rule(
      missingSourceFile,
      driver(
        `
          [SourceDisksNames]
          1 = %Disk%
          2 = %Disk%,,,x64
          [SourceDisksFiles]
          svc.sys = 1
          gone.dll = 1
          ~~~~~~~~ missing-source-file gone.dll is not in the folder of the INF, where other files of the package are.
          folder.dll = 2,sub
          ~~~~~~~~~~ missing-source-file x64\\sub\\folder.dll is not in the folder of the INF, where other files of the package are.
          beside.dll = 2
          ~~~~~~~~~~ missing-source-file beside.dll is not in x64 below the INF, where [SourceDisksFiles] says it is, but beside the INF.
        `,
      ),
      { surroundings: { folder: folderWith({ 'svc.sys': 1, 'beside.dll': 1 }) } },
    );
  });

  test('takes files in their folders and compressed ones', () => {
    rule(
      missingSourceFile,
      driver(
        `
          [SourceDisksNames]
          1 = %Disk%
          2 = %Disk%,,,\\x64
          [SourceDisksFiles]
          svc.sys = 1
          folder.dll = 2,sub
          packed.dll = 1
          later.dll = $DISK$
        `,
      ),
      { surroundings: { folder: folderWith({ 'SVC.SYS': 1, 'x64/sub/folder.dll': 1, 'packed.dl_': 1 }) } },
    );
  });

  test('is silent where the INF lies without its package', () => {
    rule(
      missingSourceFile,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          gone.dll = 1
        `,
      ),
      { surroundings: { folder: folderWith({ 'svc.c': 1 }) } },
    );
  });

  test('is silent about templates', () => {
    rule(
      missingSourceFile,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          $ARCH$.dll = 1
          gone.dll = 1
        `,
      ),
      { uri: 'file:///test.inx', surroundings: { folder: folderWith({ 'svc.sys': 1 }) } },
    );
  });

  test('is silent without a folder', () => {
    rule(
      missingSourceFile,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          gone.dll = 1
        `,
      ),
    );
  });
});
