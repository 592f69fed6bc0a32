import disabledFunctionDriver from '../../server/src/rules/disabled-function-driver.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('disabled-function-driver', () => {
  test('reports a function driver that must not start', () => {
    rule(
      disabledFunctionDriver,
      driver(
        `
        [Svc_Inst]
        StartType = %SERVICE_DISABLED%
                    ~~~~~~~~~~~~~~~~~~ disabled-function-driver StartType = 0x4 disables Svc, the function driver: its device cannot be installed.
        [Strings]
        SERVICE_DISABLED = 0x4
        `,
        options,
      ),
    );
  });

  test('accepts other services that are disabled, and function drivers that start', () => {
    rule(
      disabledFunctionDriver,
      driver(
        `
        [Dev.NT.Services]
        AddService = Other,, Other_Inst
        [Other_Inst]
        StartType = 4
        `,
        options,
      ),
    );
  });

  test('lets it start on demand', () => {
    fixed(
      disabledFunctionDriver,
      driver('[Svc_Inst]\nStartType = 4 ; for now', options),
      driver('[Svc_Inst]\nStartType = 3 ; for now', options),
      'start-on-demand',
    );
  });
});
