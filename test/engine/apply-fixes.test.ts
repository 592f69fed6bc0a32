import assert from 'node:assert/strict';
import { applyFixes } from '../../server/src/engine/apply-fixes.js';
import type { Finding, Fix } from '../../server/src/engine/types.js';

/** A finding at the start of the text with these fixes. */
function finding(rule: string, fixes: readonly Fix[]): Finding {
  return {
    rule,
    messageId: 'x',
    severity: 'hint',
    message: 'x',
    infverif: undefined,
    span: { start: 0, end: 0 },
    related: [],
    tags: [],
    fixes: () => fixes,
  };
}

function replacing(start: number, end: number, newText: string, rest: Partial<Fix> = {}): Fix {
  return {
    action: 'replace',
    title: 'Replace it',
    safety: 'safe',
    edits: [{ span: { start, end }, newText }],
    ...rest,
  };
}

/** Findings for each `a`: replace it by `b`; and for each `b`: unsafe, replace it by `c`. */
function findingsOf(text: string): readonly Finding[] {
  return Array.from(text).flatMap((letter, at) => {
    if (letter === 'a') return [finding('no-a', [replacing(at, at + 1, 'b')])];
    if (letter === 'b') return [finding('no-b', [replacing(at, at + 1, 'c', { action: 'to-c', safety: 'unsafe' })])];
    return [];
  });
}

suite('applying fixes', () => {
  test('takes the safe ones only', () => {
    const result = applyFixes('x a b', findingsOf, {});
    assert.equal(result.text, 'x b b');
    assert.deepEqual(result.applied, [{ rule: 'no-a', action: 'replace', title: 'Replace it' }]);
    assert.equal(result.rounds, 1);
  });

  test('takes what the person names', () => {
    assert.equal(applyFixes('a b', findingsOf, { action: 'to-c' }).text, 'a c');
    assert.equal(applyFixes('a b', findingsOf, { rules: new Set(['no-b']) }).text, 'a b');
    assert.equal(applyFixes('a b', findingsOf, { rules: new Set(['no-a']), action: 'to-c' }).text, 'a b');
  });

  test('prefers the preferred fix', () => {
    const fixes = [replacing(0, 1, 'y'), replacing(0, 1, 'z', { preferred: true })];
    const once = (text: string): readonly Finding[] => (text === 'x' ? [finding('r', fixes)] : []);
    assert.equal(applyFixes('x', once, {}).text, 'z');
  });

  test('leaves neighbours and overlaps for the next round', () => {
    const result = applyFixes('aa a', findingsOf, {});
    assert.equal(result.text, 'bb b');
    assert.equal(result.rounds, 2);
    assert.deepEqual(
      result.edits.map((round) => round.length),
      [2, 1],
    );
  });

  test('comes to an end with fixes that never do', () => {
    const growing = (text: string): readonly Finding[] => [finding('grow', [replacing(text.length, text.length, '!')])];
    assert.equal(applyFixes('x', growing, {}).text, `x${'!'.repeat(10)}`);
    const flipping = (text: string): readonly Finding[] => [
      finding('flip', [replacing(0, 1, text === 'x' ? 'y' : 'x')]),
    ];
    assert.equal(applyFixes('x', flipping, {}).text, 'y');
  });

  test('passes over fixes without edits', () => {
    const nothing = { ...replacing(0, 0, ''), edits: [] };
    assert.deepEqual(
      applyFixes('x', () => [finding('r', [nothing])], {}),
      { text: 'x', applied: [], rounds: 0, edits: [] },
    );
  });
});
