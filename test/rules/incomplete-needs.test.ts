import incompleteNeeds from '../../server/src/rules/incomplete-needs.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('incomplete-needs', () => {
  test('reports each section of the family that is not needed', () => {
    rule(
      incompleteNeeds,
      driver(
        `
        [Dev.NT]
        Include = WUDFRD.inf
        Needs = WUDFRD.NT
                ~~~~~~~~~ incomplete-needs [Dev.NT] needs [WUDFRD.NT], but [Dev.NT.HW] does not need [WUDFRD.NT.HW], which goes with it.
                ~~~~~~~~~ incomplete-needs [Dev.NT] needs [WUDFRD.NT], but [Dev.NT.Services] does not need [WUDFRD.NT.Services], which goes with it.
        `,
        { without: ['[Dev.NT.Services]'] },
      ),
    );
  });

  test('reports it for cameras under the number for them', () => {
    rule(
      incompleteNeeds,
      driver(
        `
        [Dev.NT]
        Include = usbvideo.inf, ks.inf
        Needs = USBVideo.NT, KS.Registration
                ~~~~~~~~~~~ incomplete-needs [Dev.NT] needs [USBVideo.NT], but [Dev.NT.Wdf] does not need [USBVideo.NT.Wdf], which every camera that does so must.
        [Dev.NT.HW]
        Include = usbvideo.inf
        Needs = USBVideo.NT.HW
        [Dev.NT.Services]
        Include = usbvideo.inf
        Needs = USBVideo.NT.SERVICES
        `,
        { className: 'Camera' },
      ),
    );
  });

  test('is silent where all are needed, where the device has a service of its own, and about what the table lacks', () => {
    rule(
      incompleteNeeds,
      driver(`
        [Dev.NT]
        Include = WUDFRD.inf
        Needs = WUDFRD.NT
        [Dev.NT.HW]
        Include = WUDFRD.inf
        Needs = WUDFRD.NT.HW
      `),
    );
    rule(incompleteNeeds, driver('[Dev.NT]\nInclude = ks.inf\nNeeds = KS.Registration, Whatever\n'));
    rule(incompleteNeeds, driver('[Dev.NT]\nNeeds = Common\n[Common]\nInclude = WUDFRD.inf\nNeeds = WUDFRD.NT\n'));
  });

  test('adds the lines to the section, or the section', () => {
    fixed(
      incompleteNeeds,
      driver('[Dev.NT]\nInclude = WUDFRD.inf\nNeeds = WUDFRD.NT\n[Dev.NT.HW]\nAddReg = A\n\n[A]\nHKR,,B,,1\n'),
      driver(
        '[Dev.NT]\nInclude = WUDFRD.inf\nNeeds = WUDFRD.NT\n[Dev.NT.HW]\nAddReg = A\nInclude = WUDFRD.inf\nNeeds = WUDFRD.NT.HW\n\n[A]\nHKR,,B,,1\n',
      ),
      'add-needs-wudfrd.nt.hw',
    );
  });
});
