import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  eventually,
  findingOf,
  findingsIn,
  languageIs,
  noFindingOf,
  open,
  ruleOf,
  workspaceFolder,
  writeFile,
} from './support.js';

/** Offset and length of the first place where a text stands in a document. */
function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `"${text}" stands in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

const MISPLACED = 'dma-wrong-place';
const INVALID = 'dma-value-out-of-range';

suite('Windows INF in the editor', () => {
  let sample: vscode.Uri;
  suiteSetup(() => (sample = vscode.Uri.file(`${workspaceFolder()}/contosonet.inf`)));

  test('the sample opens as Windows INF with its misplaced line marked', async () => {
    const { document } = await open(sample);
    await languageIs(sample, 'windows-inf');
    const finding = await findingOf(sample, MISPLACED);
    assert.match(document.lineAt(finding.range.start.line).text, /DmaRemappingCompatible/);
    assert.equal(finding.source, 'windows-inf');
    assert.ok(typeof finding.code === 'object' && finding.code.target.path.endsWith(`/docs/rules/${MISPLACED}.md`));
  });

  test('a mark comes as a wrong value is typed and goes as it is mended', async () => {
    const { document } = await open(sample);
    const text = document.getText();
    const value = rangeOf(document, 'DmaRemappingCompatible, 0x00010001, 1').end.translate(0, -1);
    const replace = async (length: number, typed: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(sample, new vscode.Range(value, value.translate(0, length)), typed);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await replace(1, '17');
    const finding = await findingOf(sample, INVALID);
    assert.equal(document.getText(finding.range), '17');
    await replace(2, '1');
    await noFindingOf(sample, INVALID);
    assert.equal(document.getText(), text);
  });

  test('the mode decides how serious a finding is', async () => {
    const uri = writeFile('mode.inf', '[Version]\nSignature = "$Windows NT$"\nClass = Net\n');
    await open(uri);
    const isOf = (severity: vscode.DiagnosticSeverity): Promise<unknown> =>
      eventually(`a finding of severity ${severity}`, () =>
        findingsIn(uri).find((finding) => ruleOf(finding) === 'missing-pnp-lockdown' && finding.severity === severity),
      );
    await isOf(vscode.DiagnosticSeverity.Warning);
    await vscode.commands.executeCommand('windowsInf.selectMode', 'w');
    await isOf(vscode.DiagnosticSeverity.Error);
    await vscode.commands.executeCommand('windowsInf.selectMode', 'auto');
    await isOf(vscode.DiagnosticSeverity.Warning);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('characters typed into an empty file bring and remove findings', async () => {
    const uri = writeFile('typed.inf', '');
    await open(uri);
    await languageIs(uri, 'windows-inf');
    const type = (text: string): Thenable<unknown> => vscode.commands.executeCommand('type', { text });
    await type('stray text\n');
    const finding = await findingOf(uri, 'unreadable-file');
    assert.equal(finding.range.start.line, 0);
    await vscode.commands.executeCommand('editor.action.selectAll');
    await type('; stray text\n');
    await noFindingOf(uri, 'unreadable-file');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('the quick-fix moves the line to where Windows reads it', async () => {
    const { document } = await open(sample);
    const before = document.getText();
    const finding = await findingOf(sample, MISPLACED);
    const action = await eventually('the quick-fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        sample,
        finding.range,
      );
      return actions.find(({ title }) => title.startsWith('Move '));
    });
    assert.ok(action.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await noFindingOf(sample, MISPLACED);
    const after = document.getText();
    const section = (name: string, next: string): string => after.slice(after.indexOf(name), after.indexOf(next));
    assert.doesNotMatch(section('[ContosoNet.Reg]', '[ContosoNet.Offload.Reg]'), /DmaRemapping/);
    assert.match(
      section('[ContosoNet.Service.Reg]', '[ContosoNet.EventLog]'),
      /^HKR, *Parameters, *DmaRemappingCompatible, *0x00010001, *1\r$/m,
    );
    await vscode.commands.executeCommand('undo');
    await findingOf(sample, MISPLACED);
    assert.equal(document.getText(), before);
  });

  test('the hover names the key that this very line writes', async () => {
    const { document } = await open(sample);
    const at = rangeOf(document, 'DmaRemappingCompatible, ').start.translate(0, 3);
    const text = await eventually('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', sample, at);
      const parts = hovers
        .flatMap(({ contents }) => contents)
        .map((part) => (part instanceof vscode.MarkdownString ? part.value : ''));
      return parts.length > 0 ? parts.join('\n') : undefined;
    });
    assert.match(text, /DmaRemappingCompatible/);
    assert.match(text, /Control\\+Class\\+\{4d36e972-e325-11ce-bfc1-08002be10318\}/i);
  });

  test('a code lens on each Models line tells the policy', async () => {
    const { document } = await open(sample);
    const lenses = await eventually('the code lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        sample,
        10,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.equal(lenses.length, 3);
    for (const { range, command } of lenses) {
      assert.match(document.lineAt(range.start.line).text, /PCI\\VEN_/);
      assert.match(command?.title ?? '', /^DMA remapping: system decides/);
    }
  });

  test('a code lens leads to the line that decides', async () => {
    const text = (await vscode.workspace.openTextDocument(sample)).getText();
    const line = /^HKR, *Parameters, *DmaRemappingCompatible.*\r\n/m.exec(text)?.[0] ?? '';
    assert.notEqual(line, '');
    const header = '[ContosoNet.Service.Reg]\r\n';
    const uri = writeFile('stated.inf', text.replace(line, '').replace(header, header + line));
    const editor = await open(uri);
    await languageIs(uri, 'windows-inf');
    const command = await eventually('a code lens that leads somewhere', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
      return lenses.map((lens) => lens.command).find((found) => found?.title.includes('opt-in'));
    });
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const at = await eventually('the caret on another line', () => editor.selection.active.line || undefined);
    assert.match(editor.document.lineAt(at).text, /DmaRemappingCompatible/);
  });

  test('a severity in inf.config.json is followed as the file comes and goes', async () => {
    await open(sample);
    await findingOf(sample, MISPLACED);
    const config = writeFile('inf.config.json', JSON.stringify({ rules: { [MISPLACED]: 'off' } }));
    await noFindingOf(sample, MISPLACED);
    rmSync(config.fsPath);
    await findingOf(sample, MISPLACED);
  });

  test('a severity in the settings is followed', async () => {
    await open(sample);
    const settings = vscode.workspace.getConfiguration('windowsInf');
    await settings.update('rules', { [MISPLACED]: 'hint' }, vscode.ConfigurationTarget.Global);
    await eventually('the new severity', () =>
      vscode.languages
        .getDiagnostics(sample)
        .find((finding) => ruleOf(finding) === MISPLACED && finding.severity === vscode.DiagnosticSeverity.Hint),
    );
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    await eventually('the old severity', () =>
      vscode.languages
        .getDiagnostics(sample)
        .find((finding) => ruleOf(finding) === MISPLACED && finding.severity !== vscode.DiagnosticSeverity.Hint),
    );
  });

  test('the server comes back after a restart', async () => {
    await open(sample);
    await findingOf(sample, MISPLACED);
    await vscode.commands.executeCommand('windowsInf.restartServer');
    await findingOf(sample, MISPLACED);
  });
});
