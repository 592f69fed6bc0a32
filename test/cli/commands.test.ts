import assert from 'node:assert/strict';
import type { DmaRecord } from '../../server/src/report/dma-rows.js';
import { folder, inf, linesOf, type Folder, type Run } from './inf.js';
import { BROKEN, CLEAN, driver, FAULTY, SILENT, UEFI } from './samples.js';

const PCI = 'PCI\\VEN_1B36&DEV_0010';

/** One device on two architectures and with a compatible ID; per driver only, by a build placeholder on the second line. */
const TWO_TARGETS = `[Version]
Signature = "$Windows NT$"
Class = System
[Manufacturer]
%V% = Models, NTamd64.10.0...16299, NTarm64.10.0...22000
[Models.NTamd64.10.0...16299]
%D% = Dev, ${PCI}, PCI\\VEN_1B36
[Models.NTarm64.10.0...22000]
%D% = Arm, ${PCI}
%D% = Arm, ROOT\\Other
[Dev.NT]
[Dev.NT.Services]
AddService = Svc, 0x2, Svc_Inst
[Svc_Inst]
AddReg = Svc_Reg
[Svc_Reg]
HKR,Parameters,DmaRemappingCompatible,0x00010001,2
[Arm.NT]
[Arm.NT.Services]
AddService = Svc2, 0x2, Svc2_Inst
[Svc2_Inst]
AddReg = Svc2_Reg
[Svc2_Reg]
HKR,Parameters,DmaRemappingCompatible,0x00010001,INX_DMA
[Strings]
V = "Vendor"
D = "Device"
`;

