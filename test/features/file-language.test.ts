import assert from 'node:assert/strict';
import { fileLanguage } from '../../server/src/features/file-language.js';

suite('language of a file by its content', () => {
  test('a signature and a driver section make a driver INF', () => {
    const text = '[Version]\r\nSignature = "$Windows NT$"\r\nClass = Net\r\n[Manufacturer]\r\n%X% = X, NTamd64\r\n';
    assert.equal(fileLanguage(text), 'driver');
  });

  test('a file that has only begun is nothing yet', () => {
    assert.equal(fileLanguage(''), undefined);
    assert.equal(fileLanguage('[Version]\r\n'), undefined);
  });

  test('plain settings with a [Version] are no driver INF', () => {
    assert.equal(fileLanguage('[Version]\nnumber = 3\n[Server]\nport = 80\n'), undefined);
  });

  test('[Defines] makes a UEFI module description', () => {
    const text = '[Defines]\n  INF_VERSION = 0x00010005\n  BASE_NAME = Shell\n  MODULE_TYPE = UEFI_APPLICATION\n';
    assert.equal(fileLanguage(text), 'uefi-module');
  });

  test('autorun files belong to nobody here', () => {
    assert.equal(fileLanguage('[autorun]\nopen = setup.exe\n'), undefined);
  });

  test('text before the first section that never ends does not take long', () => {
    const start = Date.now();
    assert.equal(fileLanguage(' '.repeat(5_000_000)), undefined);
    assert.equal(fileLanguage('Signature '.repeat(500_000)), undefined);
    assert.ok(Date.now() - start < 1000);
  });
});
