import assert from 'node:assert/strict';
import {
  arityOf,
  companionsOf,
  directiveNamed,
  directiveOfLine,
  fieldSpecAt,
  isDecoration,
  sectionKindByName,
} from '../../server/src/language/lookup.js';
import { splitPlatform } from '../../server/src/language/platforms.js';
import type { Directive } from '../../server/src/language/directives.js';

/** The row, or a failed test. */
function row(found: Directive | undefined): Directive {
  assert.ok(found !== undefined);
  return found;
}

suite('look-ups in the tables', () => {
  test('finds the kind of reserved names, whatever their case and decoration', () => {
    assert.equal(sectionKindByName('VERSION'), 'version');
    assert.equal(sectionKindByName('Strings.0407'), 'strings');
    assert.equal(sectionKindByName('SourceDisksFiles.AMD64'), 'sourceDisksFiles');
    assert.equal(sectionKindByName('DefaultInstall.NTamd64'), 'defaultInstall');
    assert.equal(sectionKindByName('DefaultInstall.NTamd64.Services'), 'defaultInstallServices');
    assert.equal(sectionKindByName('DefaultInstall.Services'), 'defaultInstallServices');
    assert.equal(sectionKindByName('ClassInstall32.NT.Services'), 'classInstallServices');
    assert.equal(sectionKindByName('SignatureAttributes.PETrust'), 'signatureAttribute');
    assert.equal(sectionKindByName('SourceDisksFiles.$ARCH$'), 'sourceDisksFiles');
    assert.equal(sectionKindByName('DefaultInstall.NT$ARCH$.Services'), 'defaultInstallServices');
  });

  test('leaves names alone that authors choose', () => {
    assert.equal(sectionKindByName('Install.NTamd64'), undefined);
    assert.equal(sectionKindByName('Version.NTamd64'), undefined);
    assert.equal(sectionKindByName('Strings.german'), undefined);
    assert.equal(sectionKindByName('SourceDisksFiles.NTamd64'), undefined);
    assert.equal(sectionKindByName('DefaultInstall.Wrong'), undefined);
    assert.equal(sectionKindByName('constructor'), undefined);
    assert.equal(sectionKindByName(''), undefined);
  });

  test('splits platform extensions off, and nothing else', () => {
    assert.deepEqual(splitPlatform('Install.NTamd64'), { base: 'Install', extension: '.NTamd64' });
    assert.deepEqual(splitPlatform('Install.NT'), { base: 'Install', extension: '.NT' });
    assert.deepEqual(splitPlatform('Install.toString'), { base: 'Install.toString', extension: '' });
    assert.deepEqual(splitPlatform('Install'), { base: 'Install', extension: '' });
  });

  test('finds a directive where it may stand, and only there', () => {
    assert.equal(directiveNamed('install', 'addreg')?.name, 'AddReg');
    assert.equal(directiveNamed('installServices', 'AddReg'), undefined);
    assert.equal(directiveNamed('serviceTrigger', 'Action')?.title, 'Action (trigger)');
    assert.equal(directiveNamed('serviceFailureActions', 'Action')?.title, 'Action (failure)');
  });

  test('reads a platform extension of keys that take one', () => {
    assert.equal(directiveNamed('version', 'CatalogFile.NTamd64')?.name, 'CatalogFile');
    assert.equal(directiveNamed('version', 'DriverVer.NTamd64'), undefined);
  });

  test('knows what a line is by its shape', () => {
    assert.equal(directiveOfLine('models', '%Device%', 'Install')?.name, 'Models');
    assert.equal(directiveOfLine('destinationDirs', 'defaultdestdir', '13')?.name, 'DefaultDestDir');
    assert.equal(directiveOfLine('destinationDirs', 'Files', '13')?.name, 'DestinationDirs');
    assert.equal(directiveOfLine('addRegistry', undefined, 'HKR')?.name, 'add-registry');
    assert.equal(directiveOfLine('install', undefined, 'Reboot')?.form, 'bare');
    assert.equal(directiveOfLine('install', 'Reboot', '1'), undefined);
    assert.equal(directiveOfLine('install', undefined, 'Nonsense'), undefined);
    assert.equal(directiveOfLine('manufacturer', undefined, 'Acme')?.title, 'Manufacturer name');
  });

  test('tells the type of a field by its position', () => {
    const addService = row(directiveNamed('installServices', 'AddService'));
    assert.deepEqual(fieldSpecAt(addService, 2, 3)?.type, {
      type: 'sectionRef',
      kinds: ['serviceInstall'],
      lookup: 'literal',
    });
    assert.deepEqual(fieldSpecAt(addService, 3, 4)?.type, {
      type: 'sectionRef',
      kinds: ['eventLogInstall'],
      lookup: 'literal',
    });
    assert.equal(fieldSpecAt(addService, 6, 7), undefined);
    const addReg = row(directiveNamed('install', 'AddReg'));
    assert.deepEqual(fieldSpecAt(addReg, 9, 10)?.type, {
      type: 'sectionRef',
      kinds: ['addRegistry'],
      lookup: 'literal',
    });
  });

  test('reads the short form of WMIInterface', () => {
    const wmi = row(directiveNamed('installWmi', 'WMIInterface'));
    assert.equal(fieldSpecAt(wmi, 1, 2)?.type.type, 'sectionRef');
    assert.equal(fieldSpecAt(wmi, 1, 3)?.type.type, 'flags');
    assert.deepEqual(arityOf(wmi), { least: 2, most: 3 });
  });

  test('counts how many values a line takes', () => {
    assert.deepEqual(arityOf(row(directiveNamed('install', 'AddReg'))), { least: 1, most: Infinity });
    assert.deepEqual(arityOf(row(directiveNamed('installServices', 'AddService'))), { least: 0, most: 6 });
    assert.deepEqual(arityOf(row(directiveOfLine('bitRegistry', undefined, 'HKR'))), { least: 6, most: 6 });
    assert.deepEqual(arityOf(row(directiveNamed('install', 'Reboot'))), { least: 0, most: 0 });
  });

  test('lists what hangs on an install section', () => {
    const suffixes = companionsOf('install').map(({ suffix }) => suffix);
    for (const suffix of ['.HW', '.Services', '.Interfaces', '.CoInstallers', '.Wdf', '.Filters', '.COM', '.Events']) {
      assert.ok(suffixes.includes(suffix), suffix);
    }
    assert.deepEqual(
      companionsOf('addRegistry').map(({ kind }) => kind),
      ['addRegistrySecurity'],
    );
    assert.deepEqual(companionsOf('version'), []);
  });

  test('judges suffixes by the style of decoration', () => {
    assert.ok(isDecoration('platform', '.ntarm64'));
    assert.ok(!isDecoration('platform', '.arm64'));
    assert.ok(isDecoration('architecture', '.arm64'));
    assert.ok(isDecoration('language', '.0c0a'));
    assert.ok(!isDecoration('language', '.c0a'));
    assert.ok(isDecoration('targetOsVersion', '.ntamd64.10.0...16299'));
    assert.ok(!isDecoration('none', '.nt'));
  });
});
