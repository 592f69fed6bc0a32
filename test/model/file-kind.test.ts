import assert from 'node:assert/strict';
import type { FileKind } from '../../server/src/model/types.js';
import { modelOf } from './model-of.js';

function isKind(expected: FileKind, template: string): void {
  assert.equal(modelOf(template).fileKind, expected);
}

suite('kind of file', () => {
  test('driver: by its class', () => {
    isKind('driver', '[Version]\nSignature="$WINDOWS NT$"\nClass=Net');
  });
  test('driver: by [Manufacturer], even without [Version]', () => {
    isKind('driver', '[Manufacturer]\n%M% = Models');
  });
  test('driver: DefaultInstall with services, for every decoration', () => {
    isKind('driver', '[Version]\nSignature="$CHICAGO$"\n[DefaultInstall.NTamd64.Services]\nAddService=a,,b');
  });
  test('driver: nothing but registry sections, yet of a class', () => {
    isKind(
      'driver',
      '[Version]\nSignature="$Windows NT$"\nClassGuid={4d36e972-e325-11ce-bfc1-08002be10318}\n[AddReg]\nHKR,,a,,b',
    );
  });
  test('driver: just begun', () => {
    for (const text of [
      '',
      '; a comment',
      '[Ver',
      '[Version]',
      '[Version]\nSignature = "$Windows NT$"',
      '[Strings]\na="b"',
    ]) {
      isKind('driver', text);
    }
  });
  test('driver: begun with writer-defined sections', () => {
    isKind('driver', '[Version]\nSignature="$Windows NT$"\nProvider=%P%\n[My.Install]\nCopyFiles=My.Files');
  });
  test('driver: a section of another format does not outweigh a class', () => {
    isKind('driver', '[Version]\nSignature="$Windows NT$"\nClass=System\n[Defines]\nx=y');
  });
  test('UEFI module', () => {
    isKind('uefi-module', '## @file\n[Defines]\n  INF_VERSION = 0x00010005\n  BASE_NAME = Shell\n[Sources]\n  Shell.c');
  });
  test('autorun', () => {
    isKind('autorun', '[AutoRun]\nopen=setup.exe');
    isKind('autorun', '[autorun.amd64]\nopen=setup.exe\n[DeviceInstall]\nDriverPath=x');
  });
  test('security template', () => {
    isKind(
      'security-template',
      '[Unicode]\nUnicode=yes\n[System Access]\nMinimumPasswordAge=1\n[Version]\nsignature="$CHICAGO$"',
    );
  });
  test('registry hive', () => {
    isKind('registry-hive', '[Version]\nSignature="$Windows NT$"\n[AddReg]\nHKLM,"SYSTEM\\x",,0x10\n[Strings]\na="b"');
    isKind('registry-hive', '[AddReg]\nHKLM,"SYSTEM\\x",,0x10');
    isKind('registry-hive', '; no header at all\nHKLM,"SYSTEM\\x","Start",0x00010001,1');
  });
  test('application', () => {
    isKind('application', '[version]\nSignature="$CHICAGO$"\n[RegisterDll]\nAddReg=A\n[A]\nHKCR,a,,,b');
    isKind('application', '[Version]\nSignature="$CHICAGO$"\nAdvancedINF=2.0\n[DefaultInstall]\nCopyFiles=a');
  });
  test('unattend', () => {
    isKind('unattend', '[Unattend]\nSignature="$Windows NT$"');
  });
  test('unknown: a class of zeros', () => {
    isKind(
      'unknown',
      '[Version]\nSignature=$Windows NT$\nClassGUID={00000000-0000-0000-0000-000000000000}\n[Locales]\na=b',
    );
  });
  test('unknown: a certificate request', () => {
    assert.notEqual(modelOf('[Version]\nSignature="$Windows NT$"\n[NewRequest]\nSubject="CN=x"').fileKind, 'driver');
  });
});
