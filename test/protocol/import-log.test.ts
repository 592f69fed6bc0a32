import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { IMPORT_REQUEST, IMPORT_SOURCE, type ImportAnswer } from '../../server/src/lsp/import-protocol.js';
import { driver } from '../support/snippet.js';
import { messageOf, PULLING, ServerProcess } from './server-process.js';

const TEXT = `${driver('').replace(/\r?\n$/, '')}\r\n[Nobody.Refers]\r\nHKR,,X,,1\r\n`;
const LINE = TEXT.split(/\r?\n/).indexOf('[Nobody.Refers]') + 1;

suite('imported log', () => {
  let server: ServerProcess;
  let folder: string;
  let uri: string;
  const ask = (text: string): Promise<ImportAnswer> =>
    server.connection.sendRequest(IMPORT_REQUEST, { text, folders: [pathToFileURL(folder).href] });

  setup(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'inf-import-')));
    writeFileSync(path.join(folder, 'Nic.inf'), Buffer.from(`\ufeff${TEXT}`, 'utf16le'));
    uri = pathToFileURL(path.join(folder, 'Nic.inf')).href;
    server = new ServerProcess();
    await server.initialize(PULLING);
  });
  teardown(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  test('of a file on disk: our place and page, the severity of the log', async () => {
    const { files, missing } = await ask(
      `ERROR(2083) in C:\\x\\NIC.INF, line ${String(LINE)}: Section [Nobody.Refers] not used.\nERROR(1203) in gone.inf, line 1: x\n`,
    );
    assert.deepEqual(missing, ['gone.inf']);
    const [file, ...more] = files;
    assert.deepEqual([file?.uri, more], [uri, []]);
    const [diagnostic] = file?.diagnostics ?? [];
    assert.equal(diagnostic?.source, IMPORT_SOURCE);
    assert.equal(diagnostic.code, 'unused-section');
    assert.equal(diagnostic.severity, 1);
    assert.match(diagnostic.codeDescription?.href ?? '', /\/docs\/rules\/unused-section\.md$/);
    assert.deepEqual(diagnostic.range, {
      start: { line: LINE - 1, character: 0 },
      end: { line: LINE - 1, character: '[Nobody.Refers]'.length },
    });
  });

  test('of an open document: the text as it stands in the editor', async () => {
    await server.open(uri, `; new\r\n${TEXT}`);
    const { files } = await ask('WARN (2083) in nic.inf, line 3: Section [Nobody.Refers] not used.');
    assert.equal(files[0]?.diagnostics[0]?.range.start.line, LINE);
  });

  test('shows what we do not find as the log tells it', async () => {
    const { files } = await ask('nic.inf(1-1): error 1999: Nobody knows this.');
    const [diagnostic] = files[0]?.diagnostics ?? [];
    assert.equal(messageOf(diagnostic), 'InfVerif: Nobody knows this. (InfVerif 1999)');
    assert.match(diagnostic?.codeDescription?.href ?? '', /\/docs\/infverif\.md$/);
  });

  test('offers our fixes for imported findings that the mode of the editor does not report', async () => {
    server.settings = { mode: 'k' };
    const text = driver('[Svc_Inst]\nAddReg = Svc_Reg\n[Svc_Reg]\nHKR,Other,X,0x00010001,1');
    const line = text.split(/\r?\n/).indexOf('HKR,Other,X,0x00010001,1');
    await server.open(uri, text);
    const { files } = await ask(`nic.inf(${String(line + 1)}-${String(line + 1)}): error 1323: Not isolated.`);
    const [diagnostic] = files[0]?.diagnostics ?? [];
    assert.equal(diagnostic?.code, 'service-key-outside-parameters');
    const actions = (diagnostics: Diagnostic[]): Promise<readonly CodeAction[]> =>
      server.codeActions(uri, diagnostic.range, { diagnostics, only: ['quickfix'] });
    assert.deepEqual(await actions([]), []);
    assert.ok((await actions([diagnostic])).length > 0);
  });
});
