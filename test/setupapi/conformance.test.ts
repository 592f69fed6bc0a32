import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readAsSetupApi } from '../../server/src/model/setupapi-reading.js';
import { parse } from '../../server/src/syntax/parse.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';

interface Case {
  readonly input: string;
  readonly sections?: readonly {
    readonly name: string;
    readonly lines: readonly { readonly key: string | null; readonly fields: readonly string[] }[];
  }[];
  readonly error?: { readonly code: string; readonly line: number };
}

const LEFT_OUT = new Set(['version', 'strings']);

/** Our answer in the form of the recorded ones. */
function answer(input: string): unknown {
  const result = readAsSetupApi(parse(createSnapshot('file:///a.inf', 1, input)).cst);
  if (!result.ok)
    return { error: { code: `0x${result.refusal.code.toString(16).toUpperCase()}`, line: result.refusal.line } };
  const sections = result.reading.sections
    .filter(({ name }) => !LEFT_OUT.has(name.toLowerCase()))
    .map(({ name, lines }) => ({ name, lines: lines.map(({ key, fields }) => ({ key, fields })) }));
  return { sections };
}

suite('answers recorded from a real SetupAPI', () => {
  const file = process.env.INF_CONFORMANCE;
  if (file === undefined || file === '') {
    test('recorded answers (skipped: INF_CONFORMANCE does not name the file that holds them)', function () {
      this.skip();
    });
    return;
  }
  const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Case[];
  assert.ok(cases.length > 0);
  for (const [index, { input, sections, error }] of cases.entries()) {
    test(`${String(index + 1)}: ${JSON.stringify(input).slice(0, 120)}`, () => {
      assert.deepEqual(answer(input), error ? { error } : { sections });
    });
  }
});
