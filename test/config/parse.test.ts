import assert from 'node:assert/strict';
import { configFromValue, parseConfig } from '../../server/src/config/parse.js';
import { defaultSettings, mergeSettings } from '../../server/src/config/settings.js';

const RULES = ['dma-wrong-type', 'dma-wrong-place', 'unused-suppression'];

/** Problems as `line:column message`. */
function problemsIn(text: string): readonly string[] {
  return parseConfig(text, RULES).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

suite('inf.config.json', () => {
  test('reads severities and the code page', () => {
    const text =
      '{ "$schema": "x", "rules": { "dma-wrong-type": "off", "dma-wrong-place": "hint" }, "codePage": "shift_jis" }';
    assert.deepEqual(parseConfig(text, RULES), {
      config: { rules: { 'dma-wrong-type': 'off', 'dma-wrong-place': 'hint' }, codePage: 'shift_jis' },
      problems: [],
    });
  });

  test('reads the mode and the provider', () => {
    assert.deepEqual(parseConfig('{ "mode": "u", "provider": " Contoso " }', RULES), {
      config: { mode: 'u', provider: 'Contoso' },
      problems: [],
    });
    assert.deepEqual(problemsIn('{ "mode": "x", "provider": "" }'), [
      '1:11 "mode" cannot be "x": allowed are "h", "w", "u", "k".',
      '1:28 "provider" cannot be "": it must be the name that Provider states in every INF.',
    ]);
    assert.deepEqual(problemsIn('{ "provider": 1 }'), [
      '1:15 "provider" cannot be 1: it must be the name that Provider states in every INF.',
    ]);
  });

  test('takes a byte order mark and an empty object', () => {
    assert.deepEqual(parseConfig('\uFEFF{}\r\n', RULES), { config: {}, problems: [] });
  });

  test('says where JSON is broken', () => {
    assert.deepEqual(problemsIn('{\r\n  "rules": {\r\n    "dma-wrong-type": off\r\n  }\r\n}'), [
      '3:23 This is not valid JSON: expected a value here.',
    ]);
    assert.deepEqual(problemsIn('{ "rules": {} "codePage": "" }'), [
      '1:15 This is not valid JSON: expected "," or the end of the list here.',
    ]);
    assert.deepEqual(problemsIn('{} x'), ['1:4 This is not valid JSON: expected the end of the file here.']);
    assert.deepEqual(problemsIn(''), ['1:1 This is not valid JSON: expected a value here.']);
    assert.deepEqual(problemsIn('{ rules: {} }'), [
      '1:3 This is not valid JSON: expected a string in double quotes here.',
    ]);
    assert.deepEqual(problemsIn('{ "a\\x": 1 }'), [
      '1:3 This is not valid JSON: expected a string with valid escapes here.',
    ]);
    assert.deepEqual(problemsIn('{\n  // why\n}'), [
      '2:3 This is not valid JSON: expected a value or a name, as JSON has no comments, here.',
    ]);
    assert.deepEqual(problemsIn('{ "mode": "u", }'), [
      '1:16 This is not valid JSON: expected a string in double quotes here.',
    ]);
    assert.deepEqual(problemsIn('{ "mode": "u'), [
      '1:11 This is not valid JSON: expected a string that ends on its line here.',
    ]);
    assert.deepEqual(problemsIn(`\uFEFF{ "rules": ${'['.repeat(100_000)} }`), [
      '1:76 This is not valid JSON: expected at most 64 levels of nesting here.',
    ]);
    assert.deepEqual(problemsIn('{ "mode": "u" v }'), [
      '1:15 This is not valid JSON: expected "," or the end of the list here.',
    ]);
    assert.deepEqual(problemsIn('{ "a" 1 }'), ['1:7 This is not valid JSON: expected ":" here.']);
  });

  test('suggests the nearest key and rule', () => {
    assert.deepEqual(problemsIn('{ "rule": {} }'), ['1:3 There is no setting "rule". Did you mean "rules"?']);
    assert.deepEqual(problemsIn('{ "colour": 1 }'), ['1:3 There is no setting "colour".']);
    assert.deepEqual(problemsIn('{ "rules": { "dma-worng-type": "off" } }'), [
      '1:14 There is no rule "dma-worng-type". Did you mean "dma-wrong-type"?',
    ]);
  });

  test('lists the allowed severities', () => {
    const allowed = 'allowed are "error", "warning", "info", "hint", "off".';
    assert.deepEqual(
      problemsIn('{ "rules": { "dma-wrong-type": "fatal", "dma-wrong-place": 2, "unused-suppression": [] } }'),
      [
        `1:32 Rule "dma-wrong-type" cannot be "fatal": ${allowed}`,
        `1:60 Rule "dma-wrong-place" cannot be 2: ${allowed}`,
        `1:85 Rule "unused-suppression" cannot be an array: ${allowed}`,
      ],
    );
  });

  test('refuses what has the wrong shape and keeps the rest', () => {
    assert.deepEqual(problemsIn('[]'), ['1:1 The configuration must be an object: { "rules": { … } }.']);
    const parsed = parseConfig('{ "rules": 1, "codePage": "klingon" }', RULES);
    assert.deepEqual(parsed.config, { rules: {} });
    assert.equal(parsed.problems.length, 2);
    assert.match(parsed.problems[1]?.message ?? '', /^"codePage" cannot be "klingon"/);
  });

  test('is not fooled by __proto__ or deep nesting', () => {
    assert.deepEqual(problemsIn('{ "rules": { "__proto__": "off" } }'), ['1:14 There is no rule "__proto__".']);
    assert.match(problemsIn('['.repeat(100_000))[0] ?? '', /at most 64 levels/);
    assert.deepEqual({}.constructor, Object);
  });

  test('reads settings that arrive as a value', () => {
    assert.deepEqual(configFromValue({ rules: { 'dma-wrong-type': 'info' } }, RULES).config, {
      rules: { 'dma-wrong-type': 'info' },
    });
    assert.deepEqual(configFromValue(undefined, RULES), { config: {}, problems: [] });
  });
});

suite('settings', () => {
  test('have defaults', () => {
    assert.deepEqual(defaultSettings(), { rules: {}, mode: 'h', provider: undefined, codePage: 'windows-1252' });
  });

  test('merge with the later one winning, and are frozen', () => {
    const settings = mergeSettings([
      { rules: { a: 'off', b: 'error' }, codePage: 'shift_jis' },
      { rules: { b: 'hint' }, mode: 'k', provider: 'Contoso' },
    ]);
    const expected = { rules: { a: 'off', b: 'hint' }, mode: 'k', provider: 'Contoso', codePage: 'shift_jis' };
    assert.deepEqual(settings, expected);
    assert.ok(Object.isFrozen(settings) && Object.isFrozen(settings.rules));
  });
});
