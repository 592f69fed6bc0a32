import needsWrongSuffix from '../../server/src/rules/needs-wrong-suffix.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('needs-wrong-suffix', () => {
  test('reports a section of DDInstall that .Services needs, and the other way round', () => {
    rule(
      needsWrongSuffix,
      driver(`
        [Dev.NT]
        Include = WUDFRD.inf
        Needs = WUDFRD.NT.Services
                ~~~~~~~~~~~~~~~~~~ needs-wrong-suffix Section [WUDFRD.NT.Services] has the suffix .Services, but [Dev.NT], which needs it, is read as DDInstall.

        [Dev.NT.Services]
        Include = WUDFRD.inf
        Needs = WUDFRD.NT
                ~~~~~~~~~ needs-wrong-suffix Section [WUDFRD.NT] lacks the suffix .Services, and [Dev.NT.Services], which needs it, is read as DDInstall.Services.
      `),
    );
  });

  test('reports another suffix between sections of the file itself', () => {
    rule(
      needsWrongSuffix,
      driver(`
        [Dev.NT.HW]
        Needs = Common.Services
                ~~~~~~~~~~~~~~~ needs-wrong-suffix Section [Common.Services] has the suffix .Services, but [Dev.NT.HW], which needs it, is read as DDInstall.HW.

        [Common.Services]
        AddReg = Dev_AddReg

        [Dev_AddReg]
        HKR,,Example,,1
      `),
    );
  });

  test('names the beginning of a chain', () => {
    rule(
      needsWrongSuffix,
      driver(`
        [Dev.NT.HW]
        Needs = Common.HW

        [Common.HW]
        Needs = Base.Services, Base
                ~~~~~~~~~~~~~ needs-wrong-suffix Section [Base.Services] has the suffix .Services, but [Common.HW] is itself needed by [Dev.NT.HW], which is read as DDInstall.HW.
                               ~~~~ needs-wrong-suffix Section [Base] lacks the suffix .HW, and [Common.HW] is itself needed by [Dev.NT.HW], which is read as DDInstall.HW.

        [Base.Services]
        AddReg = Dev_AddReg
        [Base]
        AddReg = Dev_AddReg

        [Dev_AddReg]
        HKR,,Example,,1
      `),
    );
  });

  test('reports nothing more below a section that is needed under a wrong suffix', () => {
    rule(
      needsWrongSuffix,
      driver(`
        [Dev.NT.HW]
        Needs = Common
                ~~~~~~ needs-wrong-suffix Section [Common] lacks the suffix .HW, and [Dev.NT.HW], which needs it, is read as DDInstall.HW.

        [Common]
        Needs = Base

        [Base]
        AddReg = Dev_AddReg

        [Dev_AddReg]
        HKR,,Example,,1
      `),
    );
  });

  test('is silent about matching suffixes, other endings, placeholders and the sections of machine.inf', () => {
    rule(
      needsWrongSuffix,
      driver(`
        [Dev.NT]
        Include = ks.inf, wdmaudio.inf
        Needs = KS.Registration, WDMAUDIO.Registration.NT, @BASE@.Services

        [Dev.NT.HW]
        Include = machine.inf
        Needs = PciIoSpaceNotRequired

        [Dev.NT.Services]
        Include = WUDFRD.inf
        Needs = wudfrd.nt.services

        [Dev.NT.Wdf]
        Include = usbvideo.inf
        Needs = USBVideo.NT.WDF
      `),
    );
  });

  test('takes the section of the same family that exists', () => {
    fixed(
      needsWrongSuffix,
      driver('[Dev.NT.Services]\nInclude = WUDFRD.inf\nNeeds = WUDFRD.NT ; the reflector\n'),
      driver('[Dev.NT.Services]\nInclude = WUDFRD.inf\nNeeds = WUDFRD.NT.Services ; the reflector\n'),
      'set-suffix',
    );
  });
});
