import assert from 'node:assert/strict';
import missingFunctionDriver from '../../server/src/rules/missing-function-driver.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const none = { ...options, without: ['[Dev.NT.Services]'] };

suite('missing-function-driver', () => {
  test('reports devices without a .Services section', () => {
    rule(
      missingFunctionDriver,
      driver(
        `
        [Dev.NT]
        ~~~~~~~~ missing-function-driver USB\\VID_1209&PID_0001 gets no function driver: [Dev.NT] has no section [Dev.NT.Services].
        `,
        none,
      ),
    );
  });

  test('reports a section without the flag, once for all its devices', () => {
    rule(
      missingFunctionDriver,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 0x8, Svc_Inst
                          ~~~ missing-function-driver USB\\VID_1209&PID_0001 and 1 more get no function driver: no AddService of [Dev.NT.Services] has the flag 0x2.
        [Models.NTamd64.10.0...17763]
        %Device2% = Dev, USB\\VID_1209&PID_0002
        `,
        options,
      ),
    );
  });

  test('tells of a section that Windows does not look for', () => {
    rule(
      missingFunctionDriver,
      driver(
        `
        [Dev.NTamd64.Services]
        ~~~~~~~~~~~~~~~~~~~~~~ missing-function-driver USB\\VID_1209&PID_0001 gets no function driver: for [Dev.NT] Windows looks for [Dev.NT.Services], not for [Dev.NTamd64.Services].
        AddService = Svc, 0x2, Svc_Inst
        `,
        none,
      ),
    );
  });

  test('tells of a section that is spelt almost as Windows looks for it', () => {
    rule(
      missingFunctionDriver,
      driver(
        `
        [Dev.Service]
        ~~~~~~~~~~~~~ missing-function-driver USB\\VID_1209&PID_0001 gets no function driver: for [Dev.NT] Windows looks for [Dev.NT.Services], not for [Dev.Service].
        AddService = Svc, 0x2, Svc_Inst
        `,
        none,
      ),
    );
    const text = (name: string) =>
      driver(
        `
        [${name}]
        AddService = Svc, 0x2, Svc_Inst
        `,
        none,
      );
    fixed(missingFunctionDriver, text('Dev.NT.Service'), text('Dev.NT.Services'), 'rename-section');
  });

  test('marks the service where there are no flags, and the header where several services lack them', () => {
    rule(
      missingFunctionDriver,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc,, Svc_Inst
                     ~~~ missing-function-driver USB\\VID_1209&PID_0001 gets no function driver: no AddService of [Dev.NT.Services] has the flag 0x2.
        `,
        options,
      ),
    );
    rule(
      missingFunctionDriver,
      driver(
        `
        [Dev.NT.Services]
        ~~~~~~~~~~~~~~~~~ missing-function-driver USB\\VID_1209&PID_0001 gets no function driver: no AddService of [Dev.NT.Services] has the flag 0x2.
        AddService = Svc, 0, Svc_Inst
        AddService = Other,, Svc_Inst
        `,
        options,
      ),
    );
  });

  test('only warns where no Windows since 10 1809 installs the device', () => {
    const older = `
        [Manufacturer]
        %Vendor% = Models, NTamd64.10.0...14393, NTamd64.10.0...17763
        [Models.NTamd64.10.0...14393]
        %Device% = Old, USB\\VID_1209&PID_0001
        %Device% = Older, USB\\VID_1209&PID_0002
    `;
    rule(
      missingFunctionDriver,
      driver(
        `
        ${older}
        [Old]
        ~~~~~ missing-function-driver USB\\VID_1209&PID_0001 gets no function driver: [Old] has no section [Old.Services].
        [Older]
        [Older.Services]
        ~~~~~~~~~~~~~~~~ missing-function-driver USB\\VID_1209&PID_0002 gets no function driver: no AddService of [Older.Services] has the flag 0x2.
        `,
        options,
      ),
    );
  });

  test('accepts function drivers, the statement that there is none, and what other INFs bring', () => {
    rule(missingFunctionDriver, driver('', options));
    rule(missingFunctionDriver, driver('[Dev.NT.Services]\nAddService = ,2', none));
    rule(
      missingFunctionDriver,
      driver('[Dev.NT.Services]\nInclude = usb.inf\nNeeds = Composite.Dev.NT.Services', none),
    );
    rule(missingFunctionDriver, driver('[Dev.NT]\nInclude = usb.inf\nNeeds = Composite.Dev.NT', none));
    rule(missingFunctionDriver, driver('[Dev.NT.Services]\nAddService = Svc, @FLAGS@, Svc_Inst', none));
    rule(missingFunctionDriver, driver('[Dev.NT.Services]\n@SERVICES@', none));
  });

  test('accepts extension INFs and classes without function drivers', () => {
    for (const className of ['Extension', 'NetService', 'NetTrans', 'Modem', 'Monitor', 'Firmware']) {
      rule(missingFunctionDriver, driver('[Dev.NT]', { ...none, className }));
    }
  });

  test('says that the device needs none', () => {
    fixed(
      missingFunctionDriver,
      driver('[Dev.NT.Services]\nAddService = Svc,, Svc_Inst\n', options),
      driver('[Dev.NT.Services]\nAddService = Svc,, Svc_Inst\nAddService = ,2\n', options),
      'no-function-driver',
    );
    const before = driver('[Dev.NT]', none);
    fixed(
      missingFunctionDriver,
      before,
      before.replace('svc.cat', 'svc.cat').replace(/(\[Dev\.NT\][^[]*)/, '$1[Dev.NT.Services]\nAddService = ,2\n'),
      'no-function-driver',
    );
  });

  test('makes a driver the function driver', () => {
    const before = driver(
      `
      [Dev.NT.Services]
      AddService = Svc, 0x8, Svc_Inst
      AddService = Helper,, Helper_Inst
      [Helper_Inst]
      ServiceType = 0x10
      `,
      options,
    );
    fixed(missingFunctionDriver, before, before.replace('0x8', '0x0000000a'), 'make-function-driver-svc');
    assert.deepEqual(actionsOf(missingFunctionDriver, before), [
      'make-function-driver-svc: Make Svc the function driver (flag 0x2)',
      'no-function-driver: Say that the device needs no function driver: AddService = ,2 in [Dev.NT.Services]',
    ]);
  });

  test('renames the section that Windows does not look for', () => {
    const before = driver('[Dev.NTamd64.Services]\nAddService = Svc, 0x2, Svc_Inst', none);
    fixed(missingFunctionDriver, before, before.replace('[Dev.NTamd64.', '[Dev.NT.'), 'rename-section');
  });

  test('asks for none where the spooler loads the driver', () => {
    for (const className of ['Printer', 'PrintQueue']) {
      rule(missingFunctionDriver, driver('', { ...none, className }));
    }
  });

  test('leaves an AddService without a name to the rule about it', () => {
    rule(missingFunctionDriver, driver('[Dev.NT.Services]\nAddService =\n', none));
  });
});
