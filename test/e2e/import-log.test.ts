import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, writeFile } from './support.js';

const TEXT = '[Version]\nSignature = "$Windows NT$"\nClass = Net\n\n[Nobody.Refers]\nHKR,,X,,1\n';

suite('A log of another tool in the editor', () => {
  const importedOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'InfVerif (imported)');

  test('becomes problems at their lines, until they are cleared', async () => {
    const uri = writeFile('imported.inf', TEXT);
    await open(uri);
    const log = 'C:\\build\\imported.inf(3-3): error 1999: Nobody knows this.';
    await vscode.commands.executeCommand('windowsInf.importLog', log);
    const [problem, ...more] = importedOf(uri);
    assert.deepEqual(more, []);
    assert.equal(problem?.message, 'InfVerif: Nobody knows this. (InfVerif 1999)');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(problem.range.start.line, 2);
    await vscode.commands.executeCommand('windowsInf.clearImportedLog');
    await eventually('no imported problem', () => (importedOf(uri).length === 0 ? true : undefined));
  });
});
