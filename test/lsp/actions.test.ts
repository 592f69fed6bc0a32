import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { defaultSettings } from '../../server/src/config/settings.js';
import { createInfService, type InfService } from '../../server/src/index.js';
import { actionsFor } from '../../server/src/lsp/actions.js';
import { profileOf } from '../../server/src/lsp/client-profile.js';
import { defineRule } from '../../server/src/rules/rule.js';
import { createSnapshot, offsetAt } from '../../server/src/text/snapshot.js';
import { applyEdits } from '../../server/src/text/span.js';

const URI = 'file:///a.inf';
const TEXT = '[Version]\r\nSignature = "$Windows NT$"\r\n; wrong 1\r\nClass = Net\r\n; wrong 2\r\nProvider = x\r\n';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** Finds the word "wrong" and offers to write "right". */
function wrongWord(safety: 'safe' | 'unsafe'): InfService {
  const rule = defineRule({
    name: 'wrong-word',
    summary: 'For tests.',
    severity: 'warning',
    fix: safety,
    messages: { wrong: { text: 'Wrong.' } },
    *check({ analysis, finding }) {
      for (const { index } of analysis.model.cst.snapshot.text.matchAll(/wrong/g)) {
        const place = { start: index, end: index + 5 };
        const fix = { action: 'right', title: 'Write right', safety, edits: [{ span: place, newText: 'right' }] };
        yield finding(place, 'wrong', {}, { fixes: () => [fix] });
      }
    },
  });
  return createInfService([rule]);
}

function actions(service: InfService, only: string[] | undefined, versioned: boolean): CodeAction[] {
  const document = service.analyse(createSnapshot(URI, 3, TEXT));
  const settings = defaultSettings();
  const findings = service.check(document, settings) ?? [];
  assert.equal(findings.length, 2);
  const result = { document, id: '', findings, isTooLarge: false };
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  const profile = profileOf({ workspace: { workspaceEdit: { documentChanges: versioned } } });
  return actionsFor(service, result, settings, { textDocument: { uri: URI }, range: WHOLE, context }, profile);
}

/** The text after the action's edits. */
function applied({ edit }: CodeAction): string {
  const snapshot = createSnapshot(URI, 3, TEXT);
  const edits = (edit?.changes?.[URI] ?? []).map(({ range, newText }) => ({
    span: { start: offsetAt(snapshot, range.start), end: offsetAt(snapshot, range.end) },
    newText,
  }));
  return applyEdits(TEXT, edits);
}

suite('code actions of the server', () => {
  test('fix-all applies every safe fix in one edit that leaves the rest alone', () => {
    const [action, ...rest] = actions(wrongWord('safe'), ['source.fixAll'], false);
    assert.ok(action);
    assert.deepEqual(rest, []);
    assert.equal(action.kind, 'source.fixAll.windows-inf');
    assert.equal(applied(action), TEXT.replaceAll('wrong', 'right'));
    const [edit] = action.edit?.changes?.[URI] ?? [];
    assert.equal(edit?.range.start.line, 2);
    assert.equal(edit.range.end.line, 4);
  });

  test('fix-all never applies an unsafe fix', () => {
    assert.deepEqual(actions(wrongWord('unsafe'), ['source.fixAll'], false), []);
  });

  test('fix-all is asked for by its own kind and by those above it', () => {
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.windows-inf', '']) {
      assert.ok(
        actions(wrongWord('safe'), [kind], false).some((action) => action.kind?.startsWith('source')),
        kind,
      );
    }
    for (const only of [undefined, ['quickfix'], ['source.fixAll.other'], ['sour']]) {
      assert.ok(
        !actions(wrongWord('safe'), only, false).some((action) => action.kind?.startsWith('source')),
        String(only),
      );
    }
  });

  test('edits name the version for clients that check it', () => {
    for (const action of actions(wrongWord('safe'), [''], true)) {
      assert.equal(action.edit?.changes, undefined);
      const [change] = action.edit?.documentChanges ?? [];
      assert.ok(change && 'textDocument' in change);
      assert.deepEqual(change.textDocument, { uri: URI, version: 3 });
    }
  });
});
