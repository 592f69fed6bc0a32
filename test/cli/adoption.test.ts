import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCommandLine } from '../../server/src/cli/arguments.js';
import { folder, inf, type Folder } from './inf.js';

const PAGE = path.resolve(import.meta.dirname, '../../../docs/adoption.md');

interface Fence {
  /** The word behind the opening fence: `console`, `json`. */
  readonly kind: string;
  /** File that the fence is the content of. */
  readonly file: string;
  readonly text: string;
  readonly whole: string;
}

function fences(page: string): readonly Fence[] {
  return [...page.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gm)].map(([whole, kind = '', file = '', text = '']) => ({
    kind,
    file,
    text,
    whole,
  }));
}

/**
 * The page is one story in one folder: files are written as they come, commands run in their order, and a JSON file that a
 * command has written must be what the page shows. INF_UPDATE_DOCS=1 puts the true texts into the page.
 */
suite('docs/adoption.md', () => {
  const page = readFileSync(PAGE, 'utf8').replace(/\r\n/g, '\n');
  let made: Folder;
  suiteSetup(() => {
    made = folder();
  });
  suiteTeardown(() => made.remove());

  function compare(fence: Fence, actual: string): void {
    if (process.env['INF_UPDATE_DOCS'] === '1') {
      const now = readFileSync(PAGE, 'utf8');
      writeFileSync(
        PAGE,
        now.replace(fence.whole, () => fence.whole.slice(0, fence.whole.indexOf('\n') + 1) + `${actual}\`\`\``),
      );
    } else {
      assert.equal(fence.text, actual);
    }
  }

  for (const fence of fences(page)) {
    const { kind, file, text } = fence;
    const command = kind === 'console' ? /^\$ inf (.*)\n/.exec(text)?.[1] : undefined;
    if (command !== undefined) {
      test(`inf ${command} prints what the page says`, async () => {
        const { out, err } = await inf(command.split(' '), { cwd: made.path });
        compare(fence, `$ inf ${command}\n${`${out}${err}`.replace(/[ \t]+$/gm, '').replace(/\n+$/, '\n')}`);
      });
    } else if (file === 'inf-baseline.json') {
      test(`${file} is what the page says`, () => {
        const written: unknown = JSON.parse(readFileSync(made.at(file), 'utf8'));
        compare(
          fence,
          JSON.stringify(written) === JSON.stringify(JSON.parse(text)) ? text : readFileSync(made.at(file), 'utf8'),
        );
      });
    } else if (file !== '') {
      test(`${file} is written`, () => void made.write(file, kind === 'inf' ? text.replace(/\n/g, '\r\n') : text));
    }
  }

  test('every command of a build script is one', () => {
    const commands = [...page.matchAll(/dist[\\/]cli\.cjs ((?:check|import)[^\n"]*?)(?: >.*)?["\n]/g)].map(
      ([, command = '']) => command,
    );
    assert.ok(commands.length >= 3);
    for (const command of commands) readCommandLine(command.split(' '));
  });
});
