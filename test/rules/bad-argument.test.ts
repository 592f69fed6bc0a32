import badArgument from '../../server/src/rules/bad-argument.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const LONG = 'x'.repeat(256);

suite('bad-argument', () => {
  test('reports numbers that are none, or none of those defined', () => {
    rule(
      badArgument,
      driver(
        `
        [Svc_Inst]
        StartType = SERVICE_DEMAND_START
                    ~~~~~~~~~~~~~~~~~~~~ bad-argument The start of StartType must be a number, and "SERVICE_DEMAND_START" is none.
        ErrorControl = 7
                       ~ bad-argument The level of ErrorControl must be 0, 1, 2 or 3, not "7".
        ServiceType = 0x8001
                      ~~~~~~ bad-argument The bits 0x8000 of 0x8001 have no documented meaning in the type of ServiceType.
        Security = Everyone
                   ~~~~~~~~ bad-argument The security descriptor of Security must begin with O:, G:, D: or S:, and "Everyone" does not.
        [Dev.NT.Filters]
        AddFilter = Svc, 4, Svc_Filter
                         ~ bad-argument In the field flags of AddFilter only 0 or nothing may stand, not 4.
        [Svc_Filter]
        FilterPosition = Uper
                         ~~~~ bad-argument The position of FilterPosition must be Upper or Lower, not "Uper".
        [Dev.NT.Events]
        AddEventProvider = {11111111-2222-3333-4444-555555555555}, Provider
        AddAutoLogger = Example, {11111111-2222-3333-4444-555555555555}, Logger
        [Logger]
        Start = 1
        BufferSize = 4096
                     ~~~~ bad-argument The value of BufferSize must be 1 to 1023, not 4096.
        [Provider]
        ProviderName = ${LONG}
                       ${'~'.repeat(256)} bad-argument The name of ProviderName has 256 characters; more than 255 are too many.
        ResourceFile = %13%\\svc.sys
        `,
        options,
      ),
    );
  });

  test('takes numbers in all forms, tokens and placeholders', () => {
    rule(
      badArgument,
      driver(
        `
        [Svc_Inst]
        ServiceType = %SERVICE_KERNEL_DRIVER%
        StartType = 0x3
        ErrorControl = 01
        LoadOrderGroup = My Own Group
        Security = "D:P(A;;GA;;;SY)"
        BootFlags = $FLAGS$
        [Dev.NT.Wdf]
        UmdfDirectHardwareAccess = AllowDirectHardwareAccessAndDma
        [Dev.NT.Filters]
        AddFilter = Svc, 0x0, Svc_Filter
        [Svc_Filter]
        FilterPosition = upper
        [Dev.NT.Events]
        AddAutoLogger = Example, {11111111-2222-3333-4444-555555555555}, Logger
        [Logger]
        Start = 1
        AddAutoLoggerProvider = {11111111-2222-3333-4444-555555555555}, LoggerProvider
        [LoggerProvider]
        MatchAnyKeyword = 0x8000000000000000
        [Dev.NT]
        AddProperty = Dev_Properties
        [Dev_Properties]
        {11111111-2222-3333-4444-555555555555}, 1, 0x12,, Text
        [Strings]
        SERVICE_KERNEL_DRIVER = 1
        `,
        options,
      ),
    );
  });

  test('cures it by set-value', () => {
    const symbol = driver('[Svc_Inst]\nStartType = SERVICE_DEMAND_START', options);
    fixed(badArgument, symbol, symbol.replace('SERVICE_DEMAND_START', '3'), 'set-value');
    const word = driver('[Dev.NT.Filters]\nAddFilter = Svc,, F\n[F]\nFilterPosition = Uper', options);
    fixed(badArgument, word, word.replace('Uper', 'Upper'), 'set-value');
    const zero = driver('[Dev.NT.Filters]\nAddFilter = Svc, 4, F\n[F]\nFilterPosition = Upper', options);
    fixed(badArgument, zero, zero.replace('Svc, 4', 'Svc, 0'), 'set-value');
  });
});
