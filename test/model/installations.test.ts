import assert from 'node:assert/strict';
import type { Model } from '../../server/src/model/types.js';
import { bindText, modelOf, writesIn } from './model-of.js';

const HEAD = '[Version]\nClass=Net\nClassGuid={4d36e972-e325-11ce-bfc1-08002be10318}\n';
const SERVICES = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

function installationsOf(model: Model): string[] {
  return model.installations.map(
    ({ origin, name, architecture, suffix, section, matches }) =>
      `${origin} ${name}${suffix} ${architecture ?? 'any'} ${section === undefined ? 'missing' : 'found'} ${String(matches.length)}`,
  );
}

suite('install sections', () => {
  const models = (manufacturer: string, ...sections: string[]) =>
    modelOf(`${HEAD}[Manufacturer]\n${manufacturer}\n${sections.join('\n')}`);

  test('picks the section of the architecture, then .NT, then the plain one', () => {
    const model = models(
      'M = M, NTamd64, NTarm64, NTx86',
      ...['NTamd64', 'NTarm64', 'NTx86'].map((each) => `[M.${each}]\nD = X, PCI\\A\nE = Y, PCI\\B\nF = Z, PCI\\C`),
      '[X.ntamd64]\n[X.NT]\n[X]\n[Y.NTARM64]\n[Y]',
    );
    assert.deepEqual(installationsOf(model), [
      'models X.ntamd64 amd64 found 1',
      'models Y amd64 found 1',
      'models Z amd64 missing 1',
      'models X.NT arm64 found 1',
      'models Y.NTARM64 arm64 found 1',
      'models Z arm64 missing 1',
      'models X.NT x86 found 1',
      'models Y x86 found 1',
      'models Z x86 missing 1',
    ]);
  });

  test('groups devices and targets by install section', () => {
    const lines = (ids: string) =>
      ids
        .split('')
        .map((id) => `D = X, PCI\\${id}`)
        .join('\n');
    const model = models(
      'M = M, NTamd64.6.1, NTamd64.10.0',
      `[M.NTamd64.6.1]\n${lines('AB')}`,
      `[M.NTamd64.10.0]\n${lines('ABC')}`,
      '[X]',
    );
    assert.deepEqual(installationsOf(model), ['models X amd64 found 5']);
    assert.deepEqual(
      model.targets.map(({ decoration, until }) => [decoration.text, until?.major]),
      [
        ['NTamd64.6.1', 10],
        ['NTamd64.10.0', undefined],
      ],
    );
  });

  test('counts every architecture that the file knows where the target leaves it open', () => {
    const model = models('M = M', '[M]\nD = X, PCI\\A', '[X.NTx86]\n[X.NTamd64]\n[X]');
    assert.deepEqual(installationsOf(model), [
      'models X.NTx86 x86 found 1',
      'models X.NTamd64 amd64 found 1',
      'models X any found 1',
    ]);
    assert.equal(model.installations[1]?.matches[0]?.target.architecture, 'amd64');
  });

  test('takes a placeholder architecture literally first', () => {
    const literal = models('M = M, NT$ARCH$', '[M.NT$ARCH$]\nD = X, PCI\\A', '[X.NT$ARCH$]\n[X]');
    assert.deepEqual(installationsOf(literal), ['models X.NT$ARCH$ any found 1']);
    const plain = models('M = M, NT$ARCH$', '[M.NT$ARCH$]\nD = X, PCI\\A', '[X.NT]');
    assert.deepEqual(installationsOf(plain), ['models X.NT any found 1']);
    const split = models('M = M, NT$ARCH$.10.0', '[M.NTamd64.10.0]\nD = X, PCI\\A', '[X.NTamd64]');
    assert.deepEqual(installationsOf(split), ['models X.NTamd64 amd64 found 1']);
  });

  test('reads the bare form of a manufacturer line', () => {
    assert.deepEqual(installationsOf(models('M', '[M]\nD = X, PCI\\A', '[X]')), ['models X any found 1']);
  });

  test('begins at DefaultInstall, ClassInstall32 and InterfaceInstall32, too', () => {
    const model = modelOf(
      `${HEAD}[DefaultInstall.NTamd64.10.0...25952]\n[DefaultInstall.NT$ARCH$]\n[ClassInstall32]\n[InterfaceInstall32]\n[DefaultUninstall]`,
    );
    assert.deepEqual(installationsOf(model), [
      'default-install DefaultInstall.NTamd64.10.0...25952 amd64 found 0',
      'default-install DefaultInstall.NT$ARCH$ any found 0',
      'class-install ClassInstall32 any found 0',
      'class-install InterfaceInstall32 any found 0',
    ]);
  });

  test('reads devices with their IDs', () => {
    const model = models('M = M', '[M]\n%D% = X,, PCI\\B, , PCI\\C', '[Strings]\nD="Device"');
    const [device] = model.devices;
    assert.deepEqual(
      [device?.description, device?.installName, device?.ids.map(({ id }) => id)],
      ['Device', 'X', ['PCI\\B', 'PCI\\C']],
    );
  });

  test('lists companions, services, Include and Needs', () => {
    const model = models(
      'M = M',
      '[M]\nD = X, PCI\\A',
      '[X]\nInclude = a.inf, b.inf\nNeeds = Other\n[X.hw]\n[X.Services]\nInclude = c.inf\nAddService = , 2\nAddService = f,,F\nAddService = d, 0x00000002, D, Log\n[D]\n[X.WDF]',
    );
    const [installation] = model.installations;
    assert.ok(installation);
    assert.deepEqual([...installation.companions.keys()], ['HW', 'Services', 'Wdf']);
    assert.deepEqual(
      installation.services.map(({ name, flags, isFunctionDriver, section }) => [
        name,
        flags,
        isFunctionDriver,
        section?.name,
      ]),
      [
        ['f', 0, false, undefined],
        ['d', 2, true, 'D'],
      ],
    );
    assert.deepEqual([installation.includes, installation.needs], [['a.inf', 'b.inf', 'c.inf'], ['Other']]);
  });
});

