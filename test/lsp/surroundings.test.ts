import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DocumentSurroundings } from '../../server/src/lsp/surroundings.js';

suite('surroundings of a document', () => {
  let root: string;
  let file: string;
  setup(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'inf-surroundings-'));
    file = path.join(root, 'a.inf');
  });
  teardown(() => rmSync(root, { recursive: true, force: true }));

  const of = (): DocumentSurroundings => new DocumentSurroundings(pathToFileURL(file).href);

  test('the day is in UTC', () => {
    assert.equal(of().today, new Date().toISOString().slice(0, 10));
  });

  test('the encoding is that of the file on disk, read again when it is saved', () => {
    writeFileSync(file, '[Version]\r\nProvider = "é"\r\n');
    const surroundings = of();
    assert.deepEqual(surroundings.encoding, { name: 'utf-8', hasBom: false });
    writeFileSync(file, Buffer.from('\uFEFF[Version]\r\n', 'utf16le'));
    assert.deepEqual(surroundings.encoding, { name: 'utf-8', hasBom: false });
    surroundings.saved();
    assert.deepEqual(surroundings.encoding, { name: 'utf-16le', hasBom: true });
  });

  test('the folder is looked into, case aside', () => {
    writeFileSync(file, '');
    writeFileSync(path.join(root, 'A.CAT'), '');
    mkdirSync(path.join(root, 'x64'));
    writeFileSync(path.join(root, 'x64', 'svc.sys'), '');
    utimesSync(path.join(root, 'A.CAT'), 1000, 1000);
    const { folder } = of();
    assert.ok(folder?.has('a.cat') === true && folder.has('X64\\SVC.SYS'));
    assert.ok(!folder.has('svc.sys'));
    assert.equal(folder.changed('a.cat'), 1_000_000);
    assert.ok((folder.infChanged ?? 0) > 1_000_000);
  });

  test('nothing is known of a document without a file of this machine', () => {
    assert.equal(of().encoding, undefined);
    for (const uri of ['untitled:a.inf', 'vscode-vfs://github/a.inf', 'file://server/share/a.inf']) {
      const surroundings = new DocumentSurroundings(uri);
      assert.deepEqual(
        [surroundings.encoding, surroundings.folder, surroundings.provider],
        [undefined, undefined, undefined],
      );
    }
  });
});
