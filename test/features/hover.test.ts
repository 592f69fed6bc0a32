import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeLenses } from '../../server/src/features/code-lens.js';
import { hover } from '../../server/src/features/hover.js';
import { driver } from '../support/snippet.js';
import { analyse, hoverAt } from './hover-at.js';

/** Checks what the hover at `<|>` is about, and that it says these things in this order. */
function says(template: string, about: string, ...parts: readonly (string | RegExp)[]): string {
  const found = hoverAt(template);
  assert.ok(found, 'no hover');
  assert.equal(found.about, about);
  let rest = found.text;
  for (const part of parts) {
    const at = typeof part === 'string' ? rest.indexOf(part) : rest.search(part);
    assert.ok(at >= 0, `${String(part)} is not said, or not in its place:\n${found.text}`);
    rest = rest.slice(at);
  }
  return found.text;
}

const PER_DRIVER = (line: string): string =>
  driver(`
    [Svc_Inst]
    AddReg = Svc_Reg
    [Svc_Reg]
    ${line}
  `);

const PER_DEVICE = (lines: string): string =>
  driver(`
    [Dev.NT.HW]
    AddReg = Dev_Reg
    [Dev_Reg]
    ${lines}
  `);

suite('hover: DMA remapping', () => {
  test('the value says what it means, what it brings here, what else it could be, and which key it is written to', () => {
    says(
      PER_DRIVER('HKR,Parameters,DmaRemappingCompatible,0x00010001,<|>1'),
      '1',
      '**DmaRemappingCompatible = 1: opt in.**',
      '**In force:** opt-in (Windows 10 1809 and later).',
      '| 0 | opt out',
      '| **1** | opt in',
      '| 2 | opt in only if external',
      '| 3 | opt in (Windows 11)',
      '| absent | Windows decides. |',
      '`HKLM\\SYSTEM\\CurrentControlSet\\Services\\Svc\\Parameters`',
      'through `[Dev.NT]` → `[Dev.NT.Services]` → `[Svc_Inst]` → `[Svc_Reg]`, for `PCI\\VEN_1B36&DEV_0010` (`NTamd64.10.0...17763`)',
      'https://learn.microsoft.com/windows-hardware/drivers/pci/enabling-dma-remapping-for-device-drivers',
    );
  });

  test('hexadecimal and quoted numbers and tokens are read', () => {
    for (const value of ['0x<|>0', '"<|>0"', '%Z<|>ero%']) {
      const text = PER_DRIVER(`HKR,Parameters,DmaRemappingCompatible,0x00010001,${value}`);
      const found = hoverAt(`${text}\r\n[Strings]\r\nZero = 0\r\n`);
      assert.match(found?.text ?? '', /^\*\*DmaRemappingCompatible = 0: opt out\.\*\*/);
    }
  });

  test('external only: Driver Verifier promotes 2 to 1', () => {
    says(
      PER_DRIVER('HKR,Parameters,DmaRemappingCompatible,0x00010001,<|>2'),
      '2',
      '**DmaRemappingCompatible = 2: opt in only if external.**',
      '**In force:** opt-in if external (Windows 10 1809 and later).',
      'Driver Verifier makes it 1',
    );
  });

  test('value 3 brings different policies to Windows 10 and 11', () => {
    says(
      PER_DRIVER('HKR,Parameters,DmaRemappingCompatible,0x00010001,<|>3'),
      '3',
      '**In force:** opt-in (Windows 11 and later), opt-in if external (from Windows 10 1809, before Windows 11).',
    );
  });

  test('the name compares with Device Manager and the DMAGuard policy, and says what to do about 0xE6', () => {
    says(
      PER_DEVICE('HKR,"DMA Management","<|>RemappingSupported",0x00010001,1'),
      '"RemappingSupported"',
      '**RemappingSupported** (DMA remapping, per device)',
      '**In force:** opt-in (Windows 11 24H2 and later).',
      '**Read by** Windows 11 24H2 and later.',
      'Windows ignores DmaRemappingCompatible',
      '`HKLM\\SYSTEM\\CurrentControlSet\\Enum\\PCI\\<device instance path>\\Device Parameters\\DMA Management`',
      '| 0 | opt out | opt out | not stated | block all |',
      '| 1 | opt in | opt in | opted out | only after login |',
      '| 2 | opt in only if external | – | capable | allow all |',
      'DEVPKEY_Device_DmaRemappingPolicy',
      '{83da6326-97a6-4088-9453-a1923f573b29}[18]',
      '**Driver Verifier:**',
      '0xE6',
      '0x26',
      'docs/dma-remapping.md',
    );
  });

  test('a misspelt name says the right one', () => {
    says(
      PER_DRIVER('HKR,Parameters,<|>DmaRemapingCompatible,0x00010001,1'),
      'DmaRemapingCompatible',
      '**DmaRemappingCompatible** (DMA remapping, per driver)',
      '`DmaRemapingCompatible` is not the name that Windows reads; it is `DmaRemappingCompatible`.',
      '**No effect:** Windows does not know a value named `DmaRemapingCompatible`.',
    );
  });

  test('in the wrong section the hover says which key the line writes and which one Windows reads', () => {
    says(
      driver(`
        [Dev.NT]
        AddReg = Dev_Reg
        [Dev_Reg]
        HKR,Parameters,DmaRemappingCompatible,0x00010001,<|>1
      `),
      '1',
      '**No effect:** the line writes to `HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\',
      'but Windows looks in `HKLM\\SYSTEM\\CurrentControlSet\\Services\\<service>\\Parameters`.',
    );
  });

  test('a line that nothing refers to is never written', () => {
    const orphan = (line: string): string =>
      driver(`
      [Orphan_Reg]
      ${line}
    `);
    const said = says(
      orphan('HKR,Parameters,DmaRemappingCompatible,0x00010001,<|>1'),
      '1',
      '**No effect:** no installation reaches this line.',
    );
    assert.doesNotMatch(said, /Writes to/);
    says(orphan('<|>HKR,,Anything,0x00010001,1'), 'HKR', '**Never written:** no installation reaches this line.');
  });

  test('a wrong type, a wrong number and a placeholder are called so', () => {
    says(
      PER_DRIVER('HKR,Parameters,DmaRemappingCompatible,,<|>1'),
      '1',
      '**No effect:** the value is not written as a number',
    );
    says(
      PER_DRIVER('HKR,Parameters,DmaRemappingCompatible,0x00010001,<|>7'),
      '7',
      '**DmaRemappingCompatible** does not know the value `7`.',
      '**No effect:**',
    );
    says(
      PER_DRIVER('HKR,Parameters,DmaRemappingCompatible,0x00010001,<|>INX_DMA'),
      'INX_DMA',
      '**DmaRemappingCompatible** is set by the build: `INX_DMA`.',
      'The build decides',
    );
  });

  test('a value that another line replaces is overruled', () => {
    says(
      PER_DRIVER(
        'HKR,Parameters,DmaRemappingCompatible,0x00010001,<|>0\nHKR,Parameters,DmaRemappingCompatible,0x00010001,1',
      ),
      '0',
      '**Overruled:**',
    );
  });

  test('RemappingFlags counts beside RemappingSupported = 1 only', () => {
    const flags = 'HKR,"DMA Management",RemappingFlags,0x00010001,<|>1';
    says(PER_DEVICE(flags), '1', '**No effect:** it counts only beside `RemappingSupported` = 1.');
    says(
      PER_DEVICE(`${flags}\nHKR,"DMA Management",RemappingSupported,0x00010001,1`),
      '1',
      '**RemappingFlags = 1: only if external.**',
      'makes the opt-in conditional',
    );
  });

  test('the subkey says where Windows looks', () => {
    says(
      PER_DEVICE('HKR,<|>DMAManagement,RemappingSupported,0x00010001,1'),
      'DMAManagement',
      'Windows looks for `RemappingSupported` in the subkey `DMA Management`',
      '**No effect:** the line writes to `HKLM\\SYSTEM\\CurrentControlSet\\Enum\\PCI\\<device instance path>\\Device Parameters\\DMAManagement`',
    );
  });

  test('the flags are taken apart, and the right type is named', () => {
    says(
      PER_DRIVER('HKR,Parameters,DmaRemappingCompatible,<|>0x00010003,1'),
      '0x00010003',
      '`DmaRemappingCompatible` must be a REG_DWORD',
      '**0x00010003**',
      'FLG_ADDREG_TYPE_DWORD',
      'FLG_ADDREG_NOCLOBBER',
    );
    says(PER_DRIVER('HKR,Parameters,DmaRemappingCompatible,<|>0,1'), '0', '**Wrong type.**', 'FLG_ADDREG_TYPE_SZ');
  });
});

