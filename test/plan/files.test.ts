import assert from 'node:assert/strict';
import { bind } from '../../server/src/model/bind.js';
import { createAnalysis, type Analysis } from '../../server/src/plan/analysis.js';
import { placeKey, placeOf, placeText, readDestinations, readDirid } from '../../server/src/plan/destinations.js';
import { readFileOperations } from '../../server/src/plan/file-operations.js';
import { canMeet } from '../../server/src/plan/file-users.js';
import { planFiles } from '../../server/src/plan/files.js';
import { findCopiedFiles, placeOfPath, readServiceBinaries } from '../../server/src/plan/service-binaries.js';
import { covers, forArchitecture, joinFolders, readSourceDisks } from '../../server/src/plan/source-disks.js';
import { parse } from '../../server/src/syntax/parse.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { dedent } from '../support/snippet.js';

function analyse(text: string): Analysis {
  return createAnalysis(bind(parse(createSnapshot('file:///test.inf', 1, dedent(text))).cst));
}

const PACKAGE = `
  [Manufacturer]
  "Vendor" = Models, NTamd64, NTarm64
  [Models.NTamd64]
  "Device" = Dev, USB\\VID_1209&PID_0001
  "Other"  = Other, USB\\VID_1209&PID_0002
  [Models.NTarm64]
  "Device" = Dev, USB\\VID_1209&PID_0001
  [Dev.NTamd64]
  CopyFiles = Files, @single.bin
  DelFiles  = Files
  [Dev.NTarm64]
  Needs = Shared
  [Shared]
  CopyFiles = Shared_Files
  [Other.NT]
  CopyFiles = Shared_Files
  [Other.NT.Interfaces]
  AddInterface = {11111111-2222-3333-4444-555555555555},,Interface
  [Interface]
  CopyFiles = @interface.bin
  [Other.NT.Services]
  AddService = Svc, 2, Svc_Inst
  [Svc_Inst]
  ServiceBinary = """%12%\\sub folder\\svc.sys"" -k"
  [Files]
  new.dll, old.dll,, 0x4000
  same.dll
  [Shared_Files]
  svc.sys
  [DestinationDirs]
  DefaultDestDir = 13
  Files          = 10, System32\\drivers
  [SourceDisksNames]
  1 = "Disk",,,\\root
  [SourceDisksNames.arm64]
  1 = "Disk",,,\\arm
  [SourceDisksFiles]
  old.dll = 1, sub
  svc.sys = 1
  [SourceDisksFiles.arm64]
  SVC.sys = 1, own
`;

