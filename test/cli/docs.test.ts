import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inf } from './inf.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PAGE = path.join(ROOT, 'docs', 'cli.md');
const BLOCK = /^```console\n\$ inf (.*)\n([^]*?)^```$/gm;

/** The options in a text: `--format`, `--fail-on`. */
function optionsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\w-])--[a-z]+(?:-[a-z]+)*/g));
}

/** What stands below the heading of a command, without its examples. */
function sectionOf(page: string, command: string): string {
  const section = page.split(/^## /m).find((text) => text.startsWith(`inf ${command}\n`)) ?? '';
  return section.replace(/^```console\n[^]*?^```$/gm, '');
}

/** Arguments as a shell splits them, without quotes. */
function split(command: string): readonly string[] {
  return command.split(' ').map((word) => word.replace(/^"(.*)"$/, '$1'));
}

async function printed(command: string): Promise<string> {
  const { out, err } = await inf(split(command), { cwd: ROOT });
  return `${out}${err}`.replace(/[ \t]+$/gm, '').replace(/\n+$/, '\n');
}

/** A line `…` stands for all that follows; INF_UPDATE_DOCS=1 puts the true output into the page. */
suite('docs/cli.md', () => {
  const page = readFileSync(PAGE, 'utf8');
  const examples = [...page.matchAll(BLOCK)].map(([, command = '', output = '']) => ({ command, output }));

  test('has examples', () => assert.ok(examples.length >= 5));

  for (const { command, output } of examples) {
    test(`inf ${command} prints what the page says`, async () => {
      const actual = await printed(command);
      if (process.env['INF_UPDATE_DOCS'] === '1' && !output.endsWith('…\n')) {
        const now = readFileSync(PAGE, 'utf8');
        writeFileSync(
          PAGE,
          now.replace(`$ inf ${command}\n${output}\`\`\``, () => `$ inf ${command}\n${actual}\`\`\``),
        );
      } else if (output.endsWith('\n…\n')) {
        const start = output.slice(0, -'…\n'.length);
        assert.equal(actual.slice(0, start.length), start);
      } else {
        assert.equal(actual, output);
      }
    });
  }

  for (const command of ['check', 'fix', 'dma', 'parse', 'explain', 'rules', 'import']) {
    test(`names the options of inf ${command}, and no others`, async () => {
      const { out } = await inf(['help', command], { cwd: ROOT });
      const known = optionsIn(out.match(/^ {2}--[a-z-]+/gm)?.join() ?? '');
      const named = optionsIn(sectionOf(page, command));
      assert.deepEqual(
        [...known].filter((option) => !named.has(option)),
        [],
      );
      assert.deepEqual(
        [...named].filter((option) => !known.has(option)),
        [],
      );
    });
  }
});
