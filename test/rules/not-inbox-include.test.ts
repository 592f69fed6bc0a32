import notInboxInclude from '../../server/src/rules/not-inbox-include.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

const folder = {
  has: (name: string) => ['base.inf', 'ks.inf'].includes(name.toLowerCase()),
  changed: () => undefined,
  infChanged: undefined,
};

suite('not-inbox-include', () => {
  test('reports what is no file name of an INF', () => {
    rule(
      notInboxInclude,
      driver(`
        [Dev.NT]
        Include = ks, ..\\base\\base.inf
                  ~~ not-inbox-include "ks" is no name of an INF file of Windows: those have the form name.inf, without a folder.
                      ~~~~~~~~~~~~~~~~ not-inbox-include "..\\base\\base.inf" is no name of an INF file of Windows: those have the form name.inf, without a folder.
      `),
    );
  });

  test('reports the file itself and the names that Windows gives to packages of others', () => {
    rule(
      notInboxInclude,
      driver(`
        [Dev.NT]
        Include = oem12.inf, test.inf
                  ~~~~~~~~~ not-inbox-include oem12.inf is the name that one machine gave to a package of others; only INF files of Windows may be included.
                             ~~~~~~~~ not-inbox-include test.inf is this file itself; only INF files of Windows may be included.
      `),
    );
  });

  test('reports files of the package', () => {
    rule(
      notInboxInclude,
      driver(`
        [Dev.NT]
        CopyINF = first.inf
        Include = first.inf, second.inf
                  ~~~~~~~~~ not-inbox-include first.inf belongs to this package; only INF files of Windows may be included.
                             ~~~~~~~~~~ not-inbox-include second.inf belongs to this package; only INF files of Windows may be included.
        [SourceDisksFiles]
        second.inf = 1
      `),
    );
    rule(
      notInboxInclude,
      driver(`
        [Dev.NT]
        Include = base.inf
                  ~~~~~~~~ not-inbox-include base.inf belongs to this package; only INF files of Windows may be included.
      `),
      { surroundings: { folder } },
    );
  });

  test('reports a misspelt name where the sections tell the file', () => {
    rule(
      notInboxInclude,
      driver(`
        [Dev.NT]
        Include = wudrfd.inf
                  ~~~~~~~~~~ not-inbox-include Windows has no wudrfd.inf; the sections that Needs names here are in WUDFRD.inf.
        Needs = WUDFRD.NT
      `),
    );
  });

  test('is silent about files of Windows, also unknown ones, and in INF files of Windows', () => {
    rule(notInboxInclude, driver('[Dev.NT]\nInclude = ks.inf, netvwifimp.inf, wudrfd.inf, @FILE@, %File%\n'), {
      surroundings: { folder },
    });
    rule(notInboxInclude, driver('[Dev.NT]\nInclude = base.inf\n', { without: ['CatalogFile'] }), {
      surroundings: { folder },
    });
  });

  test('takes the right name', () => {
    fixed(
      notInboxInclude,
      driver('[Dev.NT]\nInclude = wudrfd.inf\nNeeds = WUDFRD.NT\n'),
      driver('[Dev.NT]\nInclude = WUDFRD.inf\nNeeds = WUDFRD.NT\n'),
      'rename-file',
    );
  });
});
