import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { defaultSettings } from '../../server/src/config/settings.js';
import { createInfService } from '../../server/src/index.js';
import { createSnapshot, offsetAt } from '../../server/src/text/snapshot.js';
import { applyEdits } from '../../server/src/text/span.js';
import { driver, readSnippet } from '../support/snippet.js';

const URI = 'file:///test.inf';
const service = createInfService();

/** The actions at the marker of a snippet, and the text. */
function actionsIn(template: string): { readonly text: string; readonly actions: readonly CodeAction[] } {
  const { text, range } = readSnippet(template);
  assert.ok(range, 'the snippet has no marker');
  const document = service.analyse(createSnapshot(URI, 1, text));
  const findings = service.check(document, defaultSettings()) ?? [];
  return { text, actions: service.codeActions(document, range, findings) };
}

/** The text after an action, as an editor applies it. */
function after(text: string, action: CodeAction | undefined): string {
  assert.ok(action, 'the action is not offered');
  const edits = action.edit?.changes?.[URI];
  assert.ok(edits, 'the action has no edit for the document');
  const snapshot = createSnapshot(URI, 1, text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: offsetAt(snapshot, range.start), end: offsetAt(snapshot, range.end) },
      newText,
    })),
  );
}

const OUT_OF_RANGE = driver(`
  [Svc_Inst]
  AddReg = Reg
  [Reg]
    HKR,Parameters,DmaRemappingCompatible,0x00010001,<|>7
`);

suite('code actions', () => {
  test('offer the fixes of the finding at the place, linked with its diagnostic', () => {
    const { text, actions } = actionsIn(OUT_OF_RANGE);
    const fix = actions.find(({ title }) => title === 'Set DmaRemappingCompatible to 1: opt in');
    assert.equal(fix?.kind, 'quickfix');
    assert.deepEqual(
      fix.diagnostics?.map(({ code }) => code),
      ['dma-value-out-of-range'],
    );
    assert.match(after(text, fix), /DmaRemappingCompatible,0x00010001,1\r\n/);
  });

  test('offer to switch the rule off for the line, with its indentation and line end', () => {
    const { text, actions } = actionsIn(OUT_OF_RANGE);
    const suppress = actions.find(({ title }) => title === 'Disable dma-value-out-of-range for this line');
    const suppressed = after(text, suppress);
    assert.match(suppressed, /\[Reg\]\r\n {2}; inf-disable-next-line dma-value-out-of-range -- \r\n {2}HKR/);
    const document = service.analyse(createSnapshot(URI, 2, suppressed));
    const rules = service.check(document, defaultSettings())?.map(({ rule }) => rule) ?? [];
    assert.ok(!rules.includes('dma-value-out-of-range'), rules.join());
    assert.ok(!rules.includes('unused-suppression'), rules.join());
  });

  test('put the suppression above the first physical line of a continued one', () => {
    const { text, actions } = actionsIn(OUT_OF_RANGE.replace('0x00010001,', '\\\n     0x00010001, \\ ; why\n     '));
    const suppressed = after(
      text,
      actions.find(({ title }) => title === 'Disable dma-value-out-of-range for this line'),
    );
    assert.match(suppressed, /-- \r\n {2}HKR,Parameters,DmaRemappingCompatible,\\\r\n/);
    const document = service.analyse(createSnapshot(URI, 2, suppressed));
    const rules = service.check(document, defaultSettings())?.map(({ rule }) => rule) ?? [];
    assert.ok(!rules.includes('dma-value-out-of-range'), rules.join());
  });

  test('offer the opt-in as a quick-fix of the hint, once', () => {
    const { actions } = actionsIn(driver('').replace('PCI\\VEN', 'PC<|>I\\VEN'));
    const opt = actions.filter(({ title }) => title.includes('opt-in'));
    assert.deepEqual(
      opt.map(({ kind, isPreferred }) => `${kind ?? ''} ${String(isPreferred ?? false)}`),
      ['quickfix true', 'quickfix false', 'quickfix false'],
    );
  });

  test('offer the opt-in as a refactoring where no finding stands', () => {
    const { text, actions } = actionsIn(driver('').replace('StartType ', 'StartT<|>ype '));
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['refactor.rewrite', 'refactor.rewrite', 'refactor.rewrite'],
    );
    assert.match(after(text, actions[1]), /HKR,Parameters,DmaRemappingCompatible,0x00010001,1/);
  });

  test('are silent where there is nothing to do', () => {
    assert.deepEqual(actionsIn(driver('').replace('Signature', 'Sig<|>nature')).actions, []);
    assert.deepEqual(actionsIn('[Defines]\nINF_VERSION = 0x00010005<|>\nBASE_NAME = X\n').actions, []);
    assert.deepEqual(actionsIn('<|>').actions, []);
  });

  test('of a range are those of all findings that touch it', () => {
    const { actions } = actionsIn(
      driver(`
        [Svc_Inst]
        AddReg = Reg
        [Reg]
        HKR,Parameters,<|DmaRemapingCompatible,0x00010003,7|>
      `),
    );
    const codes = new Set(actions.flatMap(({ diagnostics }) => diagnostics?.map(({ code }) => code) ?? []));
    assert.deepEqual([...codes].sort(), ['dma-misspelt-name', 'dma-noclobber', 'dma-value-out-of-range']);
  });
});