suite('plan: files', () => {
  test('reads sources, the lines of an architecture before the plain ones', () => {
    const sources = readSourceDisks(analyse(PACKAGE));
    const lines = sources.filesNamed('Svc.SYS');
    assert.deepEqual(
      lines.map(({ scope, disk, folder }) => ({ scope, disk, folder })),
      [
        { scope: 'all', disk: 1, folder: '' },
        { scope: 'arm64', disk: 1, folder: 'own' },
      ],
    );
    assert.equal(forArchitecture(lines, 'arm64')?.folder, 'own');
    assert.equal(forArchitecture(lines, 'amd64')?.folder, '');
    assert.equal(forArchitecture(sources.disksNamed(1), 'arm64')?.folder, '\\arm');
    assert.equal(sources.filesNamed('none').length + sources.disksNamed(2).length, 0);
  });

  test('knows which systems read a section', () => {
    assert.ok(covers('all', 'x86') && covers('open', 'x86') && covers('x86', 'x86') && covers('x86', undefined));
    assert.ok(!covers('x86', 'amd64'));
  });

  test('joins folders in one spelling', () => {
    assert.equal(joinFolders('\\x64\\', './sub', '', 'a.dll'), 'x64\\sub\\a.dll');
  });

  test('reads dirids', () => {
    assert.deepEqual(
      ['13', '0x0D', '-1', '65535', '01', ' 12 ', '%13%', 'x', '$DIR$', '%Token%'].map((text) => readDirid(text)),
      [13, 13, -1, -1, 1, 12, undefined, undefined, 'open', 'open'],
    );
  });

  test('finds the destination of a list, its own or the default', () => {
    const destinations = readDestinations(analyse(PACKAGE));
    assert.equal(destinations.of('FILES')?.folder, 'System32\\drivers');
    assert.equal(destinations.of('Shared_Files')?.dirid, 13);
    assert.equal(destinations.of(undefined), destinations.byDefault);
    assert.equal(destinations.ownOf('Shared_Files'), undefined);
  });

  test('takes two spellings of one place for the same', () => {
    const place = placeOf(10, 'System32\\Drivers', 'UMDF', 'a.dll');
    assert.deepEqual(place, { dirid: 12, path: 'UMDF\\a.dll' });
    assert.equal(placeKey(place), placeKey(placeOf(11, 'drivers\\umdf\\A.dll')));
    assert.notEqual(placeKey(place), placeKey(placeOf(13, 'UMDF\\a.dll')));
    assert.equal(placeText(place), '%12%\\UMDF\\a.dll');
    assert.deepEqual(placeOfPath('%11%\\drivers\\a.sys'), { dirid: 12, path: 'a.sys' });
    assert.equal(placeOfPath('system32\\a.sys'), undefined);
  });

  test('reads what is copied and deleted; a line of two roles counts once', () => {
    const operations = readFileOperations(analyse(PACKAGE));
    const described = operations.all.map(({ kind, source, destination, flags }) => [kind, source, destination, flags]);
    assert.deepEqual(described, [
      ['copy', 'single.bin', 'single.bin', 0],
      ['copy', 'interface.bin', 'interface.bin', 0],
      ['copy', 'old.dll', 'new.dll', 0x4000],
      ['copy', 'same.dll', 'same.dll', 0],
      ['copy', 'svc.sys', 'svc.sys', 0],
      ['delete', '', 'new.dll', 0x4000],
      ['delete', '', 'same.dll', 0],
    ]);
    assert.equal(operations.byLine.length, 5);
    assert.deepEqual(
      operations.uses.map(({ kind, name, from }) => `${from.name} ${kind} ${name}`),
      ['Dev.NTamd64 copy Files', 'Shared copy Shared_Files', 'Other.NT copy Shared_Files', 'Dev.NTamd64 delete Files'],
    );
  });

  test('follows installations to their files', () => {
    const analysis = analyse(PACKAGE);
    const plan = planFiles(analysis);
    const copied = analysis.model.installations.map((one) => [
      `${one.name} ${one.architecture ?? ''}`,
      ...plan.copiesOf(one).map(({ operation, place }) => `${operation.source} ${place ? placeText(place) : '?'}`),
    ]);
    assert.deepEqual(copied, [
      ['Dev amd64', 'single.bin %13%\\single.bin', 'old.dll %12%\\new.dll', 'same.dll %12%\\same.dll'],
      ['Other amd64', 'svc.sys %13%\\svc.sys', 'interface.bin %13%\\interface.bin'],
      ['Dev arm64', 'svc.sys %13%\\svc.sys'],
    ]);
    const [, , arm] = analysis.model.installations;
    assert.ok(arm);
    const [copy] = plan.copiesOf(arm);
    assert.equal(copy?.disk?.folder, '\\arm');
    assert.equal(copy.sourceLine?.folder, 'own');
    const shared = analysis.model.sectionNamed('Shared_Files');
    assert.ok(shared);
    assert.deepEqual([...plan.users.architecturesOf(shared)].sort(), ['amd64', 'arm64']);
  });

  test('tells which installations can take place on one system', () => {
    const analysis = analyse(`
      [Manufacturer]
      "Vendor" = Models, NTamd64, NTamd64.10.0...17763, NTarm64
      [Models.NTamd64]
      "Device" = Old, USB\\VID_1209&PID_0001
      [Models.NTamd64.10.0...17763]
      "Device" = New, USB\\VID_1209&PID_0001
      "Third"  = Third, USB\\VID_1209&PID_0003
      [Models.NTarm64]
      "Device" = Arm, USB\\VID_1209&PID_0001
      [Old.NT]
      [New.NT]
      [Third.NT]
      [Arm.NT]
    `);
    const named = (name: string) => {
      const found = analysis.model.installations.find((one) => one.name === name);
      assert.ok(found);
      return found;
    };
    assert.ok(canMeet(named('New'), named('Third')));
    assert.ok(!canMeet(named('Old'), named('New')));
    assert.ok(!canMeet(named('Arm'), named('New')));
  });

  test('reads the paths of services', () => {
    const analysis = analyse(PACKAGE);
    const [binary] = readServiceBinaries(analysis);
    assert.ok(binary);
    const { path, rest, isQuoted, place } = binary;
    assert.deepEqual(
      { path, rest, isQuoted, place },
      {
        path: '%12%\\sub folder\\svc.sys',
        rest: ' -k',
        isQuoted: true,
        place: { dirid: 12, path: 'sub folder\\svc.sys' },
      },
    );
  });

  test('knows which files are copied, and where', () => {
    const copied = findCopiedFiles(analyse(PACKAGE));
    assert.ok(copied.has({ dirid: 13, path: 'SVC.sys' }, 'arm64'));
    assert.ok(copied.has({ dirid: 12, path: 'new.dll' }, 'amd64'));
    assert.ok(!copied.has({ dirid: 12, path: 'new.dll' }, 'arm64'));
    assert.ok(!copied.has({ dirid: 12, path: 'svc.sys' }, undefined));
    assert.equal(copied.named('Svc.sys').length, 1);
    assert.equal(copied.hasOpenNames, false);
  });
});
