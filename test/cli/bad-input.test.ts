import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, symlinkSync, truncateSync } from 'node:fs';
import { CLI, findingsOf, folder, inf, linesOf, type Folder, type Run } from './inf.js';
import { CLEAN, FAULTY } from './samples.js';

/** An account that is not root: root may read everything. `undefined` where this account is no root itself. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

suite('inf with bad input', () => {
  let made: Folder;
  const run = (...args: string[]): Promise<Run> => inf(args, { cwd: made.path });

  suiteSetup(() => {
    made = folder({
      'faulty.inf': FAULTY,
      'clean.inf': CLEAN,
      'empty.inf': '',
      'program.inf': Uint8Array.from({ length: 4096 }, (_, index) =>
        index < 2 ? ([0x4d, 0x5a][index] ?? 0) : (index * 37) & 255,
      ),
      'noise.inf': Uint8Array.from({ length: 4096 }, (_, index) => (index * index * 31 + index * 7) & 255),
      'nothing/readme.txt': 'no INF here',
    });
    made.write('huge.inf', '[Version]\n');
    truncateSync(made.at('huge.inf'), 50_000_000);
  });
  suiteTeardown(() => made.remove());

  /** One line on standard error that names the input and says what is wrong; the neighbour is still checked. */
  async function refused(input: string, reason: RegExp): Promise<void> {
    const alone = await run('check', input);
    assert.equal(alone.code, 2);
    const [message = '', ...more] = linesOf(alone.err);
    assert.deepEqual(more, []);
    assert.ok(message.startsWith(`inf: ${input}: `), message);
    assert.match(message, reason);
    assert.match(alone.out, /^No findings in 0 files\. Exit code 2: 1 input could not be checked\.\n$/);
    const beside = await run('check', '--format', 'json', input, 'faulty.inf');
    assert.equal(beside.code, 2);
    assert.deepEqual(linesOf(beside.err), [message]);
    assert.deepEqual(
      findingsOf(beside).map(({ file }) => file),
      ['faulty.inf'],
    );
  }

  test('an empty file', () => refused('empty.inf', /is empty \(0 bytes\).*build step/));
  test('a byte order mark alone', () => {
    made.write('mark.inf', Uint8Array.of(0xff, 0xfe));
    return refused('mark.inf', /is empty \(2 bytes\)/);
  });
  test('a missing file', () => refused('missing.inf', /no such file or folder\. Check the path/));
  test('a missing file below a file', () => refused('clean.inf/x.inf', /no such file/));
  test('a folder without INFs', () => refused('nothing', /no INF file in this folder.*\.inx/));
  test('a folder of which nothing is left', async () => {
    const { code, err } = await run('check', '--exclude', '*.inf', '.');
    assert.equal(code, 2);
    assert.match(err, /no INF file in this folder.* What --exclude \*\.inf matches was left out/);
  });
  test('a pattern that matches nothing', () => refused('zzz/*.inf', /No file matches this pattern/));
  test('a pattern that matches other files only', () => refused('nothing/*', /None of the 1 files .* ends in/));
  test('a program', () => refused('program.inf', /not a text file but a Windows program/));
  test('a binary file of no known kind', () => refused('noise.inf', /not a text file but a binary file/));
  test('a file of 50 MB', () => refused('huge.inf', /too large .*50\.0 MB.*limit is 20 MB/));

  test('50 MB on standard input', async () => {
    const { code, err } = await inf(['check', '-'], { cwd: made.path, input: Buffer.alloc(50_000_000, 0x3b) });
    assert.equal(code, 2);
    assert.match(err, /^inf: <stdin>: It is too large [^\n]*\n$/);
  });

  test('nothing on standard input', async () => {
    const { code, err } = await inf(['check', '-'], { cwd: made.path });
    assert.equal(code, 2);
    assert.match(err, /^inf: <stdin>: It is empty [^\n]*\n$/);
  });

  test('a file and a folder that may not be read', async function () {
    if (process.platform === 'win32') this.skip();
    const locked = folder({ 'a/faulty.inf': FAULTY, 'a/locked.inf': FAULTY, 'a/shut/x.inf': FAULTY });
    try {
      copyFileSync(CLI, locked.at('cli.cjs'));
      for (const open of ['', 'a']) chmodSync(locked.at(open), 0o755);
      for (const shut of ['a/locked.inf', 'a/shut']) chmodSync(locked.at(shut), 0);
      const account = isRoot ? { uid: NOBODY } : {};
      const result = await inf(['check', '--format', 'json', 'a'], {
        cwd: locked.path,
        cli: locked.at('cli.cjs'),
        ...account,
      });
      assert.equal(result.code, 2);
      assert.deepEqual(
        findingsOf(result).map(({ file }) => file),
        ['a/faulty.inf'],
      );
      const messages = [...linesOf(result.err)].sort();
      assert.equal(messages.length, 2);
      assert.match(messages[0] ?? '', /^inf: a\/locked\.inf: It cannot be read: permission denied\. Give/);
      assert.match(messages[1] ?? '', /^inf: a\/shut\/?: It cannot be read: permission denied\. Give/);
    } finally {
      chmodSync(locked.at('a/shut'), 0o755);
      locked.remove();
    }
  });

  test('a symbolic link that leads nowhere or in a circle', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('gone.inf', made.at('dangling.inf'));
    symlinkSync('circle.inf', made.at('circle.inf'));
    await refused('dangling.inf', /no such file/);
    await refused('circle.inf', /symbolic links lead in a circle/);
  });

  test('control characters in names do not reach the terminal', async () => {
    const { err } = await run('check', 'a\u001b[2Jb.inf');
    assert.ok(!err.includes('\u001b'));
  });

  suite('configuration', () => {
    async function broken(config: string, message: RegExp): Promise<void> {
      const place = folder({ 'a/inf.config.json': config, 'a/x.inf': FAULTY, 'a/y.inf': FAULTY, 'b/z.inf': FAULTY });
      try {
        const result = await inf(['check', '--format', 'json', '.'], { cwd: place.path });
        assert.equal(result.code, 2);
        assert.equal(linesOf(result.err).length, 1, result.err);
        assert.match(result.err, message);
        assert.deepEqual(
          findingsOf(result).map(({ file }) => file),
          ['b/z.inf'],
        );
      } finally {
        place.remove();
      }
    }

    test('that is no JSON', () =>
      broken('{ "rules": {,} }', /^inf: a\/inf\.config\.json:1:13: This is not valid JSON.*Correct it/));
    test('that is empty', () => broken('', /^inf: a\/inf\.config\.json:1:1: This is not valid JSON/));
    test('that names an unknown rule', () =>
      broken(
        '{ "rules": { "dma-wrong-plaze": "off" } }',
        /^inf: a\/inf\.config\.json:1:14: .*"dma-wrong-plaze".*Did you mean "dma-wrong-place"/,
      ));
    test('that names an unknown severity', () =>
      broken(
        '{\n "rules": {\n  "dma-wrong-place": "loud" } }',
        /:3:22: .*"loud".*"error", "warning", "info", "hint", "off"/,
      ));

    test('that does not exist, named by --config', async () => {
      const { code, err, out } = await run('check', '--config', 'no.json', 'faulty.inf', 'clean.inf');
      assert.equal(code, 2);
      assert.match(err, /^inf: no\.json: There is no such file[^\n]*\n$/);
      assert.match(out, /^No findings in 0 files\. Exit code 2/);
    });

    test('that counts: the nearest one, or the one that is named', async () => {
      const place = folder({
        'inf.config.json': '{ "rules": { "dma-wrong-place": "error" } }',
        'x.inf': FAULTY,
        'a/inf.config.json': '{ "rules": { "dma-wrong-place": "off" } }',
        'a/deep/x.inf': FAULTY,
        'named.json': '{ "rules": { "dma-wrong-place": "info" } }',
      });
      try {
        const severities = async (...args: string[]): Promise<unknown> =>
          findingsOf(await inf(['check', '--format', 'json', ...args], { cwd: place.path })).map(
            ({ file, severity }) => [file, severity],
          );
        assert.deepEqual(await severities('.'), [['x.inf', 'error']]);
        assert.deepEqual(await severities('.', '--config', 'named.json'), [
          ['a/deep/x.inf', 'info'],
          ['x.inf', 'info'],
        ]);
        const piped = await inf(['check', '-', '--format', 'json', '--stdin-filename', 'a/new.inf'], {
          cwd: place.path,
          input: FAULTY,
        });
        assert.deepEqual(findingsOf(piped), []);
      } finally {
        place.remove();
      }
    });
  });
});
