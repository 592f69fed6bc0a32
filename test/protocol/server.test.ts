import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver-protocol/node';
import { modes } from '../../server/src/language/infverif.js';
import { messageOf, PULLING, ServerProcess } from './server-process.js';

const URI = 'untitled:nic.inf';

/** A driver INF whose service opts in with `value`. */
function driver(value: string): string {
  return [
    '[Version]',
    'Signature = "$Windows NT$"',
    'Class = Net',
    'ClassGuid = {4d36e972-e325-11ce-bfc1-08002be10318}',
    'Provider = %P%',
    'CatalogFile = nic.cat',
    'DriverVer = 11/02/2024,1.0.0.0',
    'PnpLockdown = 1',
    '[Manufacturer]',
    '%P% = Nic, NTamd64.10.0...19041',
    '[Nic.NTamd64.10.0...19041]',
    '%P% = Nic.Install, PCI\\VEN_C0A5&DEV_0001',
    '[Nic.Install.NT]',
    'CopyFiles = @nic.sys',
    '[Nic.Install.NT.HW]',
    'AddReg = Nic.Hw.Reg',
    '[Nic.Hw.Reg]',
    'HKR, DMA Management, RemappingSupported, 0x00010001, 1',
    '[Nic.Install.NT.Services]',
    'AddService = nic, 2, Nic.Service',
    '[Nic.Service]',
    'ServiceType = 1',
    'StartType = 3',
    'ErrorControl = 1',
    'ServiceBinary = %13%\\nic.sys',
    'AddReg = Nic.Service.Reg',
    '[Nic.Service.Reg]',
    `HKR, Parameters, DmaRemappingCompatible, 0x00010001, ${value}`,
    '[DestinationDirs]',
    'DefaultDestDir = 13',
    '[SourceDisksNames]',
    '1 = %P%',
    '[SourceDisksFiles]',
    'nic.sys = 1',
    '[Strings]',
    'P = "Nic"',
    '',
  ].join('\r\n');
}

const VALUE_LINE = 27;
const VALUE_COLUMN = 'HKR, Parameters, DmaRemappingCompatible, 0x00010001, '.length;
const VALUE_RANGE = {
  start: { line: VALUE_LINE, character: VALUE_COLUMN },
  end: { line: VALUE_LINE, character: VALUE_COLUMN + 1 },
};
const RULE = 'dma-value-out-of-range';

