import extraArgument from '../../server/src/rules/extra-argument.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('extra-argument', () => {
  test('reports values beyond the last one', () => {
    rule(
      extraArgument,
      driver(
        `
        [Svc_Inst]
        StartType = 3, 2
                       ~ extra-argument StartType in service-install section [Svc_Inst] reads one value only, so Windows ignores 2.
        [Dev.NT.Wdf]
        KmdfService = Svc, Svc_Wdf, a, b ; comment
                                    ~~~~ extra-argument KmdfService in DDInstall.Wdf [Dev.NT.Wdf] reads 2 values only, so Windows ignores a,b.
        [Svc_Wdf]
        KmdfLibraryVersion = 1.15
        [Strings]
        Title = "one", "two"
                       ~~~~~ extra-argument Strings in [Strings] reads one value only, so Windows ignores two.
        `,
        options,
      ),
    );
  });

  test('takes lists, empty values and numbers with commas in registry lines', () => {
    rule(
      extraArgument,
      driver(
        `
        [Dev.NT]
        AddReg = Dev_AddReg, Dev_AddReg2
        [Dev_AddReg]
        HKR,,Bytes,1,01,02,03,04,05,06
        [Dev_AddReg2]
        [Svc_Inst]
        StartType = 3,,
        `,
        options,
      ),
    );
  });

  test('cures it by remove-extra', () => {
    const before = driver('[Svc_Inst]\nStartType = 3, 2 ; on demand', options);
    fixed(extraArgument, before, before.replace('3, 2 ;', '3 ;'), 'remove-extra');
  });
});
