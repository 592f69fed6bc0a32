import misnamedSourceSection from '../../server/src/rules/misnamed-source-section.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('misnamed-source-section', () => {
  test('reports platform extensions with nt', () => {
    rule(
      misnamedSourceSection,
      driver(
        `
          [SourceDisksFiles.NTamd64]
          ~~~~~~~~~~~~~~~~~~~~~~~~~~ misnamed-source-section Windows does not read [SourceDisksFiles.NTamd64]: the section of this architecture is called [SourceDisksFiles.amd64].
          a.dll = 1
          [SourceDisksNames.ntx86]
          ~~~~~~~~~~~~~~~~~~~~~~~~ misnamed-source-section Windows does not read [SourceDisksNames.ntx86]: the section of this architecture is called [SourceDisksNames.x86].
          2 = "Disk"
        `,
      ),
    );
  });

  test('takes architectures', () => {
    rule(
      misnamedSourceSection,
      driver(
        `
          [SourceDisksFiles.amd64]
          a.dll = 1
          [SourceDisksNames.x86]
          2 = "Disk"
          [SourceDisksFiles.$ARCH$]
          b.dll = 1
        `,
      ),
    );
  });

  test('renames the section', () => {
    fixed(
      misnamedSourceSection,
      driver(
        `
          [SourceDisksFiles.NTamd64]
          a.dll = 1
        `,
      ),
      driver(
        `
          [SourceDisksFiles.amd64]
          a.dll = 1
        `,
      ),
      'rename-section',
    );
  });
});
