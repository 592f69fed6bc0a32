import includedSectionName from '../../server/src/rules/included-section-name.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('included-section-name', () => {
  test('reports a section that an included file has, too', () => {
    rule(
      includedSectionName,
      driver(`
        [Dev.NT]
        Include = ks.inf
        Needs = KS.Registration

        [ks.registration]
        ~~~~~~~~~~~~~~~~~ included-section-name ks.inf, which this file includes, has a section [ks.registration], too: Windows may take one for the other.
        AddReg = Dev_AddReg

        [Dev_AddReg]
        HKR,,Example,,1
      `),
    );
  });

  test('is silent where the file is not included', () => {
    rule(
      includedSectionName,
      driver('[Dev.NT]\nNeeds = KS.Registration\n[KS.Registration]\nAddReg = A\n[A]\nHKR,,B,,1\n'),
    );
  });
});
