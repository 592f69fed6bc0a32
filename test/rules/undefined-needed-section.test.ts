import undefinedNeededSection from '../../server/src/rules/undefined-needed-section.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('undefined-needed-section', () => {
  test('reports a section that nobody has where nothing is included', () => {
    rule(
      undefinedNeededSection,
      driver(`
        [Dev.NT]
        Needs = Elsewhere.Install
                ~~~~~~~~~~~~~~~~~ undefined-needed-section Section [Elsewhere.Install] is not defined, and no Include names a file that could have it.
      `),
    );
  });

  test('reports a decorated section that nobody has under its own number', () => {
    rule(
      undefinedNeededSection,
      driver(`
        [Dev.NT.Services]
        Needs = Elsewhere.NTamd64.Services
                ~~~~~~~~~~~~~~~~~~~~~~~~~~ undefined-needed-section Decorated section [Elsewhere.NTamd64.Services] is not defined, and no Include names a file that could have it.
      `),
    );
  });

  test('names the nearest section of the file', () => {
    rule(
      undefinedNeededSection,
      driver(`
        [Dev.NT]
        Needs = Common.Instal
                ~~~~~~~~~~~~~ undefined-needed-section Section [Common.Instal] is not defined; the nearest is [Common.Install].
        [Common.Install]
        AddReg = Dev_AddReg
        [Dev_AddReg]
        HKR,,Example,,1
      `),
    );
  });

  test('names the nearest section of an included file', () => {
    rule(
      undefinedNeededSection,
      driver(`
        [Dev.NT]
        Include = wdmaudio.inf
        Needs = WDMAUDIO.Registraton
                ~~~~~~~~~~~~~~~~~~~~ undefined-needed-section Section [WDMAUDIO.Registraton] is not defined; the nearest is [WDMAUDIO.Registration] of wdmaudio.inf.
      `),
    );
  });

  test('is silent about sections that an included file may well have', () => {
    rule(
      undefinedNeededSection,
      driver(`
        [Dev.NT]
        Include = ks.inf, kscaptur.inf, netrndis.inf, unheard-of.inf
        Needs = KS.Registration, KSCAPTUR.Registration.NT5, KSCAPTUR.Reg, usb_rndis7.ndi, Whatever
        Needs = @BASE@.Install, %Undefined%
      `),
    );
  });

  test('is silent where another rule tells, and about sections of the file', () => {
    rule(undefinedNeededSection, driver('[Dev.NT]\nNeeds = KS.Registration, Own\n[Own]\nAddReg = A\n[A]\nHKR,,B,,1\n'));
    rule(undefinedNeededSection, driver('[Version]\nLayoutFile = layout.inf\n[Dev.NT]\nNeeds = Other\n'));
  });

  test('takes the nearest name', () => {
    fixed(
      undefinedNeededSection,
      driver('[Dev.NT]\nInclude = ks.inf\nNeeds = "KS.Registation"\n'),
      driver('[Dev.NT]\nInclude = ks.inf\nNeeds = "KS.Registration"\n'),
      'rename-reference',
    );
  });
});