suite('registry writes', () => {
  const device = (...sections: string[]) =>
    modelOf(`${HEAD}[Manufacturer]\nM = M, NTamd64\n[M.NTamd64]\nD = X, PCI\\VEN_1\n${sections.join('\n')}`);

  test('software, hardware and service keys of one line', () => {
    const model = device(
      '[X]\nAddReg=R\n[X.HW]\nAddReg=R\n[X.Services]\nAddService=svc,2,S\n[S]\nAddReg=R\n[R]\nHKR,Sub,V,,1',
    );
    assert.deepEqual(writesIn(model, 'V'), [
      'X@amd64 X > R: HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e972-e325-11ce-bfc1-08002be10318}\\<instance>\\Sub',
      'X@amd64 X > X.HW > R: HKLM\\SYSTEM\\CurrentControlSet\\Enum\\PCI\\<device instance path>\\Device Parameters\\Sub',
      `X@amd64 X > X.Services > S > R: ${SERVICES}\\svc\\Sub`,
    ]);
    assert.deepEqual(
      model.installations[0]?.writes.map(({ relativeTo, service }) => [relativeTo, service]),
      [
        ['software', undefined],
        ['hardware', undefined],
        ['service', 'svc'],
      ],
    );
  });

  test('the key of a UMDF driver', () => {
    const model = device('[X]\n[X.Wdf]\nUmdfService=u,U\n[U]\nAddReg=R\n[R]\nHKR,Parameters,V,,1');
    assert.deepEqual(writesIn(model, 'V'), [
      'X@amd64 X > X.Wdf > U > R: HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\WUDF\\Services\\u\\Parameters',
    ]);
  });

  test('one service-install section for two services', () => {
    const model = device('[X]\n[X.Services]\nAddService=a,2,S\nAddService=b,,S\n[S]\nAddReg=R\n[R]\nHKR,,V,,1');
    assert.deepEqual(writesIn(model, 'V'), [
      `X@amd64 X > X.Services > S > R: ${SERVICES}\\a`,
      `X@amd64 X > X.Services > S > R: ${SERVICES}\\b`,
    ]);
  });

  test('an undecorated install section with lower-case companions', () => {
    const model = device('[X.hw]\nAddReg=R\n[X]\n[R]\nHKR,,V,,1');
    assert.equal(writesIn(model, 'V').length, 1);
  });

  test('a companion must carry the decoration of its install section', () => {
    assert.deepEqual(writesIn(device('[X.NTamd64]\n[X.HW]\nAddReg=R\n[R]\nHKR,,V,,1'), 'V'), []);
    assert.deepEqual(writesIn(device('[X.NTamd64]\n[X.HW.NTamd64]\nAddReg=R\n[R]\nHKR,,V,,1'), 'V'), []);
  });

  test('event logs by their names, or System and the service', () => {
    const model = device(
      '[X]\n[X.Services]\nAddService=svc,2,,L,Application,Source\nAddService=two,,,L2\n[L]\nAddReg=R\n[L2]\nAddReg=R2\n[R]\nHKR,,V,,1\n[R2]\nHKR,,W,,1',
    );
    assert.deepEqual(writesIn(model, 'V'), [
      `X@amd64 X > X.Services > L > R: ${SERVICES}\\EventLog\\Application\\Source`,
    ]);
    assert.deepEqual(writesIn(model, 'W'), [`X@amd64 X > X.Services > L2 > R2: ${SERVICES}\\EventLog\\System\\two`]);
  });

  test('interfaces, interface classes, setup classes and DefaultInstall', () => {
    const model = device(
      '[X]\n[X.Interfaces]\nAddInterface={a},,I\n[I]\nAddReg=R1\n[R1]\nHKR,,V1,,1',
      '[InterfaceInstall32]\n{b}=J\n[J.NT]\nAddReg=R2\n[R2]\nHKR,Sub,V2,,1',
      '[ClassInstall32.NTamd64]\nAddReg=R3\n[R3]\nHKR,,V3,,1',
      '[DefaultInstall]\nAddReg=R4\n[R4]\nHKR,Sub,V4,,1\nHKLM,Software\\A,V5,,1',
    );
    assert.deepEqual(writesIn(model, 'V1'), ['X@amd64 X > X.Interfaces > I > R1: <key of the device interface>']);
    assert.deepEqual(writesIn(model, 'V2'), [
      'InterfaceInstall32@any InterfaceInstall32 > J.NT > R2: <key of the device interface class>\\Sub',
    ]);
    assert.deepEqual(writesIn(model, 'V3'), [
      'ClassInstall32@amd64 ClassInstall32.NTamd64 > R3: HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e972-e325-11ce-bfc1-08002be10318}',
    ]);
    assert.deepEqual(writesIn(model, 'V4'), ['DefaultInstall@any DefaultInstall > R4: HKR\\Sub']);
    assert.deepEqual(writesIn(model, 'V5'), ['DefaultInstall@any DefaultInstall > R4: HKLM\\Software\\A']);
  });

  test('Needs within the file, after the own lines', () => {
    const model = device('[X]\nNeeds=N\nAddReg=R\n[N]\nAddReg=R2\nNeeds=X\n[R]\nHKR,,V,,1\n[R2]\nHKR,,W,,1');
    assert.deepEqual(
      model.installations[0]?.writes.map(
        ({ line, path }) => `${line.valueName} ${path.map(({ section }) => section.name).join('>')}`,
      ),
      ['V X>R', 'W X>N>R2'],
    );
  });

  test('devices on other buses have no PCI in their hardware key', () => {
    const model = modelOf('[Manufacturer]\nM=M\n[M]\nD=X,PCI\\A\nE=X,USB\\B\n[X]\n[X.HW]\nAddReg=R\n[R]\nHKR,,V,,1');
    assert.deepEqual(writesIn(model, 'V'), [
      'X@any X > X.HW > R: HKLM\\SYSTEM\\CurrentControlSet\\Enum\\<device instance path>\\Device Parameters',
    ]);
  });

  test('the same write is the same object, whoever asks', () => {
    const model = device('[X]\nAddReg=R\n[R]\nHKR,,V,,1');
    assert.equal(model.installations[0]?.writes[0], model.writesOf(model.registryLines[0]?.at ?? assert.fail())[0]);
  });

  test('lines straight in an install section are found, without writes', () => {
    const model = device('[X]\n[X.HW]\nHKR, "Sub", V, 0x10001, 1');
    assert.deepEqual(writesIn(model, 'V'), []);
    const [line] = model.registryLines;
    assert.deepEqual([line?.root, line?.subkey, line?.flags, line?.data], ['HKR', 'Sub', 0x10001, ['1']]);
  });

  test('lines of lists with another meaning are none', () => {
    assert.equal(device('[X]\nDelReg=R\n[R]\nHKR,Sub,V,4').registryLines.length, 0);
    assert.equal(device('[X]\nDelReg=R\nAddReg=R\n[R]\nHKR,Sub,V,4').registryLines.length, 1);
  });

  test('roots, flags and data through tokens', () => {
    const model = device(
      '[X]\nAddReg=R\n[R]\n%ROOT%,,%V%,%REG_DWORD%,%ONE%\nHKXX,,W,x,1\n[Strings]\nROOT=hkr\nV=V\nREG_DWORD=0x00010001\nONE=1',
    );
    const [first, second] = model.registryLines;
    assert.deepEqual([first?.root, first?.valueName, first?.flags, first?.data], ['HKR', 'V', 0x10001, ['1']]);
    assert.deepEqual([second?.root, second?.flags], [undefined, undefined]);
  });
});

