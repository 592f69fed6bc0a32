import mixedUniqueNames from '../../server/src/rules/mixed-unique-names.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const TELLS = 'lacks the flag 0x10000 here, with which another AddService line makes its name unique.';

suite('mixed-unique-names', () => {
  test('reports a line that does not make the name unique although another one does', () => {
    rule(
      mixedUniqueNames,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 0x10002, Svc_Inst
        [DefaultInstall.NTamd64]
        [DefaultInstall.NTamd64.Services]
        AddService = svc, 0x2, Svc_Inst
                     ~~~ mixed-unique-names The service "svc" ${TELLS}
        AddService = Other,, Svc_Inst
        `,
        options,
      ),
    );
  });

  test('accepts a name that is unique everywhere or nowhere, and flags that a build puts in', () => {
    rule(
      mixedUniqueNames,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 0x10002, Svc_Inst
        [DefaultInstall.NTamd64]
        [DefaultInstall.NTamd64.Services]
        AddService = Svc, 0x10000, Svc_Inst
        AddService = Svc, @FLAGS@, Svc_Inst
        `,
        options,
      ),
    );
  });

  test('adds the flag', () => {
    fixed(
      mixedUniqueNames,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 0x10002, Svc_Inst
        [DefaultInstall.NTamd64]
        [DefaultInstall.NTamd64.Services]
        AddService = Svc
        AddService = Svc, 8, Svc_Inst
        `,
        options,
      ),
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 0x10002, Svc_Inst
        [DefaultInstall.NTamd64]
        [DefaultInstall.NTamd64.Services]
        AddService = Svc, 0x00010000
        AddService = Svc, 0x00010008, Svc_Inst
        `,
        options,
      ),
      'add-unique-name',
    );
  });
});
