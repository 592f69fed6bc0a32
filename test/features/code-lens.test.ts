import assert from 'node:assert/strict';
import { driver } from '../support/snippet.js';
import { lensesIn } from './hover-at.js';

/** The only lens of a driver with this body: its title without the prefix, and the line to which it leads. */
function lens(
  body: string,
  options?: Parameters<typeof driver>[1],
): { readonly title: string; readonly to: number | undefined } {
  const lenses = lensesIn(driver(body, options));
  assert.equal(lenses.length, 1);
  const [{ title, to } = { title: '', to: undefined }] = lenses;
  assert.ok(title.startsWith('DMA remapping: '), title);
  return { title: title.slice('DMA remapping: '.length), to };
}

const PER_DRIVER = (value: string): string => `
  [Svc_Inst]
  AddReg = Svc_Reg
  [Svc_Reg]
  HKR,Parameters,DmaRemappingCompatible,0x00010001,${value}
`;

const PER_DEVICE = (value: string): string => `
  [Dev.NT.HW]
  AddReg = Dev_Reg
  [Dev_Reg]
  HKR,"DMA Management",RemappingSupported,0x00010001,${value}
`;

suite('code lens', () => {
  test('names the policy and the line that decides it', () => {
    assert.deepEqual(lens(PER_DRIVER('1')), { title: 'opt-in (per driver, line 8)', to: 8 });
    assert.deepEqual(lens(PER_DRIVER('2')), { title: 'opt-in if external (per driver, line 8)', to: 8 });
    assert.deepEqual(lens(PER_DRIVER('0')), { title: 'opt-out (per driver, line 8)', to: 8 });
  });

  test('leads nowhere when nothing is stated', () => {
    assert.deepEqual(lens(''), { title: 'system decides', to: undefined });
  });

  test('says from which Windows on it differs', () => {
    assert.deepEqual(lens(PER_DEVICE('1')), {
      title: 'opt-in from 24H2 (per device, line 4); before: system decides',
      to: 4,
    });
    assert.deepEqual(lens(PER_DRIVER('3')), {
      title: 'opt-in from Windows 11 (per driver, line 8); before: opt-in if external (per driver, line 8)',
      to: 8,
    });
  });

  test('names both lines where both mechanisms say the same', () => {
    assert.deepEqual(lens(`${PER_DRIVER('1')}${PER_DEVICE('1')}`), {
      title: 'opt-in (from 24H2 per device, line 13; before per driver, line 8)',
      to: 13,
    });
  });

  test('leaves out what is older than DMA remapping', () => {
    assert.equal(lens(PER_DRIVER('1'), { target: 'NTamd64' }).title, 'opt-in (per driver, line 8)');
    assert.equal(lens(PER_DEVICE('1'), { target: 'NTamd64.10.0...26100' }).title, 'opt-in (per device, line 4)');
  });

  test('a placeholder is left to the build', () => {
    assert.deepEqual(lens(PER_DRIVER('INX_DMA')), { title: 'set by the build (INX_DMA, per driver, line 8)', to: 8 });
  });

  test('stands on the Models line of PCI devices only', () => {
    assert.deepEqual(lensesIn(driver('', { id: 'USB\\VID_1234&PID_5678' })), []);
    const text = driver('').replace(
      '%Device% = Dev',
      '%Device% = Dev, USB\\VID_1\n%Device% = Dev, ,PCI\\VEN_1\n%Device% = Dev',
    );
    const lines = text.split('\n');
    assert.deepEqual(
      lensesIn(text).map(({ line }) => lines[line - 1]),
      ['%Device% = Dev, ,PCI\\VEN_1', '%Device% = Dev, PCI\\VEN_1B36&DEV_0010'],
    );
  });

  test('targets that differ are named', () => {
    const body = `
      [Manufacturer]
      %Vendor% = Both, NT$ARCH$

      [Both.NT$ARCH$]
      %Device% = Two, PCI\\VEN_1&DEV_2
      [Two.NTamd64]
      [Two.NTamd64.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Two.NTarm64]
      [Two.NTarm64.HW]
      AddReg = Dev_Reg
      ${PER_DRIVER('1')}${PER_DEVICE('0')}
    `;
    assert.equal(
      lensesIn(driver(body))[0]?.title,
      'DMA remapping: amd64: opt-in (per driver, line 20) · ' +
        'arm64: opt-out from 24H2 (per device, line 25); before: system decides',
    );
  });

  test('a Models section without architecture counts on x86 only, up to Windows 10', () => {
    const body = (platform: string): string => `
      [Manufacturer]
      %Vendor% = Old${platform === '' ? '' : `, ${platform.slice(1)}`}
      [Old${platform}]
      %Device% = Old_Dev, PCI\\VEN_1&DEV_2
      [Old_Dev.NTamd64]
      [Old_Dev]
      [Old_Dev.HW]
      AddReg = Dev_Reg
      [Old_Dev.Services]
      AddService = Svc, 0x2, Svc_Inst
      ${PER_DRIVER('1')}${PER_DEVICE('0')}
    `;
    for (const platform of ['', '.NT']) {
      const [lens] = lensesIn(driver(body(platform)));
      assert.equal(lens?.title.replace(/\d\d\)/, 'n)'), 'DMA remapping: x86 only: opt-in (per driver, line n)');
    }
  });

  test('there is none in a file that is no driver INF', () => {
    assert.deepEqual(lensesIn('[Defines]\nINF_VERSION = 0x00010005\n'), []);
    assert.deepEqual(lensesIn(''), []);
  });
});
