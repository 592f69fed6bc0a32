import missingInclude from '../../server/src/rules/missing-include.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('missing-include', () => {
  test('reports a section of an INF file that no section includes', () => {
    rule(
      missingInclude,
      driver(`
        [Dev.NT]
        Needs = WUDFRD.NT
                ~~~~~~~~~ missing-include Section [WUDFRD.NT] is in WUDFRD.inf, which [Dev.NT] does not include.
      `),
    );
  });

  test('reports a section of an INF file that only another section includes, once a file', () => {
    rule(
      missingInclude,
      driver(`
        [Dev.NT]
        Include = ks.inf, wdmaudio.inf
        Needs = KS.Registration

        [Dev.NT.HW]
        Needs = WDMAUDIO.Registration, mssysfx.CopyFilesAndRegister
                ~~~~~~~~~~~~~~~~~~~~~ missing-include Section [WDMAUDIO.Registration] is in wdmaudio.inf, which other sections include, but not [Dev.NT.HW].
      `),
    );
  });

  test('knows cameras', () => {
    rule(
      missingInclude,
      driver(
        `
        [Dev.NT]
        Include = ks.inf
        Needs = KS.Registration, KSCAPTUR.Registration.NT
                                 ~~~~~~~~~~~~~~~~~~~~~~~~ missing-include Section [KSCAPTUR.Registration.NT] is in kscaptur.inf, which [Dev.NT] of this camera does not include.
      `,
        { className: 'Camera' },
      ),
    );
  });

  test('is silent where the file is included, defines the section, or includes what the table does not know', () => {
    rule(
      missingInclude,
      driver(`
        [Dev.NT]
        Include = KS.INF
        Needs = KS.Registration, Unheard.Of

        [Dev.NT.HW]
        Include = other.inf
        Needs = WUDFRD.NT.HW

        [Dev.NT.Services]
        Include = %Files%
        Needs = WUDFRD.NT.Services
      `),
    );
    rule(missingInclude, driver('[Dev.NT]\nNeeds = KS.Registration\n[KS.Registration]\nAddReg = A\n[A]\nHKR,,B,,1\n'));
  });

  test('adds the file to the last Include, or an Include', () => {
    fixed(
      missingInclude,
      driver('[Dev.NT]\nInclude = ks.inf ; streaming\nNeeds = KS.Registration, WDMAUDIO.Registration\n'),
      driver('[Dev.NT]\nInclude = ks.inf, wdmaudio.inf ; streaming\nNeeds = KS.Registration, WDMAUDIO.Registration\n'),
      'add-include',
    );
    fixed(
      missingInclude,
      driver('[Dev.NT]\nAddReg=A\nNeeds=WUDFRD.NT\n[A]\nHKR,,B,,1\n'),
      driver('[Dev.NT]\nAddReg=A\nInclude=WUDFRD.inf\nNeeds=WUDFRD.NT\n[A]\nHKR,,B,,1\n'),
      'add-include',
    );
  });

  test('adds by itself only what another section includes already', () => {
    const before = '[Dev.NT]\nInclude=ks.inf\nNeeds=KS.Registration\n[Dev.NT.HW]\nNeeds=KS.Registration\n';
    const after =
      '[Dev.NT]\nInclude=ks.inf\nNeeds=KS.Registration\n[Dev.NT.HW]\nInclude=ks.inf\nNeeds=KS.Registration\n';
    fixed(missingInclude, driver(before), driver(after));
    const alone = driver('[Dev.NT]\nNeeds=WUDFRD.NT\n');
    fixed(missingInclude, alone, alone);
  });
});
