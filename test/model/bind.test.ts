import assert from 'node:assert/strict';
import { absolute } from '../../server/src/syntax/cst.js';
import { bindText, modelOf, sectionIn } from './model-of.js';

function kindsOf(model: ReturnType<typeof modelOf>, name: string): string[] {
  return [...sectionIn(model, name).kinds].sort();
}

suite('sections and strings', () => {
  test('merges sections of one name in file order, whatever their case', () => {
    const model = modelOf('[A]\nx=1\n[B]\n[a]\ny=2');
    assert.deepEqual(
      model.sections.map(({ name }) => name),
      ['A', 'B'],
    );
    assert.deepEqual(
      sectionIn(model, 'A').lines.map(({ line }) => line.key?.value),
      ['x', 'y'],
    );
    assert.equal(model.sectionOf(model.cst.blocks[3] ?? assert.fail()), sectionIn(model, 'a'));
    assert.equal(model.sectionOf(model.cst.blocks[0] ?? assert.fail()), undefined);
  });

  test('keeps sections apart that have equal text but stand apart', () => {
    const model = bindText('[A]\r\nHKR,,x,,1\r\n[B]\r\n[A]\r\nHKR,,x,,1\r\n');
    const [first, second] = model.registryLines;
    assert.ok(first && second);
    assert.notEqual(first.at.placed, second.at.placed);
    assert.equal(model.registryLineAt(second.at), second);
  });

  test('expands tokens without regard to case; the first definition counts', () => {
    const model = modelOf('[Strings]\nA="one"\na="two"\nB=x,y');
    assert.equal(model.expand('%a%-%B%-%%-%c%-%13%'), 'one-x-%-%c%-%13%');
    assert.deepEqual(
      model.definitionsOf('a').map(({ value }) => value),
      ['one', 'two'],
    );
  });

  test('takes a token from a localized section only where [Strings] has none', () => {
    const model = modelOf('[Strings.0407]\nA="eins"\nB="zwei"\n[Strings]\nA="one"');
    assert.equal(model.expand('%A% %B%'), 'one zwei');
    assert.deepEqual(
      model.definitionsOf('A').map(({ value, language }) => [value, language]),
      [
        ['one', ''],
        ['eins', '0407'],
      ],
    );
  });

  test('finds a section named through a token', () => {
    const model = modelOf('[Version]\nClass=Net\n[DefaultInstall]\nAddReg=%R%\n[Reg]\nHKLM,a,b,,c\n[Strings]\nR=Reg');
    assert.deepEqual(kindsOf(model, 'Reg'), ['addRegistry']);
    assert.equal(model.referencesTo(sectionIn(model, 'Reg'))[0]?.name, 'Reg');
  });

  test('tells where tokens are used', () => {
    const model = modelOf('[A]\nx = "%One% %%", %13%\\a');
    const [line] = sectionIn(model, 'A').lines;
    assert.ok(line);
    const { text } = model.cst.snapshot;
    const uses = model.tokenUses(line).map(({ name, kind, span }) => [name, kind, text.slice(span.start, span.end)]);
    assert.deepEqual(uses, [
      ['One', 'string', '%One%'],
      ['', 'escape', '%%'],
      ['13', 'dirid', '%13%'],
    ]);
  });

  test('reads [Version]', () => {
    const model = modelOf('[Version]\nclass = %C%\n[Strings]\nC=Net');
    assert.equal(model.version('Class')?.value, 'Net');
    assert.equal(model.version('ClassGuid'), undefined);
  });

  test('takes a file for a template by option, name or text', () => {
    assert.equal(bindText('', { templateByName: true }).isTemplate, true);
    assert.equal(bindText('', {}, 'file:///a.INX').isTemplate, true);
    assert.equal(bindText('', {}, 'file:///a.inf.in').isTemplate, true);
    assert.equal(bindText('[M.NT$ARCH$]').isTemplate, true);
    assert.equal(bindText('[M.NTamd64]').isTemplate, false);
  });
});

