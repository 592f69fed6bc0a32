import assert from 'node:assert/strict';
import includedSectionReference from '../../server/src/rules/included-section-reference.js';
import undefinedSection from '../../server/src/rules/undefined-section.js';
import { driver } from '../support/snippet.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

suite('included-section-reference', () => {
  test('reports a section of an included file that another directive than Needs names', () => {
    rule(
      [includedSectionReference, undefinedSection],
      driver(`
        [Dev.NT]
        Include = ks.inf, wdma_usb.inf
        Needs = KS.Registration
        CopyFiles = USBAudio.CopyList
                    ~~~~~~~~~~~~~~~~~ included-section-reference Section [USBAudio.CopyList] is in wdma_usb.inf: only Needs may name sections of included files, not CopyFiles.
      `),
    );
  });

  test('is silent about Needs, own sections, and files that are not included', () => {
    rule(includedSectionReference, driver('[Dev.NT]\nInclude = ks.inf\nNeeds = KS.Registration\n'));
    rule(includedSectionReference, driver('[Dev.NT]\nAddReg = USBAudioOEM.AddReg\n'));
    rule(
      includedSectionReference,
      driver('[Dev.NT]\nInclude = wdma_usb.inf\nAddReg = USBAudioOEM.AddReg\n[USBAudioOEM.AddReg]\nHKR,,B,,1\n'),
    );
  });

  test('names it by Needs', () => {
    fixed(
      includedSectionReference,
      driver('[Dev.NT]\nInclude = wdma_usb.inf\nAddReg = USBAudioOEM.AddReg ; shared\n'),
      driver('[Dev.NT]\nInclude = wdma_usb.inf\nNeeds = USBAudioOEM.AddReg ; shared\n'),
      'use-needs',
    );
    const two = driver('[Dev.NT]\nInclude = wdma_usb.inf\nAddReg = A, USBAudioOEM.AddReg\n[A]\nHKR,,B,,1\n');
    assert.deepEqual(actionsOf(includedSectionReference, two), []);
  });
});
