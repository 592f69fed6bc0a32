import unknownDirective from '../../server/src/rules/unknown-directive.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('unknown-directive', () => {
  test('offers the nearest name', () => {
    rule(
      unknownDirective,
      driver(
        `
        [Svc_Inst]
        StratType = 3
        ~~~~~~~~~ unknown-directive "StratType" is no directive of service-install section [Svc_Inst]; the nearest is StartType.
        [Dev.NT]
        CopyFile = Svc_Files
        ~~~~~~~~ unknown-directive "CopyFile" is no directive of DDInstall [Dev.NT]; the nearest is CopyFiles.
        `,
        options,
      ),
    );
  });

  test('says where a directive belongs', () => {
    rule(
      unknownDirective,
      driver(
        `
        [Dev.NT.Services]
        ServiceType = 1
        ~~~~~~~~~~~ unknown-directive "ServiceType" has no meaning in DDInstall.Services [Dev.NT.Services]; its place is service-install section or UMDF service section.
        [Dev.NT]
        Colour = red
        ~~~~~~ unknown-directive "Colour" is no directive of DDInstall [Dev.NT].
        `,
        options,
      ),
    );
  });

  test('reports lines of another form', () => {
    rule(
      unknownDirective,
      driver(
        `
        [Dev.NT.HW]
        HKR,,Example,,1
        ~~~~~~~~~~~~~~~ unknown-directive Windows skips this registry line: it stands in DDInstall.HW [Dev.NT.HW], not in an add-registry section that AddReg names.
        [Svc_Inst]
        StartType 3
        ~~~~~~~~~~~ unknown-directive This line of service-install section [Svc_Inst] has no "=": the lines there are of the form key = value.
        [Svc_Files]
        file = svc.sys
        ~~~~ unknown-directive Windows takes "file =" for no part of the list: file list of CopyFiles [Svc_Files] has lines without a key.
        `,
        options,
      ),
    );
  });

  test('takes what may stand there', () => {
    rule(
      unknownDirective,
      driver(
        `
        [Dev.NT]
        AddReg = Dev_AddReg
        FeatureScore = F0
        Reboot
        @EXTRA@ = 1
        [Dev_AddReg]
        HKR,,Example,,1
        [Svc_Inst]
        Description = %Device% ; whatever comes
        Tag = 10
        `,
        options,
      ),
    );
  });

  test('takes keywords of network adapters', () => {
    rule(
      unknownDirective,
      driver(
        `
        [Dev.NT]
        Characteristics = 0x84
        EnableDhcp = 0
        *IfType = 6
        *ExampleKeyword = 1
        `,
        { ...options, className: 'Net' },
      ),
    );
  });

  test('takes a UMDF service section that bears the name of a DDInstall section', () => {
    rule(
      unknownDirective,
      driver(
        `
        [Dev.NT.Wdf]
        UmdfService      = Example, Dev
        UmdfServiceOrder = Example
        [Dev]
        UmdfLibraryVersion = 2.15.0
        DelReg = Dev_DelReg
        ~~~~~~ unknown-directive "DelReg" has no meaning in UMDF service section [Dev]; its place is DDInstall, DDInstall.HW, DDInstall.CoInstallers or another one.
        [Dev_DelReg]
        `,
        options,
      ),
    );
  });

  test('takes settings and companions of UMDF drivers', () => {
    rule(
      unknownDirective,
      driver(
        `
        [Dev.NT.Wdf]
        UmdfService      = Example, Example_Umdf
        UmdfServiceOrder = Example
        [Example_Umdf]
        UmdfLibraryVersion = 2.33.0
        ServiceType        = SecureCompanion
        TrustletIdentity   = 4096
        AddReg             = Example_AddReg
        [Example_AddReg]
        HKR,Parameters,LogPages,0x00010001,2
        `,
        options,
      ),
    );
  });

  test('takes an install section that is called DeviceInstall', () => {
    rule(
      unknownDirective,
      driver(
        `
        [Models.NTamd64.10.0...17763]
        %Device% = DeviceInstall, COMPUTER\\{d5a4c8a2-0f4e-5c0b-9d53-5e3b9d1c7a60}
        [DeviceInstall]
        AddProperty = Example_Properties
        [Example_Properties]
        ContainerModelName,,,, "Example"
        `,
        options,
      ),
    );
  });

  test('takes what classes of devices have of their own', () => {
    rule(
      unknownDirective,
      driver(
        `
        [Dev.NT]
        PreferDeviceInfo = 1
        DefaultDataType  = EMF
        WIASection       = Dev_Scanner
        [Dev_Scanner]
        Description = %Device%
        SubClass    = StillImage
        DeviceType  = 1
        AddReg      = Scanner_AddReg
        USDClass    = "{6f0a9c1e-58c4-4f4b-8f0a-0d6c4b1f2e77}"
        [Scanner_AddReg]
        HKR,,HardwareConfig,1,1
        [ControlFlags]
        AlwaysExcludeFromSelect = {6f0a9c1e-58c4-4f4b-8f0a-0d6c4b1f2e77}
        [PortMonitors]
        %Device% = Monitor_Inst
        [Monitor_Inst]
        CopyFiles = @monitor.dll
        PortMonitorDll = monitor.dll
        `,
        { ...options, className: 'Printer' },
      ),
    );
  });

  test('cures it by rename-directive', () => {
    fixed(
      unknownDirective,
      driver('[Svc_Inst]\nStratType = 3 ; on demand', options),
      driver('[Svc_Inst]\nStratType = 3 ; on demand', options).replace('StratType', 'StartType'),
      'rename-directive',
    );
  });
});
