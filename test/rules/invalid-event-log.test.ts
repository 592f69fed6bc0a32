import badArgument from '../../server/src/rules/bad-argument.js';
import invalidEventLog from '../../server/src/rules/invalid-event-log.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('invalid-event-log', () => {
  test('reports logs that Windows does not have', () => {
    rule(
      [invalidEventLog, badArgument],
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 2, Svc_Inst, Svc_Log, Sytem
                                                ~~~~~ invalid-event-log The event log of AddService is System, Application or Security, not "Sytem".
        DelService = Old,, "Setup"
                           ~~~~~~~ invalid-event-log The event log of DelService is System, Application or Security, not "Setup".
        `,
        options,
      ),
    );
  });

  test('accepts the logs in any case, and what a build puts in', () => {
    rule(
      invalidEventLog,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 2, Svc_Inst, Svc_Log, system, Source
        AddService = A,, Svc_Inst, Svc_Log, %Log%
        AddService = B,, Svc_Inst, Svc_Log,, Source
        DelService = Old,, @LOG@
        [Strings]
        Log = "Application"
        `,
        options,
      ),
    );
  });

  test('changes it to the nearest log, or to that of drivers', () => {
    fixed(
      invalidEventLog,
      driver('[Dev.NT.Services]\nAddService = A,, Svc_Inst,, Aplication\nDelService = Old,, "Setup"', options),
      driver('[Dev.NT.Services]\nAddService = A,, Svc_Inst,, Application\nDelService = Old,, "System"', options),
      'set-value',
    );
  });
});