suite('server over stdio', () => {
  let server: ServerProcess;
  setup(() => (server = new ServerProcess()));
  teardown(() => server.kill());

  test('states what it can do, and ends with exit code 0', async () => {
    const { capabilities } = await server.initialize(PULLING);
    assert.equal(capabilities.hoverProvider, true);
    assert.ok(capabilities.codeLensProvider);
    assert.ok(capabilities.diagnosticProvider);
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.equal(await server.shutdown(), 0);
  });

  test('offers pull diagnostics only to clients that pull', async () => {
    const { capabilities } = await server.initialize({});
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  test('a pull finds what is wrong, with link, InfVerif-free message and source', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('7'));
    const found = (await server.diagnostics(URI)).filter(({ code }) => code === RULE);
    assert.equal(found.length, 1);
    assert.deepEqual(found[0]?.range, VALUE_RANGE);
    assert.equal(found[0].source, 'windows-inf');
    assert.match(found[0].codeDescription?.href ?? '', new RegExp(`/docs/rules/${RULE}\\.md$`));
  });

  test('nothing is wrong with a right file', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('1'));
    assert.deepEqual(await server.diagnostics(URI), []);
  });

  test('an unchanged document has an unchanged report', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('7'));
    const first = await server.report(URI);
    assert.ok(first.kind === 'full' && first.resultId !== undefined);
    assert.deepEqual(await server.report(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await server.change(URI, 2, [{ range: VALUE_RANGE, text: '1' }]);
    const second = await server.report(URI, first.resultId);
    assert.equal(second.kind, 'full');
  });

  test('the result of a closed document says nothing about the one opened after it', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('7'));
    const first = await server.report(URI);
    await server.close(URI);
    await server.open(URI, driver('1'));
    const second = await server.report(URI, first.kind === 'full' ? first.resultId : undefined);
    assert.ok(second.kind === 'full');
    assert.deepEqual(second.items, []);
  });

  test('changes of a piece of text are followed', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('1'));
    const line = { line: VALUE_LINE, character: 0 };
    await server.change(URI, 2, [
      { range: { start: line, end: line }, text: '; comment\r\n' },
      {
        range: {
          start: { line: VALUE_LINE + 1, character: VALUE_COLUMN },
          end: { line: VALUE_LINE + 1, character: VALUE_COLUMN + 1 },
        },
        text: '9',
      },
    ]);
    const [found] = (await server.diagnostics(URI)).filter(({ code }) => code === RULE);
    assert.equal(found?.range.start.line, VALUE_LINE + 1);
  });

  test('a burst of changes and requests is answered with the latest text', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('1'));
    const answers = [];
    for (let version = 2; version < 60; version++) {
      await server.change(URI, version, [{ range: VALUE_RANGE, text: String(version % 2 === 0 ? 1 : 9) }]);
      answers.push(server.report(URI));
    }
    const reports = await Promise.all(answers);
    const last = reports.at(-1);
    assert.ok(last?.kind === 'full');
    assert.equal(last.items.filter(({ code }) => code === RULE).length, 1);
  });

  test('a client that cannot pull is sent the findings, their end, and nothing after closing', async () => {
    await server.initialize({});
    await server.open(URI, driver('7'));
    await server.pushed(({ version, diagnostics }) => version === 1 && diagnostics.some(({ code }) => code === RULE));
    await server.change(URI, 2, [{ range: VALUE_RANGE, text: '1' }]);
    const mended = await server.pushed(({ version }) => version === 2);
    assert.deepEqual(mended.diagnostics, []);
    await server.change(URI, 3, [{ range: VALUE_RANGE, text: '7' }]);
    await server.pushed(({ version }) => version === 3);
    await server.close(URI);
    const closed = await server.pushed(({ version }) => version === undefined);
    assert.deepEqual(closed, { uri: URI, diagnostics: [] });
  });

  test('a client that pulls is pushed nothing', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('7'));
    await server.diagnostics(URI);
    assert.deepEqual(server.published, []);
  });

  test('a pull for a document that is not open has no findings', async () => {
    await server.initialize(PULLING);
    assert.deepEqual(await server.diagnostics('untitled:other.inf'), []);
  });

  test('quick-fixes belong to their finding and name the version they are for', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('7'));
    const actions = await server.codeActions(URI, VALUE_RANGE, {
      diagnostics: await server.diagnostics(URI),
      only: ['quickfix'],
    });
    const action = actions.find(({ diagnostics }) => diagnostics?.some(({ code }) => code === RULE));
    assert.ok(action, JSON.stringify(actions));
    const [edit] = action.edit?.documentChanges ?? [];
    assert.ok(edit && 'textDocument' in edit);
    assert.deepEqual(edit.textDocument, { uri: URI, version: 1 });
  });

  test('a client without versioned edits gets plain ones', async () => {
    await server.initialize({});
    await server.open(URI, driver('7'));
    const actions = await server.codeActions(URI, VALUE_RANGE);
    assert.ok(actions.length > 0);
    for (const { edit } of actions) assert.ok(edit?.changes?.[URI]);
  });

  test('only the kinds of actions that the client asks for are offered', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('7'));
    const kinds = async (only: string[]): Promise<string[]> =>
      (await server.codeActions(URI, VALUE_RANGE, { diagnostics: [], only })).map(({ kind }) => kind ?? '');
    assert.ok((await kinds(['quickfix'])).every((kind) => kind === 'quickfix'));
    assert.deepEqual(await kinds(['source.organizeImports']), []);
  });

  test('hover on a DMA value name explains it', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('1'));
    const hover = await server.hover(URI, { line: VALUE_LINE, character: 20 });
    const contents = hover?.contents;
    assert.ok(typeof contents === 'object' && 'value' in contents);
    assert.ok(contents.value.includes('HKLM\\SYSTEM\\CurrentControlSet\\Services\\nic\\Parameters'));
  });

  test('a lens on the Models line tells the policy', async () => {
    await server.initialize(PULLING);
    await server.open(URI, driver('1'));
    const lenses = await server.codeLenses(URI);
    assert.equal(lenses.length, 1);
    assert.equal(lenses[0]?.range.start.line, 11);
    assert.match(lenses[0].command?.title ?? '', /opt-in/);
  });

  test('a UEFI module description gets nothing from anybody here', async () => {
    await server.initialize(PULLING);
    const text =
      '[Defines]\n  INF_VERSION = 0x00010005\n  BASE_NAME = Nic\n  FILE_GUID = 12345678-0000-0000-0000-000000000000\n[Sources]\n  Nic.c\n';
    await server.open(URI, text);
    assert.deepEqual(await server.diagnostics(URI), []);
    assert.deepEqual(await server.codeLenses(URI), []);
    assert.deepEqual(await server.codeActions(URI, VALUE_RANGE), []);
    assert.equal(await server.hover(URI, { line: 1, character: 4 }), null);
  });
});

