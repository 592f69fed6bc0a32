import dmaNoclobber from '../../server/src/rules/dma-noclobber.js';
import reservedClass from '../../server/src/rules/reserved-class.js';
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

  test('takes InfVerif numbers, and reports those that nothing carries there', () => {
    rule(
      [unusedSuppression, reservedClass],
      driver(`
        [Version]
        ; inf-disable-next-line 1284 -- chosen for each product
        Class = Sample
        ; inf-disable-next-line 1284, 1999 -- no such number, so it is not judged
                                ~~~~ unused-suppression The suppression of InfVerif 1284 hides nothing: no rule reports that number on the next line.
        ClassGuid = {78A1C341-4539-11d3-B88D-00C04FAD5171}
      `),
    );
    rule(
      [unusedSuppression, reservedClass],
      driver('; inf-disable-file 1284\n[Version]\nClass = Sample ; inf-disable-line reserved-class\n'),
    );
    rule(
      [unusedSuppression, reservedClass],
      driver(`
        ; inf-disable-file 1285 -- no rule of that number runs
        [Version]
        Class = Sample ; inf-disable-line 1285
                ~~~~~~ reserved-class Class Sample is kept by Microsoft for samples; a driver package chooses the class that fits its device.
      `),
    );
  });
});
