import outdatedCatalog from '../../server/src/rules/outdated-catalog.js';
import { folderWith } from '../support/package-folder.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('outdated-catalog', () => {
  test('reports a catalog that is older than the INF', () => {
    rule(
      outdatedCatalog,
      driver(
        `
          [Version]
          Signature   = "$Windows NT$"
          Class       = System
          ClassGuid   = {4d36e97d-e325-11ce-bfc1-08002be10318}
          Provider    = %Vendor%
          DriverVer   = 01/01/2025,1.0.0.0
          PnpLockdown = 1
          CatalogFile = svc.cat
                        ~~~~~~~ outdated-catalog svc.cat was made before the last change of this INF, so the package has to be signed again.
        `,
      ),
      { surroundings: { folder: folderWith({ 'svc.cat': 1_000 }, 100_000) } },
    );
  });

  test('takes newer ones, and those of the same moment', () => {
    rule(
      outdatedCatalog,
      driver(
        `
          [Version]
          Signature   = "$Windows NT$"
          Class       = System
          ClassGuid   = {4d36e97d-e325-11ce-bfc1-08002be10318}
          Provider    = %Vendor%
          DriverVer   = 01/01/2025,1.0.0.0
          PnpLockdown = 1
          CatalogFile = svc.cat
          CatalogFile.NTamd64 = other.cat
          CatalogFile.NTx86 = missing.cat
        `,
      ),
      { surroundings: { folder: folderWith({ 'svc.cat': 99_000, 'other.cat': 200_000 }, 100_000) } },
    );
  });

  test('is silent without a folder', () => {
    rule(
      outdatedCatalog,
      driver(
        `
          [Version]
          Signature   = "$Windows NT$"
          Class       = System
          ClassGuid   = {4d36e97d-e325-11ce-bfc1-08002be10318}
          Provider    = %Vendor%
          DriverVer   = 01/01/2025,1.0.0.0
          PnpLockdown = 1
          CatalogFile = svc.cat
        `,
      ),
    );
  });
});
