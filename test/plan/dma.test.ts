import assert from 'node:assert/strict';
import type { OsVersion } from '../../server/src/model/types.js';
import { createAnalysis } from '../../server/src/plan/analysis.js';
import type { DmaAnalysis, DmaLine } from '../../server/src/plan/dma.js';
import { modelOf } from '../model/model-of.js';

interface Parts {
  /** Decorations on the Manufacturer line. */
  readonly targets?: string;
  readonly hardware?: string;
  readonly service?: string;
  readonly more?: string;
}

/** A PCI device `X` with a function driver `svc`, a hardware section and whatever the test adds. */
function analyse({ targets = 'NTamd64.10.0...17763', hardware = '', service = '', more = '' }: Parts): DmaAnalysis {
  const models = targets.split(',').map((target) => `[M.${target.trim()}]\nD = X, PCI\\VEN_1\n`);
  return createAnalysis(
    modelOf(`[Version]\nClass=Net\n[Manufacturer]\nM = M, ${targets}\n${models.join('')}
[X]
[X.HW]
AddReg = Hardware
[X.Services]
AddService = svc, 2, Service
[Service]
AddReg = Parameters
[Hardware]
${hardware}
[Parameters]
${service}
${more}`),
  ).dma;
}

function build({ major, build: number }: OsVersion): string {
  return major === 10 ? String(number) : `${String(major)}.x`;
}

/** `17134-26100 opt-in per-driver` for each outcome of the only device. */
function outcomes(parts: Parts): string[] {
  const dma = analyse(parts);
  return dma.statements
    .flatMap(({ installation }) => installation.matches.map((match) => match.device))
    .filter((device, index, all) => all.indexOf(device) === index)
    .flatMap((device) => dma.outcomesOf(device))
    .map(({ from, until, policy, by, undecided }) => {
      const range = `${build(from)}-${until === undefined ? '' : build(until)}`;
      return `${range} ${policy} ${by}${undecided ? ' undecided' : ''}`;
    });
}

function compatible(value: string, flags = '0x00010001'): string {
  return `HKR,Parameters,DmaRemappingCompatible,${flags},${value}`;
}

function device(supported: string, flags?: string): string {
  const line = `HKR,"DMA Management",RemappingSupported,0x00010001,${supported}`;
  return flags === undefined ? line : `${line}\nHKR,"DMA Management",RemappingFlags,0x00010001,${flags}`;
}

function onlyLine(parts: Parts): DmaLine {
  const { lines } = analyse(parts);
  assert.equal(lines.length, 1);
  return lines[0] ?? assert.fail();
}

