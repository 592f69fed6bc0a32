import catalogInSourceFiles from '../../server/src/rules/catalog-in-source-files.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('catalog-in-source-files', () => {
  test('reports catalogs', () => {
    rule(
      catalogInSourceFiles,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          svc.cat = 1
          ~~~~~~~ catalog-in-source-files svc.cat is a catalog: CatalogFile in [Version] names it, and [SourceDisksFiles] must not list it.
          [SourceDisksFiles.amd64]
          Other.CAT = 1
          ~~~~~~~~~ catalog-in-source-files Other.CAT is a catalog: CatalogFile in [Version] names it, and [SourceDisksFiles] must not list it.
        `,
      ),
    );
  });

  test('takes other files', () => {
    rule(
      catalogInSourceFiles,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1
          svc.cat.txt = 1
          cat = 1
        `,
      ),
    );
  });

  test('takes the catalog out of the sections and lists', () => {
    fixed(
      catalogInSourceFiles,
      driver(
        `
          [Svc_Files]
          svc.cat
          [SourceDisksFiles]
          svc.cat = 1
        `,
      ),
      driver(
        `
          [Svc_Files]
          svc.sys
          [SourceDisksFiles]
          svc.sys = 1
        `,
      ),
      'remove-line',
    );
  });
});
