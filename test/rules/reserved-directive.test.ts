import reservedDirective from '../../server/src/rules/reserved-directive.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('reserved-directive', () => {
  test('reports entries that only files of Windows have', () => {
    rule(
      reservedDirective,
      driver(`
        [Version]
        LayoutFile = layout.inf
        ~~~~~~~~~~ reserved-directive LayoutFile is for Windows' own INF files; others say in SourceDisksNames and SourceDisksFiles where their files are.
        ClassVer = 4.0
        ~~~~~~~~ reserved-directive ClassVer is for Windows' own INF files and for printers, not for the class System.
      `),
    );
  });

  test('is silent in files without a catalog, as those of Windows are, and about printers', () => {
    rule(reservedDirective, driver('[Version]\nLayoutFile = layout.inf\n', { without: ['CatalogFile'] }));
    rule(reservedDirective, driver('[Version]\nClassVer = 4.0\n', { className: 'Printer' }));
    rule(reservedDirective, driver('[Version]\nClassVer = @VERSION@\n'));
  });

  test('removes the line', () => {
    fixed(
      reservedDirective,
      driver('[Version]\nLayoutFile = layout.inf\nPnpLockdown = 1\n'),
      driver('[Version]\nPnpLockdown = 1\n'),
      'remove-line',
    );
  });
});