suite('DMA policy', () => {
  test('nothing stated: Windows decides', () => {
    assert.deepEqual(outcomes({}), ['17763- system-decides none']);
  });

  const perDriver: [string, string[]][] = [
    ['0', ['17763- opt-out per-driver']],
    ['1', ['17763- opt-in per-driver']],
    ['2', ['17763- opt-in-external per-driver']],
    ['3', ['17763-22000 opt-in-external per-driver', '22000- opt-in per-driver']],
  ];
  for (const [value, expected] of perDriver) {
    test(`DmaRemappingCompatible = ${value}`, () => {
      assert.deepEqual(outcomes({ service: compatible(value) }), expected);
    });
  }

  const perDevice: [string, string | undefined, string][] = [
    ['0', undefined, 'opt-out'],
    ['0', '1', 'opt-out'],
    ['1', undefined, 'opt-in'],
    ['1', '0', 'opt-in'],
    ['1', '1', 'opt-in-external'],
  ];
  for (const [supported, flags, policy] of perDevice) {
    test(`RemappingSupported = ${supported}, RemappingFlags = ${flags ?? 'absent'}`, () => {
      assert.deepEqual(outcomes({ hardware: device(supported, flags) }), [
        '17763-26100 system-decides none',
        `26100- ${policy} per-device`,
      ]);
    });
  }

  test('RemappingFlags alone states nothing', () => {
    const hardware = 'HKR,"DMA Management",RemappingFlags,0x00010001,1';
    assert.deepEqual(outcomes({ hardware }), ['17763- system-decides none']);
  });

  test('per device wins from 24H2 on, per driver holds before', () => {
    assert.deepEqual(outcomes({ hardware: device('1'), service: compatible('0') }), [
      '17763-26100 opt-out per-driver',
      '26100- opt-in per-device',
    ]);
  });

  test('nothing is read before Windows 10 1803', () => {
    assert.deepEqual(outcomes({ targets: 'NTamd64', service: compatible('1') }), [
      '0.x-17134 system-decides none',
      '17134- opt-in per-driver',
    ]);
  });

  test('each target has its own range', () => {
    const targets = 'NTamd64.6.1, NTamd64.10.0...16299, NTamd64.10.0...26100';
    assert.deepEqual(outcomes({ targets, service: compatible('3'), hardware: device('0') }), [
      '6.x-16299 system-decides none',
      '16299-17134 system-decides none',
      '17134-22000 opt-in-external per-driver',
      '22000-26100 opt-in per-driver',
      '26100- opt-out per-device',
    ]);
  });

  test('a placeholder leaves it to the build', () => {
    for (const value of ['INX_VALUE', '$VALUE$', '@VALUE@']) {
      assert.deepEqual(outcomes({ service: compatible(value) }), ['17763- system-decides per-driver undecided']);
    }
    assert.deepEqual(outcomes({ hardware: device('@S@'), service: compatible('1') }), [
      '17763-26100 opt-in per-driver',
      '26100- system-decides per-device undecided',
    ]);
  });

  test('a filter that opts out is enough', () => {
    const more = '[X.Services]\nAddService = flt,, Filter\n[Filter]\nAddReg = FilterParameters\n[FilterParameters]\n';
    assert.deepEqual(outcomes({ service: compatible('1'), more: more + compatible('0') }), [
      '17763- opt-out per-driver',
    ]);
    assert.deepEqual(outcomes({ service: compatible('1'), more: more + compatible('2') }), [
      '17763- opt-in per-driver',
    ]);
    assert.deepEqual(outcomes({ more: more + compatible('1') }), ['17763- system-decides none']);
  });

  test('an extension without a function driver speaks through its filter', () => {
    const model = modelOf(
      `[Version]\nClass=Extension\n[Manufacturer]\nM=M,NTamd64.10.0...17763\n[M.NTamd64.10.0...17763]\nD=X,PCI\\A\n[X]\n[X.Services]\nAddService=flt,,F\n[F]\nAddReg=P\n[P]\n${compatible('1')}`,
    );
    const { dma } = createAnalysis(model);
    const [only] = model.devices;
    assert.deepEqual(
      dma.outcomesOf(only ?? assert.fail()).map(({ policy, by }) => [policy, by]),
      [['opt-in', 'per-driver']],
    );
  });

  test('the last of two lines stays', () => {
    assert.deepEqual(outcomes({ service: `${compatible('0')}\n${compatible('1')}` }), ['17763- opt-in per-driver']);
    assert.deepEqual(outcomes({ hardware: `${device('1')}\n${device('0')}` }), [
      '17763-26100 system-decides none',
      '26100- opt-out per-device',
    ]);
  });

  test('sections are applied in the order of AddReg, not of the file', () => {
    const more = `[Service]\nAddReg = Second, First\n[First]\n${compatible('1')}\n[Second]\n${compatible('0')}`;
    assert.deepEqual(outcomes({ more }), ['17763- opt-in per-driver']);
  });

  test('a wrong type or number states nothing', () => {
    for (const line of [
      compatible('1', ''),
      compatible('1', '0x00000001'),
      compatible('1', 'x'),
      compatible('4'),
      compatible('yes'),
      compatible(''),
    ]) {
      assert.deepEqual(outcomes({ service: line }), ['17763- system-decides none'], line);
    }
  });

  test('an absolute line to the Parameters key of the service counts', () => {
    const key = 'SYSTEM\\CurrentControlSet\\Services\\SVC\\Parameters';
    assert.deepEqual(outcomes({ hardware: `HKLM,${key},DmaRemappingCompatible,0x00010001,0` }), [
      '17763- opt-out per-driver',
    ]);
    assert.deepEqual(
      outcomes({ hardware: `HKLM,${key.replace('SVC', 'other')},DmaRemappingCompatible,0x00010001,0` }),
      ['17763- system-decides none'],
    );
  });

  test('two devices of one installation share the lines, each with its own outcomes', () => {
    const dma = createAnalysis(
      modelOf(
        `[Manufacturer]\nM=M,NTamd64.10.0...22000\n[M.NTamd64.10.0...22000]\nA=X,PCI\\A\nB=X,PCI\\B\nC=Y,PCI\\C\n[X]\n[X.Services]\nAddService=s,2,S\n[S]\nAddReg=P\n[P]\n${compatible('1')}\n[Y]`,
      ),
    ).dma;
    const found = dma.statements.map(({ installation, perDriver: stated }) => [
      installation.name,
      stated.map(({ service, line }) => `${service.name} ${line.valueText}`),
    ]);
    assert.deepEqual(found, [
      ['X', ['s 1']],
      ['Y', []],
    ]);
    const [first, second, third] = dma.statements.flatMap(({ installation }) =>
      installation.matches.map(({ device: each }) => dma.outcomesOf(each)[0]?.policy),
    );
    assert.deepEqual([first, second, third], ['opt-in', 'opt-in', 'system-decides']);
  });
});

