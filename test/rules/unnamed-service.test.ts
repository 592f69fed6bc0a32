import missingArgument from '../../server/src/rules/missing-argument.js';
import unnamedService from '../../server/src/rules/unnamed-service.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const SKIPPED =
  'AddService names no service, so Windows skips the line; it has a meaning only with the flag 0x2: that the device needs no function driver.';

suite('unnamed-service', () => {
  test('reports lines without a service', () => {
    rule(
      [unnamedService, missingArgument],
      driver(
        `
        [Dev.NT.Services]
        AddService = ,, Svc_Inst
        ~~~~~~~~~~ unnamed-service ${SKIPPED}
        AddService =
        ~~~~~~~~~~ unnamed-service ${SKIPPED}
        DelService =
        ~~~~~~~~~~ unnamed-service DelService in DDInstall.Services [Dev.NT.Services] names no service, so Windows skips the line.
        DelService = , 0x200
        ~~~~~~~~~~ unnamed-service DelService in DDInstall.Services [Dev.NT.Services] names no service, so Windows skips the line.
        `,
        options,
      ),
    );
  });

  test('reports the section of an unnamed service', () => {
    rule(
      unnamedService,
      driver(
        `
        [Dev.NT.Services]
        AddService = , 0x2, Null_Inst
                            ~~~~~~~~~ unnamed-service Windows ignores the service-install section [Null_Inst]: AddService names no service here.
        `,
        options,
      ),
    );
  });

  test('accepts the line that says that there is no function driver', () => {
    rule(
      unnamedService,
      driver(
        `
        [Dev.NT.Services]
        AddService = ,2
        AddService = "", %ASSOC%
        AddService = , @FLAGS@, Svc_Inst
        DelService = Old, 0x200
        [Strings]
        ASSOC = 0x00000002
        `,
        options,
      ),
    );
  });

  test('drops the section, and all that follows it', () => {
    fixed(
      unnamedService,
      driver('[Dev.NT.Services]\nAddService = , 2, Null_Inst, Log_Inst ; none', options),
      driver('[Dev.NT.Services]\nAddService = , 2 ; none', options),
    );
  });

  test('says that there is no function driver, or removes the line', () => {
    const before = driver('[Dev.NT.Services]\nAddService = ,, Svc_Inst ; none\n', options);
    fixed(unnamedService, before, before.replace(',, Svc_Inst ;', ',2 ;'), 'no-function-driver');
    fixed(unnamedService, before, before.replace('AddService = ,, Svc_Inst ; none\n', ''), 'remove-line');
    fixed(
      unnamedService,
      driver('[Dev.NT.Services]\nAddService =', options),
      driver('[Dev.NT.Services]\nAddService = ,2', options),
      'no-function-driver',
    );
  });
});
