import assert from 'node:assert/strict';
import severalFunctionDrivers from '../../server/src/rules/several-function-drivers.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('several-function-drivers', () => {
  test('reports the second function driver of an installation', () => {
    rule(
      severalFunctionDrivers,
      driver(
        `
        [Dev.NT.Services]
        AddService = Other, 0x0000000A, Other_Inst
        AddService = Filter, 0x8, Other_Inst
        AddService = Svc, %ASSOC%, Svc_Inst
                          ~~~~~~~ several-function-drivers Svc is made the function driver of [Dev.NT] (flag 0x2), which Other is already; a device has only one.
        AddService = ,2
                      ~ several-function-drivers The unnamed service is made the function driver of [Dev.NT] (flag 0x2), which Other is already; a device has only one.
        [Other_Inst]
        [Strings]
        ASSOC = 2
        `,
        options,
      ),
    );
  });

  test('accepts one function driver for each installation, and the same one twice', () => {
    rule(
      severalFunctionDrivers,
      driver(
        `
        [Dev.NT.Services]
        AddService = Filter,, Other_Inst
        [Models.NTamd64.10.0...17763]
        %Device% = Dev2, USB\\VID_1209&PID_0002
        [Dev2.NT]
        [Dev2.NT.Services]
        AddService = Other, 2, Other_Inst
        AddService = Other, 2, Other_Inst
        [Other_Inst]
        `,
        options,
      ),
    );
  });

  const before = driver(
    `
    [Dev.NT.Services]
    AddService = Other, 0x0000000A, Other_Inst ; first
    AddService = Svc, 2, Svc_Inst ; second
    [Other_Inst]
    `,
    options,
  );

  test('drops the flag of the one or the other', () => {
    fixed(severalFunctionDrivers, before, before.replace('Svc, 2, Svc', 'Svc, , Svc'), 'drop-flag');
    fixed(severalFunctionDrivers, before, before.replace('0x0000000A', '0x00000008'), 'drop-first-flag');
    actionsAre(before, [
      'drop-flag: Drop the flag 0x2 of Svc: it is not the function driver',
      'drop-first-flag: Drop the flag 0x2 of Other: it is not the function driver',
    ]);
  });

  test('removes a line that only says that there is no function driver', () => {
    const line = '    AddService = ,2\n';
    const unnamed = before.replace('AddService = Svc, 2, Svc_Inst ; second\n', 'AddService = ,2 ; none\n');
    fixed(severalFunctionDrivers, unnamed, unnamed.replace('AddService = ,2 ; none\n', ''), 'drop-flag');
    actionsAre(unnamed.replace(line, ''), [
      'drop-flag: Remove the line, which only says that there is no function driver',
      'drop-first-flag: Drop the flag 0x2 of Other: it is not the function driver',
    ]);
  });
});

function actionsAre(text: string, expected: readonly string[]): void {
  assert.deepEqual(actionsOf(severalFunctionDrivers, text), expected);
}
