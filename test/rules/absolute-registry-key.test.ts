import assert from 'node:assert/strict';
import absoluteRegistryKey from '../../server/src/rules/absolute-registry-key.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

suite('absolute-registry-key', () => {
  test('reports keys outside HKR that a signature bars, and the others once a section', () => {
    rule(
      absoluteRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
      ~~~~ absolute-registry-key "Speed" is written to HKLM\\SOFTWARE\\Example, outside the keys that belong to the driver; isolation allows HKR only: HKR stands for the own keys of the device, service or interface.
      HKLM,SOFTWARE\\Example\\Key
      ~~~~ absolute-registry-key The key is written to HKLM\\SOFTWARE\\Example\\Key, outside the keys that belong to the driver; isolation allows HKR only: HKR stands for the own keys of the device, service or interface.
      HKLM,SOFTWARE\\Example\\Key,,0x00000010
      ~~~~ absolute-registry-key The key is written to HKLM\\SOFTWARE\\Example\\Key, outside the keys that belong to the driver; isolation allows HKR only: HKR stands for the own keys of the device, service or interface.
      HKCU,Example,,,1
      ~~~~ absolute-registry-key The unnamed value is written to HKCU\\Example, outside the keys that belong to the driver; isolation allows HKR only: HKR stands for the own keys of the device, service or interface.
      HKLM,SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnceMore,Speed,,1
      ~~~~ absolute-registry-key "Speed" is written to HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnceMore, outside the keys that belong to the driver; isolation allows HKR only: HKR stands for the own keys of the device, service or interface.
      HKLM,SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce,Speed,,"example.exe"
      ~~~~ absolute-registry-key "Speed" is written to HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce; a signature still allows that, isolation does not: AddSoftware in a component INF starts what shall run once.
      HKLM,SYSTEM\\CurrentControlSet\\Control\\Example,Speed,,1
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('tells for keys alone, too, that a signature does not bar them yet', () => {
    rule(
      absoluteRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKCR,Example
      ~~~~ absolute-registry-key The key is written to HKCR\\Example; a signature still allows that, isolation does not: HKR stands for the own keys of the device, service or interface.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports all of them as not isolated in mode w', () => {
    rule(
      absoluteRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
      ~~~~ absolute-registry-key "Speed" is written to HKLM\\SOFTWARE\\Example, outside the keys that belong to the driver; isolation allows HKR only: HKR stands for the own keys of the device, service or interface.
      HKLM,SOFTWARE\\Khronos\\Vulkan,Speed,0x00010001,1
      ~~~~ absolute-registry-key "Speed" is written to HKLM\\SOFTWARE\\Khronos\\Vulkan; a signature still allows that, isolation does not: HKR stands for the own keys of the device, service or interface.
      HKLM,\\SOFTWARE\\Khronos\\OpenCL,Speed,0x00010001,1
      ~~~~ absolute-registry-key "Speed" is written to HKLM\\SOFTWARE\\Khronos\\OpenCL, outside the keys that belong to the driver; isolation allows HKR only: HKR stands for the own keys of the device, service or interface.
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
      ~~~~ absolute-registry-key The unnamed value is written to HKCR\\CLSID\\{11111111-2222-3333-4444-555555555555}, outside the keys that belong to the driver; isolation allows HKR only: from Windows 11 24H2 on AddComServer in a DDInstall.COM section registers a COM server.
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555}\\InprocServer32
      ~~~~ absolute-registry-key The key is written to HKCR\\CLSID\\{11111111-2222-3333-4444-555555555555}\\InprocServer32, outside the keys that belong to the driver; isolation allows HKR only: from Windows 11 24H2 on AddComServer in a DDInstall.COM section registers a COM server.
    `,
        { id: USB_DEVICE },
      ),
      { mode: 'w' },
    );
  });

  test('leaves COM and Media Foundation alone in mode u', () => {
    rule(
      absoluteRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
      HKLM,SOFTWARE\\Classes\\CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
      HKLM,SOFTWARE\\Wow6432Node\\Microsoft\\Windows Media Foundation\\Example,,,"Example"
      HKLM,SYSTEM\\CurrentControlSet\\Control\\MediaCategories\\{11111111-2222-3333-4444-555555555555},Name,,"Example"
      ~~~~ absolute-registry-key This line writes to HKLM\\SYSTEM\\CurrentControlSet\\Control\\MediaCategories\\{11111111-2222-3333-4444-555555555555} by an absolute root, which is left to registrations of COM and Media Foundation: HKR,MediaCategories in the DDInstall section names them for the device (Windows 10 1809).
    `,
        { id: USB_DEVICE },
      ),
      { mode: 'u' },
    );
  });

  test('warns in mode k', () => {
    rule(
      absoluteRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKU,.DEFAULT\\Example,Speed,0x00010001,1
      ~~~ absolute-registry-key This line writes to HKU\\.DEFAULT\\Example by an absolute root, which is left to registrations of COM and Media Foundation: HKR stands for the own keys of the device, service or interface.
    `,
        { id: USB_DEVICE },
      ),
      { mode: 'k' },
    );
  });

  test('is silent in mode h on what only older Windows installs', () => {
    rule(
      absoluteRegistryKey,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64, NTamd64.10.0...22000
      [Models.NTamd64]
      %Device% = Old, USB\\VID_1209&PID_0001
      [Models.NTamd64.10.0...22000]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Old.NT]
      AddReg = Old_Reg
      [Old_Reg]
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
    `,
        { id: USB_DEVICE, target: 'NTamd64.10.0...22000' },
      ),
    );
  });

  test('reports in mode w what only older Windows installs', () => {
    rule(
      absoluteRegistryKey,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64, NTamd64.10.0...22000
      [Models.NTamd64]
      %Device% = Old, USB\\VID_1209&PID_0001
      [Models.NTamd64.10.0...22000]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Old.NT]
      AddReg = Old_Reg
      [Old_Reg]
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
      ~~~~ absolute-registry-key "Speed" is written to HKLM\\SOFTWARE\\Example, outside the keys that belong to the driver; isolation allows HKR only: HKR stands for the own keys of the device, service or interface.
      HKLM,SOFTWARE\\Example
      ~~~~ absolute-registry-key The key is written to HKLM\\SOFTWARE\\Example, outside the keys that belong to the driver; isolation allows HKR only: HKR stands for the own keys of the device, service or interface.
    `,
        { id: USB_DEVICE, target: 'NTamd64.10.0...22000' },
      ),
      { mode: 'w' },
    );
  });

  test('is silent on what nothing applies', () => {
    rule(
      absoluteRegistryKey,
      driver(
        `
      [Unused.NT]
      AddReg = Unused_Reg
      [Unused_Reg]
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      { mode: 'w' },
    );
  });

  test('leaves to other rules what they report', () => {
    rule(
      absoluteRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,Speed,0x00010001,1
      HKLM,SYSTEM\\Setup,Speed,0x00010001,1
      HKLM,SYSTEM\\CurrentControlSet\\Services\\Svc\\Parameters,DmaRemappingCompatible,0x00010001,1
      HKCR,AudioEngine\\AudioProcessingObjects\\{11111111-2222-3333-4444-555555555555},FriendlyName,,"Example"
      HKLM,SYSTEM\\CurrentControlSet\\Control\\CoDeviceInstallers,{4d36e97d-e325-11ce-bfc1-08002be10318},0x00010008,"example.dll,Entry"
    `,
        { id: USB_DEVICE },
      ),
      { mode: 'w' },
    );
  });

  test('writes the names of media categories below HKR', () => {
    fixed(
      absoluteRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\CurrentControlSet\\Control\\MediaCategories\\{11111111-2222-3333-4444-555555555555},Name,,"Example"
      HKLM,"System\\CurrentControlSet\\Control\\MediaCategories\\{22222222-2222-3333-4444-555555555555}",Name,,"Second" ; why
      HKLM,SYSTEM\\CurrentControlSet\\Control\\MediaCategories\\{11111111-2222-3333-4444-555555555555},Display,1,00,00,00,00
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,MediaCategories\\{11111111-2222-3333-4444-555555555555},Name,,"Example"
      HKR,"MediaCategories\\{22222222-2222-3333-4444-555555555555}",Name,,"Second" ; why
      HKLM,SYSTEM\\CurrentControlSet\\Control\\MediaCategories\\{11111111-2222-3333-4444-555555555555},Display,1,00,00,00,00
    `,
        { id: USB_DEVICE },
      ),
      'make-relative',
    );
  });

  test('removes what nothing reads', () => {
    fixed(
      absoluteRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\CurrentControlSet\\Control\\MediaCategories\\{11111111-2222-3333-4444-555555555555},Display,1,00,00,00,00
      HKLM,SYSTEM\\CurrentControlSet\\Control\\DmaSecurity\\AllowedBuses,"Example",0,"PCI\\VEN_ABCD&DEV_0123"
      HKR,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      'remove-unused-lines',
    );
  });

  const SVC = 'SYSTEM\\CurrentControlSet\\Services\\Svc';

  test('writes the parameters of a service below HKR where its own section holds them', () => {
    const body = (first: string, second: string): string =>
      driver(
        `[Svc_Inst]\nAddReg = Svc_Reg\n[Svc_Reg]\n${first},A,0x00010001,1 ; one\nHKLM,SOFTWARE\\X,B,,1\n${second},C,,2\n`,
        { id: USB_DEVICE },
      );
    fixed(
      absoluteRegistryKey,
      body(`HKLM, "\\${SVC}\\Parameters"`, `hklm,${SVC}\\Parameters\\Sub`),
      body('HKR, "Parameters"', 'HKR,Parameters\\Sub'),
      'make-relative',
    );
  });

  test('moves the parameters of a service to its own add-registry section', () => {
    fixed(
      absoluteRegistryKey,
      driver(
        `
        [Dev.NT]
        AddReg = Dev_Reg
        [Dev_Reg]
        HKR,,A,,1
        HKLM,"${SVC}\\Parameters",B,0x00010000,"x",\\
          "y" ; two
        HKLM,${SVC}\\Parameters
        `,
        { id: USB_DEVICE },
      ),
      driver(
        `
        [Dev.NT]
        AddReg = Dev_Reg
        [Dev_Reg]
        HKR,,A,,1
        `,
        { id: USB_DEVICE },
      ).replace(
        /(\[Svc_Inst\](?:\n\w.*)*)/,
        `$1\nAddReg        = Svc_Inst_Parameters\n[Svc_Inst_Parameters]\nHKR,"Parameters",B,0x00010000,"x",\\\n  "y" ; two\nHKR,Parameters`,
      ),
      'move-to-service',
    );
  });

  test('puts them behind what the service has already, and drops the section that held nothing else', () => {
    fixed(
      absoluteRegistryKey,
      driver(
        `
        [Dev.NT]
        AddReg = Dev_Reg
        [Dev_Reg]
        HKLM,${SVC}\\Parameters,B,,1
        [Svc_Inst]
        AddReg = Svc_Reg
        [Svc_Reg]
        HKR,Parameters,A,,1
        `,
        { id: USB_DEVICE },
      ),
      driver(
        `
        [Dev.NT]
        [Svc_Inst]
        AddReg = Svc_Reg
        [Svc_Reg]
        HKR,Parameters,A,,1
        HKR,Parameters,B,,1
        `,
        { id: USB_DEVICE },
      ),
      'move-to-service',
    );
  });

  test('leaves the keys of other services, and what stands above Parameters', () => {
    const of = (line: string): readonly string[] =>
      actionsOf(absoluteRegistryKey, driver(`[Dev.NT]\nAddReg = R\n[R]\n${line},A,,1\n`, { id: USB_DEVICE }));
    assert.deepEqual(of(`HKLM,${SVC}2\\Parameters`), []);
    assert.deepEqual(of(`HKLM,${SVC}`), []);
    assert.deepEqual(of(`HKLM,${SVC}\\Parameters2`), []);
    assert.equal(of(`HKLM,${SVC}\\Parameters`).length, 1);
  });

  test('writes values of the own class below HKR in [ClassInstall32] only', () => {
    const guid = '{11111111-2222-3333-4444-555555555555}';
    const body = (from: string, line: string): string =>
      `[Version]\nClassGuid = ${guid}\n[${from}]\nAddReg = R\n[R]\n${line},A,,1\n`;
    const key = `HKLM,SYSTEM\\CurrentControlSet\\Control\\Class\\${guid}`;
    fixed(
      absoluteRegistryKey,
      body('ClassInstall32', `${key}\\Sub`),
      body('ClassInstall32', 'HKR,Sub'),
      'make-relative',
    );
    fixed(absoluteRegistryKey, body('ClassInstall32', key), body('ClassInstall32', 'HKR,'), 'make-relative');
    assert.deepEqual(actionsOf(absoluteRegistryKey, body('DefaultInstall.NTamd64', key)), []);
  });
});