suite('inf dma, parse and explain', () => {
  let made: Folder;
  const run = (...args: string[]): Promise<Run> => inf(args, { cwd: made.path });
  const rows = async (...args: string[]): Promise<readonly DmaRecord[]> =>
    JSON.parse((await run('dma', '--format', 'json', ...args)).out) as readonly DmaRecord[];

  suiteSetup(() => {
    made = folder({
      'clean.inf': CLEAN,
      'faulty.inf': FAULTY,
      'silent.inf': SILENT,
      'broken.inf': BROKEN,
      'uefi.inf': UEFI,
      'two.inx': TWO_TARGETS,
      'none.inf': '[Version]\nSignature = "$Windows NT$"\nClass = System\n',
      'placed.inf': driver('[Dev.NT.HW]\nAddReg = R\n[R]\nHKR,"DMA Management",RemappingSupported,0x00010001,0\n'),
    });
  });
  suiteTeardown(() => made.remove());

  test('dma: one row for each distinct outcome, with the decoration of the first build', async () => {
    assert.deepEqual(await rows('clean.inf'), [
      {
        file: 'clean.inf',
        hardwareId: PCI,
        target: 'NTamd64.10.0...17763',
        policy: 'opt-in',
        by: 'per-driver',
        line: 8,
        value: 1,
      },
      {
        file: 'clean.inf',
        hardwareId: PCI,
        target: 'NTamd64.10.0...26100',
        policy: 'opt-in',
        by: 'per-device',
        line: 12,
        value: 1,
      },
    ]);
    assert.deepEqual(await rows('silent.inf'), [
      {
        file: 'silent.inf',
        hardwareId: PCI,
        target: 'NTamd64.10.0...17763',
        policy: 'system-decides',
        by: 'none',
        line: null,
        value: null,
      },
    ]);
    assert.deepEqual(
      (await rows('placed.inf')).map(({ target, policy, by, line, value }) => [target, policy, by, line, value]),
      [
        ['NTamd64.10.0...17763', 'system-decides', 'none', null, null],
        ['NTamd64.10.0...26100', 'opt-out', 'per-device', 4, 0],
      ],
    );
  });

  test('dma: a Models section without architecture is for x86', async () => {
    const plain = (line: string, header: string): string =>
      CLEAN.replace(/^(%Vendor% = Models), NTamd64\S*/m, `$1${line}`).replace(
        /^\[Models\.NTamd64\S*\]/m,
        `[Models${header}]`,
      );
    for (const text of [plain('', ''), plain(', NT', '.NT')]) {
      const ask = (...args: string[]) => inf(['dma', '-', ...args], { cwd: made.path, input: text });
      const found = JSON.parse((await ask('--format', 'json')).out) as readonly DmaRecord[];
      assert.deepEqual(
        found.map(({ target, policy, by }) => [target, policy, by]),
        [
          ['NTx86', 'system-decides', 'none'],
          ['NTx86.10.0...17134', 'opt-in', 'per-driver'],
        ],
      );
      assert.match((await ask()).out, /NTx86\.10\.0\.\.\.17134 +from Windows 10 1803, before Windows 11 +opt-in/);
      const miss = await ask('--target', 'NTamd64');
      assert.match(miss.err, /its Models sections are for (?:x86 \(undecorated\)|NT \(x86\))\./);
      assert.equal(miss.code, 2);
    }
  });

  test('dma: placeholders keep their text, devices are told apart by their hardware ID', async () => {
    assert.deepEqual(
      (await rows('two.inx')).map(({ hardwareId, target, policy, by, value }) => [
        hardwareId,
        target,
        policy,
        by,
        value,
      ]),
      [
        [PCI, 'NTamd64.10.0...16299', 'system-decides', 'none', null],
        [PCI, 'NTamd64.10.0...17134', 'opt-in-external', 'per-driver', 2],
        [PCI, 'NTarm64.10.0...22000', 'system-decides', 'per-driver', 'INX_DMA'],
        ['ROOT\\Other', 'NTarm64.10.0...22000', 'system-decides', 'per-driver', 'INX_DMA'],
      ],
    );
  });

  test('dma: --target picks the system, and is what the rows say', async () => {
    const at = async (target: string): Promise<unknown> =>
      (await rows('two.inx', '--target', target, '--hardware-id', PCI)).map((row) => [
        row.target,
        row.policy,
        row.value,
      ]);
    assert.deepEqual(await at('NTamd64.10.0...26100'), [['NTamd64.10.0...26100', 'opt-in-external', 2]]);
    assert.deepEqual(await at('NTamd64.10.0...17133'), [['NTamd64.10.0...17133', 'system-decides', null]]);
    assert.deepEqual(await at('ntARM64.10.0...22631'), [['ntARM64.10.0...22631', 'system-decides', 'INX_DMA']]);
    assert.deepEqual(await at('NTamd64'), [
      ['NTamd64.10.0...16299', 'system-decides', null],
      ['NTamd64.10.0...17134', 'opt-in-external', 2],
    ]);
    assert.deepEqual(await at('NT.10.0...26100'), [
      ['NT.10.0...26100', 'opt-in-external', 2],
      ['NT.10.0...26100', 'system-decides', 'INX_DMA'],
    ]);
  });

  test('dma: --hardware-id takes compatible IDs in any case', async () => {
    const found = await rows('two.inx', '--hardware-id', 'pci\\ven_1b36', '--target', 'NTamd64.10.0...26100');
    assert.deepEqual(
      found.map(({ hardwareId, policy }) => [hardwareId, policy]),
      [['PCI\\VEN_1B36', 'opt-in-external']],
    );
  });

  test('dma: prints a table with Windows names for people', async () => {
    const { out, code } = await run('dma', 'clean.inf');
    assert.equal(code, 0);
    const [file, device, first = '', second = ''] = linesOf(out);
    assert.deepEqual([file, device], ['clean.inf', `  ${PCI} Example device`]);
    assert.match(
      first,
      /^ {4}NTamd64\.10\.0\.\.\.17763 .*Windows 11 24H2.* opt-in {2}line 8: DmaRemappingCompatible = 1 \(per driver\)$/,
    );
    assert.match(
      second,
      /^ {4}NTamd64\.10\.0\.\.\.26100 .*Windows 11 24H2 and later.* opt-in {2}line 12: RemappingSupported = 1 \(per device\)$/,
    );
  });

  const misses: readonly (readonly [readonly string[], RegExp])[] = [
    [
      ['clean.inf', '--hardware-id', 'PCI\\VEN_1B36&DEV_0011'],
      /no device with the hardware ID .*Did you mean "PCI\\VEN_1B36&DEV_0010"\?/,
    ],
    [['clean.inf', '--hardware-id', 'USB\\X'], /It has PCI\\VEN_1B36&DEV_0010\./],
    [
      ['clean.inf', '--target', 'NTarm64.10.0...26100'],
      /installs nothing on NTarm64\.10\.0\.\.\.26100: its Models sections are for NTamd64\.10\.0\.\.\.17763/,
    ],
    [['clean.inf', '--target', 'NTamd64.10.0...10240'], /installs nothing on/],
    [['none.inf'], /It lists no devices/],
    [['uefi.inf'], /no driver INF but a UEFI module/],
    [['missing.inf'], /no such file/],
  ];
  for (const [args, message] of misses) {
    test(`dma: says why there is no row for ${args.join(' ')}`, async () => {
      for (const format of ['text', 'json']) {
        const { code, out, err } = await run('dma', ...args, '--format', format);
        assert.deepEqual(
          { code, out: out.trim(), lines: linesOf(err).length },
          { code: 2, out: format === 'json' ? '[]' : '', lines: 1 },
        );
        assert.match(err, message);
      }
    });
  }

  test('dma: of several files it is enough that one has the device', async () => {
    const { code, err } = await run('dma', 'two.inx', 'clean.inf', '--hardware-id', 'ROOT\\Other');
    assert.deepEqual({ code, err }, { code: 0, err: '' });
  });

  test('parse: prints what SetupAPI reads, merged and expanded', async () => {
    made.write(
      'p.inf',
      '[Version]\r\nSignature="$Windows NT$"\r\n[A]\r\nk = %x%, "b ""c"""\r\n[Strings]\r\nx = 1\r\n[a]\r\nsingle\r\nu, v ; c\r\n',
    );
    const { code, out } = await run('parse', 'p.inf');
    assert.equal(code, 0);
    const { sections } = JSON.parse(out) as { sections: readonly { name: string; lines: unknown }[] };
    assert.deepEqual(
      sections.map(({ name }) => name),
      ['Version', 'A', 'Strings'],
    );
    assert.deepEqual(sections[1]?.lines, [
      { line: 4, key: 'k', fields: ['1', 'b "c"'] },
      { line: 8, key: 'single', fields: ['single'] },
      { line: 9, key: null, fields: ['u', 'v'] },
    ]);
  });

  test('parse: says why Windows refuses a file, and ends with 1', async () => {
    const { code, out, err } = await run('parse', 'broken.inf');
    assert.deepEqual({ code, out }, { code: 1, out: '' });
    assert.match(err, /^inf: broken\.inf:\d+: Windows refuses the whole file \(error 0xE0000001\): [^\n]+\n$/);
  });

  test('parse: a folder is no file', async () => {
    made.write('one/a.inf', CLEAN);
    made.write('one/b.inf', CLEAN);
    assert.equal((await run('parse', 'one')).code, 2);
    assert.equal((await run('parse', 'missing.inf')).code, 2);
  });

  test('explain: a number has its meaning, its levels and the pages of its rules', async () => {
    const { code, out } = await run('explain', '1001');
    assert.equal(code, 0);
    assert.match(out, /^InfVerif 1001\n\n[^\n]+\n\n {2}h {2}error /);
    assert.match(out, /\n\nReported by invalid-signature\.\n\ninvalid-signature\n/);
    const { out: mixed } = await run('explain', 'InfVerif_1324');
    assert.match(mixed, /\n {2}h {2}warning {2}.*\n {2}w {2}error .*\n {2}u {2}warning .*\n {2}k {2}warning /);
    const { out: silent } = await run('explain', '1322');
    assert.match(silent, /\n {2}h {2}hint {9}.*\n {2}w {2}error .*\n {2}u {2}not reported {2}/);
    const { out: gentle } = await run('explain', '1292');
    assert.match(gentle, /\n {2}u {2}info {2}.* \(InfVerif: error\)\n/);
  });

  test('explain: a number without a rule has the reason', async () => {
    const { code, out } = await run('explain', '1317');
    assert.equal(code, 0);
    assert.match(out, /\n\nNo rule reports it here\. Compares with a product definition/);
    assert.ok(!out.includes('What it checks'));
  });

  test('rules: lists the severities of a mode', async () => {
    const severityIn = async (mode: string): Promise<unknown> => {
      const list = JSON.parse((await run('rules', '--format', 'json', '--mode', mode)).out) as readonly {
        rule: string;
        mode: string;
        severity: string;
      }[];
      assert.ok(list.every((record) => record.mode === mode));
      return list.find(({ rule }) => rule === 'missing-pnp-lockdown')?.severity;
    };
    assert.equal(await severityIn('w'), 'error');
    assert.equal(await severityIn('k'), 'warning');
  });

  test('explain: prints a page for every rule', async () => {
    const rules = JSON.parse((await run('rules', '--format', 'json')).out) as readonly { rule: string }[];
    for (const { rule } of [rules[0], rules.at(-1)].filter((one) => one !== undefined)) {
      const { code, out } = await run('explain', rule);
      assert.equal(code, 0);
      assert.ok(out.includes(rule) && out.length > 80, out);
      assert.ok(!/<!--|^#/m.test(out));
    }
  });
});
