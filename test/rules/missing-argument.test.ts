import missingArgument from '../../server/src/rules/missing-argument.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('missing-argument', () => {
  test('reports a missing section name', () => {
    rule(
      missingArgument,
      driver(
        `
        [Dev.NT]
        AddReg =
        ~~~~~~~~ missing-argument AddReg in DDInstall [Dev.NT] lacks the name of its add-registry section.
        [Manufacturer]
        %Other% =
        ~~~~~~~~~ missing-argument The manufacturer %Other% lacks the name of its Models section.
        [Models.NTamd64.10.0...17763]
        %Device2% = , USB\\VID_1209&PID_0002
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-argument The device %Device2% lacks the name of its DDInstall section.
        `,
        options,
      ),
    );
  });

  test('reports missing values', () => {
    rule(
      missingArgument,
      driver(
        `
        [Svc_Inst]
        Description =
        ~~~~~~~~~~~~~ missing-argument Description in service-install section [Svc_Inst] lacks its value: the text.
        [Dev.NT.Events]
        AddEventProvider = , Provider
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-argument AddEventProvider in DDInstall.Events [Dev.NT.Events] lacks the provider, its value number 1.
        [Provider]
        ProviderName = Example
        ResourceFile = %13%\\svc.sys
        AddChannel = Example/Operational
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-argument AddChannel in event-provider section [Provider] is incomplete: the channel type is missing, its value number 2.
        `,
        options,
      ),
    );
  });

  test('takes what may be left out', () => {
    rule(
      missingArgument,
      driver(
        `
        [Dev.NT.Services]
        AddService = , 0x2
        [Dev.NT.Interfaces]
        AddInterface = {11111111-2222-3333-4444-555555555555}
        [Svc_Inst]
        DisplayName = ""
        `,
        options,
      ),
    );
  });

  test('asks a named service for its section', () => {
    rule(
      missingArgument,
      driver(
        `
        [Dev.NT.Services]
        AddService = Other, 0
        ~~~~~~~~~~~~~~~~~~~~~ missing-argument AddService in DDInstall.Services [Dev.NT.Services] lacks the name of its service-install section.
        AddService = , 2
        AddService = $SERVICE$, 0x2
        `,
        options,
      ),
    );
  });
});
