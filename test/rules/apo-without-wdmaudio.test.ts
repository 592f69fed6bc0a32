import apoWithoutWdmaudio from '../../server/src/rules/apo-without-wdmaudio.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

const MEDIA = { className: 'MEDIA' };

suite('apo-without-wdmaudio', () => {
  test('reports an effect of Windows without the file and without the section', () => {
    rule(
      apoWithoutWdmaudio,
      driver(
        `
        [Dev.NT]
        AddReg = Dev_AddReg
        [Dev_AddReg]
        HKR,"FX\\\\0","{D04E05A6-594B-4fb6-A80D-01AF5EED7D1D},7",,"{889C03C8-ABAD-4004-BF0A-BC7BB825E166}"
                                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ apo-without-wdmaudio This audio effect belongs to Windows, and [Dev.NT] does not include wdmaudio.inf, which registers it by [MsApoFxProxy.Registration].
        `,
        MEDIA,
      ),
    );
    rule(
      apoWithoutWdmaudio,
      driver(
        `
        [Dev.NT]
        Include = ks.inf, wdmaudio.inf
        Needs = KS.Registration, WDMAUDIO.Registration
        AddReg = Dev_AddReg
        [Dev_AddReg]
        HKR,FX\\0,%Key%,,%Stream%
                        ~~~~~~~~ apo-without-wdmaudio This audio effect belongs to Windows, and [Dev.NT] does not need [mssysfx.CopyFilesAndRegister] of wdmaudio.inf, which registers it.
        [Strings]
        Key = "{D04E05A6-594B-4fb6-A80D-01AF5EED7D1D},5"
        Stream = "{62DC1A93-AE24-464C-A43E-452F824C4250}"
        `,
        MEDIA,
      ),
    );
  });

  test('is silent about effects of others, other keys, and where the section is needed', () => {
    const line = 'HKR,FX\\0,K,,"{889C03C8-ABAD-4004-BF0A-BC7BB825E166}"';
    const needed = 'Include = wdmaudio.inf\nNeeds = msapofxproxy.registration\n';
    rule(apoWithoutWdmaudio, driver(`[Dev.NT]\n${needed}AddReg = A\n[A]\n${line}\n`, MEDIA));
    rule(apoWithoutWdmaudio, driver(`[Dev.NT]\nAddReg = A\n[A]\n${line.replace('FX\\0', 'Other')}\n`, MEDIA));
    rule(apoWithoutWdmaudio, driver(`[Dev.NT]\nAddReg = A\n[A]\n${line.replace('889C', '889D')}\n`, MEDIA));
    rule(apoWithoutWdmaudio, driver(`[Dev.NT]\nAddReg = A\n[A]\n${line}\n`));
  });

  test('adds what is missing', () => {
    const rest = '\n[A]\nHKR,FX\\0,K,,"{889C03C8-ABAD-4004-BF0A-BC7BB825E166}"\n';
    fixed(
      apoWithoutWdmaudio,
      driver(`[Dev.NT]\nAddReg = A\n${rest}`, MEDIA),
      driver(`[Dev.NT]\nAddReg = A\nInclude = wdmaudio.inf\nNeeds = MsApoFxProxy.Registration\n${rest}`, MEDIA),
      'add-needs',
    );
  });
});
