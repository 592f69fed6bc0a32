import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, languageIs, open, writeFile } from './support.js';

const DRIVER = '[Version]\r\nSignature = "$Windows NT$"\r\nClass = Net\r\n[Manufacturer]\r\n';
const UEFI =
  '[Defines]\r\n  INF_VERSION = 0x00010005\r\n  BASE_NAME = Nic\r\n  MODULE_TYPE = UEFI_DRIVER\r\n[Sources]\r\n  Nic.c\r\n';

/** Opens another file and waits for its language: whatever was to happen to files opened before has then happened. */
async function settle(name: string): Promise<void> {
  const uri = writeFile(name, DRIVER);
  await open(uri);
  await languageIs(uri, 'windows-inf');
}

/** A second extension is installed here that claims .inf for UEFI, as real ones do. */
suite('language of a file', () => {
  teardown(async () => {
    await vscode.workspace
      .getConfiguration('files')
      .update('associations', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const name of ['driver.inf', 'driver.INF', 'driver.inx', 'driver.inf.in', 'driver.inx.in']) {
    test(`${name} with a driver becomes Windows INF`, async () => {
      const uri = writeFile(name, DRIVER);
      await open(uri);
      await languageIs(uri, 'windows-inf');
    });
  }

  test('a UEFI module description becomes UEFI’s, and has no findings', async () => {
    const uri = writeFile('Nic.inf', UEFI);
    await open(uri);
    await languageIs(uri, 'edk2_inf');
    assert.deepEqual(findingsIn(uri), []);
  });

  test('a driver INF that opened as plain text is taken', async () => {
    const uri = writeFile('template.inf.txt', DRIVER);
    await open(uri);
    await languageIs(uri, 'windows-inf');
  });

  test('a text that merely has the name is left alone', async () => {
    const uri = writeFile('notes.inf.txt', 'Notes about an INF.\n');
    await open(uri);
    await settle('after-notes.inf');
    await languageIs(uri, 'plaintext');
  });

  test('what files.associations says stands', async () => {
    await vscode.workspace
      .getConfiguration('files')
      .update('associations', { 'pinned*.inf': 'plaintext' }, vscode.ConfigurationTarget.Workspace);
    const uri = writeFile('pinned-driver.inf', DRIVER);
    await open(uri);
    await settle('after-pinned.inf');
    await languageIs(uri, 'plaintext');
  });

  test('what the user chose by hand stands', async () => {
    const uri = writeFile('chosen.inf', DRIVER);
    await open(uri);
    const document = await languageIs(uri, 'windows-inf');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await settle('after-chosen.inf');
    await languageIs(uri, 'plaintext');
  });

  test('nothing is changed when detection is off', async () => {
    const settings = vscode.workspace.getConfiguration('windowsInf');
    await settings.update('autoDetect', 'off', vscode.ConfigurationTarget.Global);
    try {
      const uri = writeFile('undetected.inf.txt', DRIVER);
      await open(uri);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await languageIs(uri, 'plaintext');
    } finally {
      await settings.update('autoDetect', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