suite('hover: registry lines', () => {
  test('HKR names the key of the service', () => {
    says(
      PER_DRIVER('H<|>KR,Parameters\\Wdf,Anything,0x00010001,1'),
      'HKR',
      "**HKR** is the service's key here.",
      '`HKLM\\SYSTEM\\CurrentControlSet\\Services\\Svc\\Parameters\\Wdf`',
    );
  });

  test('HKR of a section that is reached in two ways names both keys', () => {
    says(
      driver(`
        [Dev.NT]
        AddReg = Shared_Reg
        [Svc_Inst]
        AddReg = Shared_Reg
        [Shared_Reg]
        HKR<|>,,Anything,0x00010001,1
      `),
      'HKR',
      /\*\*HKR\*\* is the .* or the .* here/,
      /- `HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\/,
      /- `HKLM\\SYSTEM\\CurrentControlSet\\Services\\Svc`/,
    );
  });

  test('an absolute root is spelt out', () => {
    says(
      PER_DRIVER('<|>HKLM,Software\\Example,Anything,,x'),
      'HKLM',
      '**HKLM** is HKEY_LOCAL_MACHINE here.',
      '`HKLM\\Software\\Example`',
    );
  });

  test('long lists of devices are cut', () => {
    const ids = [1, 2, 3, 4, 5].map((id) => `%Device% = Dev, PCI\\VEN_1234&DEV_000${String(id)}`).join('\n');
    const text = driver(
      `
      [Svc_Inst]
      AddReg = Svc_Reg
      [Svc_Reg]
      <|>HKR,,Anything,0x00010001,1
      `,
    );
    const found = hoverAt(`${text}[Models.NTamd64.10.0...17763]\n${ids}\n%Device% = Other, PCI\\VEN_1234&DEV_0006\n`);
    assert.match(
      found?.text ?? '',
      /PCI\\VEN_1B36&DEV_0010`, `PCI\\VEN_1234&DEV_0001`, `PCI\\VEN_1234&DEV_0002` and 3 more \(/,
    );
  });

  test('flags of any line are taken apart, unknown bits and tokens included', () => {
    says(
      PER_DRIVER('HKR,,Anything,<|>0x00020002,x'),
      '0x00020002',
      '**0x00020002**',
      'FLG_ADDREG_TYPE_EXPAND_SZ',
      'FLG_ADDREG_NOCLOBBER',
    );
    says(PER_DRIVER('HKR,,Anything,<|>0x00000100,x'), '0x00000100', 'FLG_ADDREG_TYPE_SZ', '0x00000100`: no known flag');
    const token = hoverAt(`${PER_DRIVER('HKR,,Anything,<|>%REG_DWORD%,1')}[Strings]\nREG_DWORD = 0x00010001\n`);
    assert.equal(token?.about, '%REG_DWORD%');
    assert.match(token.text, /FLG_ADDREG_TYPE_DWORD/);
  });

  test('values that we know nothing of stay without a hover', () => {
    assert.equal(hoverAt(PER_DRIVER('HKR,,Anything,0x00010001,<|>1')), undefined);
    assert.equal(hoverAt(PER_DRIVER('HKR,,Any<|>thing,0x00010001,1')), undefined);
  });
});

suite('hover: sections, directives, tokens, values', () => {
  test('a section says what it is for and what HKR means below it', () => {
    says(
      driver('[Dev.NT.<|>HW]\n'),
      '[Dev.NT.HW]',
      'DDInstall.HW',
      "`HKR` of its add-registry sections is the device's hardware key",
      'https://learn.microsoft.com/windows-hardware/drivers/install/inf-ddinstall-hw-section',
    );
  });

  test('a section that nothing refers to says so', () => {
    says(driver('[Orph<|>an]\nk=v\n'), '[Orphan]', 'nothing in this file refers to this section');
  });

  test('a directive says what it does', () => {
    says(driver('[Svc_Inst]\n<|>AddReg = Svc_Reg\n[Svc_Reg]\n'), 'AddReg', '**`AddReg`**', 'inf-addreg-directive');
  });

  test('a token says its value', () => {
    says(driver('[Svc_Inst]\nDisplayName = %Ve<|>ndor%\n'), '%Vendor%', '`%Vendor%` is `Example` (`[Strings]`)');
  });

  test('numbers of directives are named', () => {
    says(driver('[Svc_Inst]\nStartType = <|>3\n'), '3', 'SERVICE_DEMAND_START');
    says(driver('[Dev.NT.Services]\nAddService = Svc,<|>0x2,Svc_Inst\n'), '0x2', 'SPSVCINST_ASSOCSERVICE');
  });

  test('a token in a field with a meaning says both', () => {
    says(
      driver('[Svc_Inst]\nStartType = %Start<|>%\n[Strings]\nStart = 0x3\n'),
      '%Start%',
      '`%Start%` is `0x3`',
      'SERVICE_DEMAND_START',
    );
  });

  test('a directory identifier says which folder it is', () => {
    says(driver('[Svc_Inst]\nServiceBinary = <|>%13%\\svc.sys\n'), '%13%', '**Directory 13**', 'using-dirids');
    assert.equal(hoverAt(driver('[Svc_Inst]\nServiceBinary = <|>%4294967309%\\svc.sys\n')), undefined);
  });

  test('an ID of a PCI device says the policy on each Windows', () => {
    const body = PER_DEVICE('HKR,"DMA Management",RemappingSupported,0x00010001,1');
    says(
      body.replace('PCI\\VEN_1B36', '<|>PCI\\VEN_1B36'),
      'PCI\\VEN_1B36&DEV_0010',
      '**DMA remapping policy**',
      '- Windows 11 24H2 and later, amd64: **opt-in** (per device, line 4). Windows remaps',
      '- from Windows 10 1809, before Windows 11 24H2, amd64: **system decides**.',
    );
    assert.equal(hoverAt(driver('', { id: '<|>USB\\VID_1' })), undefined);
  });

  test('a device of a Models section without architecture is one of x86', () => {
    const undecorated = (text: string): string =>
      text.replace(/, ?NTamd64\S*/, '').replace(/\[(Models)\.NTamd64\S*\]/, '[$1]');
    const values = '[Dev.NT.HW]\nAddReg = R\n[R]\nHKR,"DMA Management",RemappingSupported,0x00010001,1\n';
    says(
      undecorated(driver(values, { id: 'PCI\\VEN_1<|>B36&DEV_0010' })),
      'PCI\\VEN_1B36&DEV_0010',
      '- before Windows 11, x86: **system decides**.',
    );
    says(
      undecorated(driver(values.replace('RemappingSupported', 'Remapping<|>Supported'))),
      'RemappingSupported',
      '**No effect here:** no Windows version that this file targets reads it.',
      'for `PCI\\VEN_1B36&DEV_0010` (no decoration: x86 only)',
    );
  });

  test('a registry value that the documentation knows says what it is', () => {
    says(PER_DEVICE('HKR,,<|>DeviceInterfaceGUIDs,0x00010000,x'), 'DeviceInterfaceGUIDs', '**`DeviceInterfaceGUIDs`**');
  });

  test('no text makes it fail', () => {
    const parts = fc.constantFrom(
      ...[
        '[Svc_Inst]',
        '[Dev.NT.HW]\n',
        '[Manufacturer]\n',
        'AddReg = R\n',
        '[R]\n',
        'HKR,',
        'HKLM,',
        'Parameters',
        ',',
      ],
      ...[
        'DmaRemappingCompatible',
        'RemappingFlags',
        '0x00010001',
        '"',
        '%',
        '%Vendor%',
        '%13%',
        '`|`',
        '\\\n',
        ';',
        '\n',
        '=',
      ],
    );
    const property = fc.property(fc.array(parts, { maxLength: 25 }), fc.nat(400), (texts, offset) => {
      const analysis = analyse(driver(texts.join('')));
      hover(analysis, offset);
      codeLenses(analysis);
    });
    fc.assert(property, { numRuns: 300, seed: Number(process.env['SEED'] ?? 1) });
  });

  test('comments, blanks and files that are no driver INF have no hover', () => {
    assert.equal(hoverAt(driver('[Svc_Inst] ; Add<|>Reg\n')), undefined);
    assert.equal(hoverAt(driver('[Svc_Inst]\n\n<|>\n')), undefined);
    assert.equal(hoverAt('[Defines]\n<|>INF_VERSION = 0x00010005\nMODULE_TYPE = BASE\n'), undefined);
    assert.equal(hoverAt('<|>'), undefined);
  });
});
