import dmaNoclobber from '../../server/src/rules/dma-noclobber.js';
import unusedSuppression from '../../server/src/rules/unused-suppression.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

const BOTH = [unusedSuppression, dmaNoclobber];
const LINE = 'HKR,Parameters,DmaRemappingCompatible';

suite('unused-suppression', () => {
  test('reports each form where it hides nothing', () => {
    rule(
      BOTH,
      driver(`
        ; inf-disable-file dma-noclobber -- just in case
                           ~~~~~~~~~~~~~ unused-suppression The suppression of dma-noclobber hides nothing: the rule finds nothing in this file.
        [Svc_Inst]
        AddReg = Reg
        [Reg]
        ; inf-disable-next-line dma-noclobber
                                ~~~~~~~~~~~~~ unused-suppression The suppression of dma-noclobber hides nothing: the rule finds nothing on the next line.
        ${LINE},0x00010001,1 ; inf-disable-line dma-noclobber
        ${' '.repeat(LINE.length)}                                 ~~~~~~~~~~~~~ unused-suppression The suppression of dma-noclobber hides nothing: the rule finds nothing on this line.
      `),
    );
  });

  test('is silent about one that hides a finding, and about rules that did not run', () => {
    rule(
      BOTH,
      driver(`
        ; inf-disable-file dma-opt-out
        [Svc_Inst]
        AddReg = Reg
        [Reg]
        ; inf-disable-next-line dma-noclobber
        ${LINE},0x00010003,1
      `),
    );
  });
});
