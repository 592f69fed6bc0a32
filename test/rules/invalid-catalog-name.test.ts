import invalidCatalogName from '../../server/src/rules/invalid-catalog-name.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('invalid-catalog-name', () => {
  test('reports another extension', () => {
    rule(
      invalidCatalogName,
      driver(
        `
      [Version]
      CatalogFile = svc.ca_
                    ~~~~~~~ invalid-catalog-name The name of a catalog ends in .cat, unlike "svc.ca_".
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a folder, also of a decorated entry', () => {
    rule(
      invalidCatalogName,
      driver(
        `
      [Version]
      CatalogFile.NTamd64 = amd64\\svc.cat
                            ~~~~~~~~~~~~~ invalid-catalog-name The catalog stands beside the INF, so CatalogFile is a name without a folder, not "amd64\\svc.cat".
    `,
        { id: USB_DEVICE, without: ['CatalogFile'] },
      ),
    );
  });

  test('is silent about names in .cat', () => {
    rule(
      invalidCatalogName,
      driver(
        `
      [Version]
      CatalogFile = "My Driver.CAT"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent where a build fills it in', () => {
    rule(
      invalidCatalogName,
      driver(
        `
      [Version]
      CatalogFile = @NAME@
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by fix-name', () => {
    fixed(
      invalidCatalogName,
      `
      [Version]
      CatalogFile = amd64\\svc

    `,
      `
      [Version]
      CatalogFile = svc.cat

    `,
      'fix-name',
    );
  });

  test('cures it by name-after-inf', () => {
    fixed(
      invalidCatalogName,
      `
      [Version]
      CatalogFile = svc.ca_

    `,
      `
      [Version]
      CatalogFile = netkvm.cat

    `,
      'name-after-inf',
      { uri: 'file:///home/me/netkvm.inf.in' },
    );
  });
});