suite('server settings', () => {
  let server: ServerProcess;
  let folder: string;
  setup(() => {
    server = new ServerProcess();
    folder = mkdtempSync(path.join(os.tmpdir(), 'inf-config-'));
  });
  teardown(() => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the editor’s severity is used, and a change of it is followed', async () => {
    server.settings = { rules: { [RULE]: 'hint' } };
    await server.initialize(PULLING);
    await server.open(URI, driver('7'));
    const before = await server.report(URI);
    assert.ok(before.kind === 'full');
    assert.deepEqual(
      before.items.map(({ code, severity }) => [code, severity]),
      [[RULE, 4]],
    );
    server.settings = { rules: { [RULE]: 'off' } };
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    const after = await server.report(URI, before.resultId);
    assert.ok(after.kind === 'full');
    assert.deepEqual(after.items, []);
  });

  test('it registers for changes of the settings and of inf.config.json', async () => {
    await server.initialize(PULLING);
    await server.report(URI);
    assert.deepEqual(server.registered.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  test('a client that cannot be asked sends its settings with the notification', async () => {
    await server.initialize({}, { rules: { [RULE]: 'hint' } });
    await server.open(URI, driver('7'));
    await server.pushed(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 4));
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { windowsInf: { rules: { [RULE]: 'off' } } },
    });
    await server.pushed(({ diagnostics }) => diagnostics.length === 0);
  });

  test('the nearest inf.config.json counts, and the editor’s settings win over it', async () => {
    writeFileSync(path.join(folder, 'inf.config.json'), JSON.stringify({ rules: { [RULE]: 'info' } }));
    const uri = pathToFileURL(path.join(folder, 'sub', 'nic.inf')).href;
    await server.initialize(PULLING);
    await server.open(uri, driver('7'));
    assert.deepEqual(
      (await server.diagnostics(uri)).map(({ severity }) => severity),
      [3],
    );
    server.settings = { rules: { [RULE]: 'error' } };
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    assert.deepEqual(
      (await server.diagnostics(uri)).map(({ severity }) => severity),
      [1],
    );
  });

  test('the mode decides severities, wherever it is set, and a client is told', async () => {
    const config = path.join(folder, 'inf.config.json');
    const uri = pathToFileURL(path.join(folder, 'nic.inf')).href;
    const mode = (): Promise<unknown> => server.connection.sendRequest('windowsInf/mode', { uri });
    const told: unknown[] = [];
    server.connection.onNotification('windowsInf/modesChanged', () => {
      told.push('changed');
    });
    await server.initialize(PULLING);
    await server.open(uri, driver('1'));
    assert.deepEqual(await mode(), { mode: 'h', meaning: modes.h, from: 'default' });
    writeFileSync(config, '{ "mode": "k" }');
    const configUri = pathToFileURL(config).href;
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: configUri, type: 1 }],
    });
    assert.deepEqual(await mode(), { mode: 'k', meaning: modes.k, from: 'file' });
    for (const word of ['u', 'auto']) {
      server.settings = { mode: word };
      await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      const [wanted, from] = word === 'u' ? (['u', 'editor'] as const) : (['k', 'file'] as const);
      assert.deepEqual(await mode(), { mode: wanted, meaning: modes[wanted], from });
    }
    assert.deepEqual(told, ['changed', 'changed', 'changed']);
  });

  test('a configuration that is broken is reported in it, until it is mended or gone', async () => {
    const config = path.join(folder, 'inf.config.json');
    const configUri = pathToFileURL(config).href;
    writeFileSync(config, '{ "rules": { "no-such-rule": "off" } }');
    const uri = pathToFileURL(path.join(folder, 'nic.inf')).href;
    await server.initialize(PULLING);
    await server.open(uri, driver('1'));
    await server.diagnostics(uri);
    const { diagnostics } = await server.pushed((params) => params.uri === configUri);
    assert.match(messageOf(diagnostics[0]), /no-such-rule/);
    unlinkSync(config);
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: configUri, type: 3 }],
    });
    await server.pushed((params) => params.uri === configUri && params.diagnostics.length === 0);
  });

  test('the provider that inf.config.json asks for', async () => {
    writeFileSync(path.join(folder, 'inf.config.json'), '{ "provider": "Contoso" }');
    const uri = pathToFileURL(path.join(folder, 'nic.inf')).href;
    await server.initialize(PULLING);
    await server.open(uri, driver('1'));
    assert.deepEqual(
      (await server.diagnostics(uri)).map(({ code }) => code),
      ['other-provider'],
    );
  });

  test('the encoding on disk counts, and is looked at again after saving', async () => {
    const file = path.join(folder, 'nic.inf');
    const uri = pathToFileURL(file).href;
    const text = driver('1').replace('"Nic"', '"Gerät"');
    writeFileSync(file, text);
    await server.initialize(PULLING);
    await server.open(uri, text);
    assert.deepEqual(
      (await server.diagnostics(uri)).map(({ code }) => code),
      ['unsupported-encoding'],
    );
    writeFileSync(file, Buffer.from(`\uFEFF${text}`, 'utf16le'));
    await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(await server.diagnostics(uri), []);
  });
});
