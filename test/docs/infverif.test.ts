import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { worstSeverity } from '../../server/src/engine/render.js';
import { infVerifCodes, modes, type Mode } from '../../server/src/language/infverif.js';
import { allRules } from '../../server/src/rules/index.js';

const SERIOUSNESS = ['error', 'warning', 'info', 'hint', 'off'];

/** The worst severity with which any rule reports a code; `undefined` when none does. */
function reported(code: number, mode: Mode): string | undefined {
  const found = allRules.flatMap((rule) => {
    const messages = Object.entries(rule.messages).filter(([, { infverif }]) => infverif === code);
    return messages.length === 0 ? [] : [worstSeverity({ ...rule, messages: Object.fromEntries(messages) }, mode)];
  });
  return SERIOUSNESS.find((severity) => found.some((one) => one === severity));
}

function shown(level: string): string {
  return level === 'off' || level === 'none' ? '–' : level;
}

suite('docs: the table of InfVerif codes', () => {
  const rows = readFileSync('docs/infverif.md', 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.startsWith('| <a id='))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

  test('has a row for each code', () => {
    assert.deepEqual(
      rows.map(([, code]) => Number(code?.split('</a>')[1])),
      Object.keys(infVerifCodes).map(Number),
    );
  });

  test('shows what is reported in each mode, and what InfVerif says where that is something else', () => {
    for (const [, name, , ...cells] of rows) {
      const code = Number(name?.split('</a>')[1]);
      (Object.keys(modes) as Mode[]).forEach((mode, index) => {
        const own = shown(infVerifCodes[code]?.levels[mode] ?? '');
        const worst = shown(reported(code, mode) ?? own);
        const cell = cells[index] ?? '';
        assert.equal(cell.split(' ')[0], worst, `${String(code)} in mode ${mode}`);
        const note = mode === 'h' || worst === own ? undefined : own;
        assert.equal(/InfVerif: ([^)]*)/.exec(cell)?.[1], note, `${String(code)} in mode ${mode}`);
      });
    }
  });

  test('says, as the README does, what it has not been compared with and that some numbers are inferred', () => {
    for (const file of ['README.md', 'docs/infverif.md']) {
      const text = readFileSync(file, 'utf8').replace(/\s+/g, ' ');
      assert.match(text, /compared with a real `infverif\.exe`[^.]*inferred/, file);
    }
  });

  test('the README counts the codes as the table does', () => {
    const [, all = '', own = ''] =
      /documents (\d+) codes of InfVerif; (\d+) of them/.exec(readFileSync('README.md', 'utf8').replace(/\s+/g, ' ')) ??
      [];
    const table = readFileSync('docs/infverif.md', 'utf8').replace(/\s+/g, ' ');
    assert.match(table, new RegExp(`documents ${all} codes of InfVerif. ${own} of them`));
  });
});