suite('DMA lines', () => {
  test('numbers in every form', () => {
    for (const value of ['1', '"1"', '0x1', '0x00000001', '%ONE%', '"%ONE%"', '1,']) {
      const line = onlyLine({ service: compatible(value), more: '[Strings]\nONE=1' });
      assert.deepEqual([line.value, line.placeholder], [1, false], value);
    }
  });

  test('what is no number of the range has no value', () => {
    for (const value of ['4', '-1', '1x', '`3', '01,00,00,00', '""', '%MISSING%']) {
      assert.equal(onlyLine({ service: compatible(value) }).value, undefined, value);
    }
    assert.equal(onlyLine({ service: compatible('01,00,00,00') }).valueText, '01,00,00,00');
    assert.equal(onlyLine({ hardware: device('2') }).value, undefined);
  });

  const types: [string, DmaLine['type']][] = [
    ['0x00010001', 'dword'],
    ['0x10001', 'dword'],
    ['65537', 'dword'],
    ['%REG_DWORD%', 'dword'],
    ['0x00010003', 'dword'],
    ['0x00014001', 'dword'],
    ['0x00011001', 'dword'],
    ['0x00010021', 'dword'],
    ['', 'other'],
    ['0', 'other'],
    ['0x00000001', 'other'],
    ['0x00020000', 'other'],
    ['0x00010000', 'other'],
    ['0x00010009', 'other'],
    ['0x00010011', 'other'],
    ['0x00010005', 'other'],
    ['0x000B0001', 'other'],
    ['REG_DWORD', 'unreadable'],
    ['%REG_SZ%', 'unreadable'],
    ['INX_FLAGS', 'placeholder'],
  ];
  for (const [flags, type] of types) {
    test(`flags ${flags === '' ? 'empty' : flags}: ${type}`, () => {
      assert.equal(onlyLine({ service: compatible('1', flags), more: '[Strings]\nREG_DWORD=0x00010001' }).type, type);
    });
  }

  test('names in any case, and near misses', () => {
    const names: [string, string, boolean][] = [
      ['dmaremappingcompatible', 'DmaRemappingCompatible', true],
      ['DMARemappingCompatible', 'DmaRemappingCompatible', true],
      ['DmaRemapingCompatible', 'DmaRemappingCompatible', false],
      ['DmaRemappingCompatable', 'DmaRemappingCompatible', false],
      ['DmaRemappingCompat', 'DmaRemappingCompatible', false],
      ['DmaRemapCompatible', 'DmaRemappingCompatible', false],
      ['RemappingCompatible', 'DmaRemappingCompatible', false],
      ['RemapingSupported', 'RemappingSupported', false],
      ['RemappingSuported', 'RemappingSupported', false],
      ['RemappingFlag', 'RemappingFlags', false],
    ];
    for (const [written, intended, named] of names) {
      const line = onlyLine({ service: `HKR,Parameters,${written},0x00010001,1` });
      assert.deepEqual([line.intended, line.named], [intended, named], written);
      assert.equal(
        line.writes.every(({ effective }) => !effective),
        !named || intended !== 'DmaRemappingCompatible',
        written,
      );
    }
  });

  test('short forms count below something like DMA Management only', () => {
    assert.equal(
      onlyLine({ hardware: 'HKR,DMAManagement,RemapSupported,0x00010001,1' }).intended,
      'RemappingSupported',
    );
    assert.equal(
      onlyLine({ hardware: 'HKR,DMA Management,DmaRemappingSupported,0x00010001,1' }).intended,
      'RemappingSupported',
    );
    assert.deepEqual(
      analyse({ hardware: 'HKR,Keyboard,RemapFlags,0x00010001,1\nHKR,,RemapSupported,0x00010001,1' }).lines,
      [],
    );
  });

  test('other names are left alone', () => {
    const names = [
      'DmaEnabled',
      'RemappingTable',
      'MapFlags',
      'InterruptRemapping',
      'KeyMapping',
      'Compatible',
      'Supported',
      'DmaRemapping',
    ];
    assert.deepEqual(
      analyse({ service: names.map((name) => `HKR,Parameters,${name},0x00010001,1`).join('\n') }).lines,
      [],
    );
  });

  test('a line is effective only where Windows reads it', () => {
    const effective = (parts: Parts) => onlyLine(parts).writes.map((each) => each.effective);
    assert.deepEqual(effective({ service: compatible('1') }), [true]);
    assert.deepEqual(effective({ service: compatible('1').replace('Parameters', 'PARAMETERS\\') }), [true]);
    assert.deepEqual(effective({ service: compatible('1').replace('Parameters', 'Parameter') }), [false]);
    assert.deepEqual(effective({ service: compatible('1').replace('Parameters', '') }), [false]);
    assert.deepEqual(effective({ service: compatible('1').replace('HKR', 'HKLM') }), [false]);
    assert.deepEqual(effective({ hardware: compatible('1') }), [false]);
    assert.deepEqual(effective({ hardware: device('1') }), [true]);
    assert.deepEqual(effective({ hardware: device('1').replace('DMA Management', 'DMAManagement') }), [false]);
    assert.deepEqual(effective({ service: device('1') }), [false]);
    assert.deepEqual(effective({ more: `[X]\nAddReg=R\n[R]\n${device('1')}` }), [false]);
    assert.deepEqual(effective({ more: `[Nobody]\n${device('1')}` }), []);
  });

  test('a section shared by hardware and service is effective once each', () => {
    const lines = analyse({
      hardware: '',
      more: `[X.HW]\nAddReg=Shared\n[Service]\nAddReg=Shared\n[Shared]\n${compatible('1')}\n${device('1')}`,
    }).lines;
    assert.deepEqual(
      lines.map(({ writes }) => writes.map(({ effective }) => effective)),
      [
        [false, true],
        [true, false],
      ],
    );
  });

  test('DelReg lines are no DMA lines', () => {
    assert.deepEqual(analyse({ more: '[X]\nDelReg=Gone\n[Gone]\nHKR,Parameters,DmaRemappingCompatible' }).lines, []);
  });

  test('finds its line again', () => {
    const dma = analyse({ service: compatible('1') });
    const [line] = dma.lines;
    assert.ok(line);
    assert.equal(dma.lineAt(line.line), line);
  });
});

suite('DMA lines of hostile files', () => {
  const repeat = (count: number, make: (i: string) => string) =>
    Array.from({ length: count }, (_, i) => make(String(i))).join('\n');

  test('thousands of installations that share thousands of lines', function () {
    this.timeout(20_000);
    const model = modelOf(
      `[Manufacturer]\nM=M,NTamd64\n[M.NTamd64]\n${repeat(2000, (i) => `D=X${i},PCI\\A`)}\n` +
        `${repeat(2000, (i) => `[X${i}]\n[X${i}.Services]\nAddService=s,2,S`)}\n` +
        `[S]\nAddReg=R\n${repeat(2000, (i) => `AddReg=R${i}`)}\n[R]\n${repeat(2000, () => compatible('1'))}\n` +
        repeat(2000, (i) => `[R${i}]\n${compatible('1')}`),
    );
    const { dma } = createAnalysis(model);
    assert.equal(dma.statements.length, 2000);
    assert.ok(dma.lines.length > 0);
  });
});
