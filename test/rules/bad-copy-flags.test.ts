import badCopyFlags from '../../server/src/rules/bad-copy-flags.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('bad-copy-flags', () => {
  test('reports flags that are none', () => {
    rule(
      badCopyFlags,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          DelFiles = Old_Files
          [Svc_Files]
          svc.sys
          a.dll,,,COPYFLG_NOSKIP
                  ~~~~~~~~~~~~~~ bad-copy-flags Flags are a number, and "COPYFLG_NOSKIP" is none.
          b.dll,,,0x00100000
                  ~~~~~~~~~~ bad-copy-flags The flags 0x00100000 have bits that nothing stands for: 0x100000.
          c.dll,,,3
                  ~ bad-copy-flags COPYFLG_WARN_IF_SKIP (0x1) and COPYFLG_NOSKIP (0x2) exclude each other.
          [Old_Files]
          old.dll,,,8
                    ~ bad-copy-flags The flags 8 have bits that nothing stands for: 0x8.
        `,
      ),
    );
  });

  test('takes known ones, also of lists that are copied and deleted', () => {
    rule(
      badCopyFlags,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          DelFiles = Svc_Files
          [Svc_Files]
          svc.sys
          a.dll,,,0x00004002
          b.dll,,,0x00010002
          c.dll,,,%Flags%
          d.dll,,,
          [Strings]
          Vendor = "Example"
          Device = "Example device"
          Disk = "Example disk"
          Flags = 16
        `,
      ),
    );
  });
});