suite('hostile graphs', () => {
  test('circles end', () => {
    const model = modelOf(
      '[DefaultInstall]\nNeeds=A\nAddReg=R\n[A]\nNeeds=B,A,DefaultInstall\n[B]\nNeeds=A,DefaultInstall\nAddReg=R\n[R]\nHKLM,a,V,,1',
    );
    assert.equal(model.installations[0]?.writes.length, 2);
  });

  test('a long chain of Needs', () => {
    const links = Array.from(
      { length: 20_000 },
      (_, i) => `[S${String(i)}]\r\nNeeds=S${String(i + 1)}\r\nAddReg=R\r\n`,
    ).join('');
    const model = bindText(`[DefaultInstall]\r\nNeeds=S0\r\n${links}[R]\r\nHKLM,a,V,,1\r\n`);
    assert.ok((model.installations[0]?.writes.length ?? 0) > 10);
  });

  test('many ways that double at every step', () => {
    const links = Array.from(
      { length: 60 },
      (_, i) => `[S${String(i)}]\r\nNeeds=S${String(i + 1)},S${String(i + 1)}\r\n`,
    ).join('');
    assert.equal(bindText(`[DefaultInstall]\r\nNeeds=S0\r\n${links}`).installations.length, 1);
  });

  test('names of objects and odd headers', () => {
    const model = bindText(
      '[__proto__]\r\nconstructor=toString\r\n[constructor]\r\n[]\r\n[ ]\r\n[Manufacturer]\r\n__proto__\r\n,\r\n=\r\n[Strings]\r\n__proto__=x\r\n',
    );
    assert.equal(model.expand('%__proto__% %toString%'), 'x %toString%');
    assert.equal(model.fileKind, 'driver');
    assert.equal(model.installations.length, 1);
  });

  test('thousands of manufacturers of thousands of devices', () => {
    const repeat = (count: number, make: (i: string) => string) =>
      Array.from({ length: count }, (_, i) => make(String(i))).join('\r\n');
    const model = bindText(
      `[Manufacturer]\r\n${repeat(3000, (i) => `M${i}=M,NTamd64`)}\r\n[M.NTamd64]\r\n${repeat(3000, (i) => `D=X${i},PCI\\A`)}`,
    );
    assert.equal(model.installations.length, 3000);
    assert.equal(model.targets.length, 1);
  });
});
