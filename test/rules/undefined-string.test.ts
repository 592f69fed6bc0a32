import undefinedString from '../../server/src/rules/undefined-string.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('undefined-string', () => {
  test('reports a token that nobody defines', () => {
    rule(
      undefinedString,
      driver(
        `
      [Svc_Inst]
      DisplayName = %ServiceName%
                    ~~~~~~~~~~~~~ undefined-string Token %ServiceName% is not defined in [Strings].
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('names the nearest token', () => {
    rule(
      undefinedString,
      driver(
        `
      [Svc_Inst]
      DisplayName = %SvcNam%
                    ~~~~~~~~ undefined-string Token %SvcNam% is not defined in [Strings]; the nearest there is %SvcName%.
      [Strings]
      SvcName = "Example"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('takes a token with another number for another token', () => {
    rule(
      undefinedString,
      driver(
        `
      [Svc_Inst]
      DisplayName = %SvcName02%
                    ~~~~~~~~~~~ undefined-string Token %SvcName02% is not defined in [Strings].
      [Strings]
      SvcName01 = "Example"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('knows environment variables', () => {
    rule(
      undefinedString,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,,Path,0x20000,"%SystemRoot%\\Temp\\%1%"
                         ~~~~~~~~~~~~ undefined-string Token %SystemRoot% is not defined in [Strings]; the environment variable is written %%SystemRoot%%.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports single percent signs and text between two', () => {
    rule(
      undefinedString,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_AddReg
      [Dev_AddReg]
      HKR,,Share,,"90%"
                     ~ undefined-string A percent sign marks a token of [Strings]; the sign itself is written %%.
      HKR,,Command,,"run ""%1"" %*"
                           ~~~~~~ undefined-string A percent sign marks a token of [Strings]; the sign itself is written %%.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a token of a localized section only', () => {
    rule(
      undefinedString,
      driver(
        `
      [Svc_Inst]
      DisplayName = %SvcName%
                    ~~~~~~~~~ undefined-string Token %SvcName% is defined in [Strings.0407] only, so Windows in other languages leaves it open.
      [Strings]
      [Strings.0407]
      SvcName = "Beispiel"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about defined tokens in any case, dirids, doubled signs and placeholders', () => {
    rule(
      undefinedString,
      driver(
        `
      [Svc_Inst]
      DisplayName = %SVCNAME%
      Description = "100%% of %@NAME@%"
      AddReg = Svc_AddReg
      [Svc_AddReg]
      HKR,,Path,,%13%\\%%SystemRoot%%
      [Strings]
      SvcName = "50% of %All%"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent in sections that play no role', () => {
    rule(
      undefinedString,
      driver(
        `
      [Notes]
      %What% = ever
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent in resource requirements, where the sign precedes a mask', () => {
    rule(
      undefinedString,
      driver(
        `
      [Dev.NT]
      LogConfig = Dev_Config
      [Dev_Config]
      ConfigPriority = HARDWIRED
      IOConfig = 8@100-ffff%fff8(3ff::)
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about a template that gets its strings from the build', () => {
    rule(
      undefinedString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Svc_Inst]
      DisplayName = %SvcName%
    `,
      { uri: 'file:///driver.inx' },
    );
  });

  test('cures it by a safe fix', () => {
    fixed(
      undefinedString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      AddReg = A

      [A]
      HKR,,Path,0x20000,"%SystemRoot%\\a" ; a
      HKR,,Share,,90%

      [Strings]
      A = "b"
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      AddReg = A

      [A]
      HKR,,Path,0x20000,"%%SystemRoot%%\\a" ; a
      HKR,,Share,,90%%

      [Strings]
      A = "b"
    `,
    );
  });

  test('cures it by rename-token', () => {
    fixed(
      undefinedString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Vendro% = Models,NTamd64

      [Strings]
      Vendor = "Example"
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Vendor% = Models,NTamd64

      [Strings]
      Vendor = "Example"
    `,
      'rename-token',
    );
  });

  test('cures it by add-string', () => {
    fixed(
      undefinedString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      AddReg = A

      [A]
      HKR,,Count,%REG_DWORD%,1

      [Strings]
      Device   = "Device"
      Vendor   = "Example"
      ; end
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      AddReg = A

      [A]
      HKR,,Count,%REG_DWORD%,1

      [Strings]
      Device   = "Device"
      Vendor   = "Example"
      REG_DWORD = 0x00010001
      ; end
    `,
      'add-string',
    );
  });

  test('cures it by add-string (2)', () => {
    fixed(
      undefinedString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Vendor% = Models,NTamd64
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Vendor% = Models,NTamd64

      [Strings]
      Vendor = "Vendor"
    `,
      'add-string',
    );
  });

  test('cures it by add-string (3)', () => {
    fixed(
      undefinedString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Vendor% = Models,NTamd64

      [Strings]
      Device = "Device"

      [Strings.0407]
      Vendor = Beispiel
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Vendor% = Models,NTamd64

      [Strings]
      Device = "Device"
      Vendor = Beispiel

      [Strings.0407]
      Vendor = Beispiel
    `,
      'add-string',
    );
  });

  test('defines a streaming category with its GUID', () => {
    const text = (strings: string) => `[Manufacturer]
%V% = Models, NTamd64
[Models.NTamd64]
%V% = Dev, USB\\VID_1209
[Dev.NT]
[Dev.NT.Interfaces]
AddInterface = %KSCATEGORY_RENDER%, Wave
[Strings]
V = "V"
${strings}`;
    const line = 'KSCATEGORY_RENDER = "{65e8773e-8f56-11d0-a3b9-00a0c9223196}"\n';
    fixed(undefinedString, text(''), text(line), 'add-string');
  });

  test('tells that no variable begins the path of a service', () => {
    const text = (path: string) => `
      [Svc_Inst]
      ServiceType   = 1
      StartType     = 3
      ErrorControl  = 1
      ServiceBinary = ${path}
`;
    const finding =
      '                      ~~~~~~~~~~~~ undefined-string Token %SystemRoot% is not defined in [Strings]; the path of a service begins with a dirid, as in %13%\\driver.sys, not with an environment variable.\n';
    const options = { without: ['ServiceBinary', 'ServiceType', 'StartType', 'ErrorControl'] };
    rule(undefinedString, driver(text('%SystemRoot%\\System32\\drivers\\other.sys') + finding, options));
    const whole = (path: string) => `[Manufacturer]
%V% = Models, NTamd64
[Models.NTamd64]
%D% = Dev, USB\\VID_1209
[Dev.NT]
[Dev.NT.Services]
AddService = Svc, 2, Inst
[Inst]
ServiceBinary = ${path}
[Strings]
V = "V"
D = "D"
`;
    const binary = (path: string, to: string) => {
      fixed(undefinedString, whole(path), whole(to), 'set-binary');
    };
    binary('%SystemRoot%\\System32\\drivers\\other.sys', '%12%\\other.sys');
    binary('"%windir%\\System32\\other.exe"', '"%11%\\other.exe"');
  });

  test('cures it by escape-percent', () => {
    fixed(
      undefinedString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Vendor% = Models,NTamd64
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %%Vendor%% = Models,NTamd64
    `,
      'escape-percent',
    );
  });
});
