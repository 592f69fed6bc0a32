import assert from 'node:assert/strict';
import outdatedDirective from '../../server/src/rules/outdated-directive.js';
import { driver } from '../support/snippet.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

suite('outdated-directive', () => {
  test('reports entries that nobody reads any more', () => {
    rule(
      outdatedDirective,
      driver(`
        [Version]
        DriverPackageType = PlugAndPlay
        ~~~~~~~~~~~~~~~~~ outdated-directive Windows ignores DriverPackageType: DIFx, which read it, is no longer supported.

        [ControlFlags]
        RequestAdditionalSoftware = *
        ~~~~~~~~~~~~~~~~~~~~~~~~~ outdated-directive Windows ignores RequestAdditionalSoftware since Windows 10 1709.
      `),
    );
  });

  test('reports what the documentation advises against', () => {
    rule(
      outdatedDirective,
      driver(
        `
        [Version]
        CatalogFile.NTamd64 = svc64.cat
        ~~~~~~~~~~~~~~~~~~~ outdated-directive CatalogFile.NTamd64 is not recommended: one CatalogFile serves all platforms.

        [Dev.NT]
        VendorSetup = "setup.dll,Run"
        ~~~~~~~~~~~ outdated-directive VendorSetup is not recommended: Not for new drivers.
        `,
        { className: 'Printer' },
      ),
    );
    rule(
      outdatedDirective,
      driver(
        `
        [Dev.NT.NetworkProvider]
        ~~~~~~~~~~~~~~~~~~~~~~~~ outdated-directive [Dev.NT.NetworkProvider] is not recommended: Network clients (class NetClient) are deprecated since Windows 8.1.
        DeviceName = Example
        `,
        { className: 'NetClient' },
      ),
    );
  });

  test('is silent about entries of today', () => {
    rule(outdatedDirective, driver('[ControlFlags]\nExcludeFromSelect = *\n'));
  });

  test('removes what is ignored', () => {
    fixed(
      outdatedDirective,
      driver('[Version]\nDriverPackageType = PlugAndPlay ; DIFx\nPnpLockdown = 1\n'),
      driver('[Version]\nPnpLockdown = 1\n'),
      'remove-line',
    );
  });

  test('lets one catalog serve all platforms', () => {
    const whole = (lines: string): string =>
      `[Version]\nSignature = "$Windows NT$"\nClass = Net\n${lines}PnpLockdown = 1\n`;
    const cases = [
      ['CatalogFile.NTamd64 = a.cat ; signed\n', 'CatalogFile = a.cat ; signed\n'],
      ['  catalogfile.nt=a.cat\nCatalogFile.NTamd64 = "b.cat"\n', '  catalogfile=a.cat\n'],
      ['CatalogFile.NTarm64 = a.cat\nCatalogFile = b.cat\nCatalogFile.NTamd64 = c.cat\n', 'CatalogFile = b.cat\n'],
    ] as const;
    for (const [before, after] of cases) fixed(outdatedDirective, whole(before), whole(after), 'one-catalog');
    assert.deepEqual(actionsOf(outdatedDirective, whole('CatalogFile.NT =\n')), []);
  });
});