suite('kinds of sections', () => {
  const model = modelOf(`
    [Version]
    Class=Net
    [Manufacturer]
    %M% = Models, NTamd64
    [Models.NTamd64]
    Dev = Inst, PCI\\VEN_1
    [Inst.NTamd64]
    AddReg = R, Both
    DelReg = Both
    CopyFiles = @file.sys, Files
    [Inst.NTamd64.HW]
    AddReg = R
    [Inst.NTamd64.Services]
    AddService = svc, 2, SvcInst, Log
    [Inst.NTamd64.Filters]
    AddFilter = flt,, Flt
    [Inst]
    [Inst.HW]
    [Inst.NTamd64.Wdf]
    KmdfService = svc, Kmdf
    [Kmdf]
    [Flt]
    [SvcInst]
    [Log]
    [R]
    [Both]
    [Files]
    [Orphan]
    [Inst.HW.NTamd64]
    [SourceDisksFiles.amd64]
    [DestinationDirs]
    Orphan = 13
  `);
  const expected: [string, string[]][] = [
    ['Version', ['version']],
    ['Manufacturer', ['manufacturer']],
    ['Models.NTamd64', ['models']],
    ['Inst.NTamd64', ['install']],
    ['Inst', ['install']],
    ['Inst.HW', ['installHardware']],
    ['Inst.NTamd64.HW', ['installHardware']],
    ['Inst.NTamd64.Services', ['installServices']],
    ['Inst.NTamd64.Wdf', ['installWdf']],
    ['Kmdf', ['kmdfServiceInstall']],
    ['Flt', ['filterInstall']],
    ['SvcInst', ['serviceInstall']],
    ['Log', ['eventLogInstall']],
    ['R', ['addRegistry']],
    ['Both', ['addRegistry', 'delRegistry']],
    ['Files', ['fileList']],
    ['SourceDisksFiles.amd64', ['sourceDisksFiles']],
    ['Orphan', []],
    ['Inst.HW.NTamd64', []],
  ];
  for (const [name, kinds] of expected) {
    test(`[${name}]: ${kinds.join(' and ') || 'none'}`, () => {
      assert.deepEqual(kindsOf(model, name), kinds);
    });
  }

  test('lists references in file order, with what they mean', () => {
    const references = model.references.map(
      ({ directive, name, expects, targets }) => `${directive} ${name} ${expects} ${String(targets.length)}`,
    );
    assert.deepEqual(references.slice(0, 5), [
      'Manufacturer Models models 1',
      'Models Inst install 2',
      'AddReg R addRegistry 1',
      'AddReg Both addRegistry 1',
      'DelReg Both delRegistry 1',
    ]);
    assert.ok(references.includes('DestinationDirs Orphan fileList 1'));
    assert.ok(!references.some((each) => each.includes('@file')));
  });

  test('knows who refers to a section', () => {
    const referring = model.referencesTo(sectionIn(model, 'R')).map(({ from, at, field }) => {
      const { start, end } = absolute(at.placed, field.span);
      return `${from.name}: ${model.cst.snapshot.text.slice(start, end)}`;
    });
    assert.deepEqual(referring, ['Inst.NTamd64: R', 'Inst.NTamd64.HW: R']);
  });

  test('keeps a reference to a missing section', () => {
    const missing = modelOf('[Version]\nClass=Net\n[DefaultInstall]\nAddReg = Gone').references[0];
    assert.deepEqual([missing?.name, missing?.targets.length], ['Gone', 0]);
  });

  test('states a reference once, even from a section with two roles', () => {
    const both = modelOf(
      '[Manufacturer]\nM=Models\n[Models]\nD=X,PCI\\A\n[X]\nAddReg=R\n[ClassInstall32]\nNeeds=X\n[R]',
    );
    assert.deepEqual(kindsOf(both, 'X'), ['classInstall', 'install']);
    assert.equal(both.referencesTo(sectionIn(both, 'R')).length, 1);
  });
});
