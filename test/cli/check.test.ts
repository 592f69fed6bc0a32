import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { CLI, findingsOf, folder, inf, type Folder, type Run } from './inf.js';
import { BROKEN, CLEAN, FAULTY, SILENT, UEFI } from './samples.js';

suite('inf check', () => {
  let made: Folder;
  const run = (...args: string[]): Promise<Run> => inf(['check', ...args], { cwd: made.path });

  suiteSetup(() => {
    made = folder({
      'clean.inf': CLEAN,
      'faulty.inf': FAULTY,
      'silent.inf': SILENT,
      'broken.inf': BROKEN,
      'pkg/uefi.inf': UEFI,
      'pkg/a.INX': FAULTY,
      'pkg/b.inf.in': FAULTY,
      'pkg/notes.txt': FAULTY,
      'pkg/node_modules/x/c.inf': FAULTY,
      'pkg/.git/d.inf': FAULTY,
      'pkg/deep/er/we[ird] (1).inf': FAULTY,
    });
  });
  suiteTeardown(() => made.remove());

  test('is silent about a clean file but for the summary, and ends with 0', async () => {
    const { code, out, err } = await run('clean.inf');
    assert.deepEqual({ code, out, err }, { code: 0, out: 'No findings in 1 file. Exit code 0.\n', err: '' });
  });

  test('shows a finding with its frame and ends with 1', async () => {
    const { code, out, err } = await run('faulty.inf');
    const [first = '', ...rest] = out.split('\n');
    assert.match(first, /^faulty\.inf:6:16: warning .*\[dma-wrong-place\]$/);
    assert.deepEqual(rest.slice(0, 2), [
      '  6 │ HKR,Parameters,DmaRemappingCompatible,0x00010001,1',
      '    │                ^^^^^^^^^^^^^^^^^^^^^^',
    ]);
    assert.match(out, /\n {2}fix .*\[move-to-service\]\n/);
    assert.match(out, /\n1 warning in 1 of 1 file\. Exit code 1: 1 finding is a warning or worse\.\n$/);
    assert.deepEqual({ code, err }, { code: 1, err: '' });
  });

  test('prints JSON with all keys, 1-based', async () => {
    const result = await run('--format', 'json', 'faulty.inf');
    assert.equal(result.code, 1);
    const [record, ...others] = findingsOf(result);
    assert.equal(others.length, 0);
    assert.ok(record);
    assert.deepEqual(Object.keys(record), [
      'file',
      'line',
      'column',
      'endLine',
      'endColumn',
      'rule',
      'infverif',
      'severity',
      'message',
      'fixes',
    ]);
    const { file, line, column, endLine, endColumn, rule, infverif, severity, fixes } = record;
    assert.deepEqual(
      { file, line, column, endLine, endColumn, rule, infverif, severity },
      {
        file: 'faulty.inf',
        line: 6,
        column: 16,
        endLine: 6,
        endColumn: 38,
        rule: 'dma-wrong-place',
        infverif: null,
        severity: 'warning',
      },
    );
    assert.ok(fixes.length > 0 && fixes.every((title) => typeof title === 'string'));
  });

  test('prints an empty JSON array for clean files', async () => {
    const { code, out } = await run('--format=json', 'clean.inf');
    assert.deepEqual({ code, records: JSON.parse(out) as unknown }, { code: 0, records: [] });
  });

  for (const [severity, code] of [
    ['hint', 1],
    ['info', 0],
    ['warning', 0],
    ['error', 0],
  ] as const) {
    test(`--fail-on ${severity} ends with ${String(code)} on a hint`, async () => {
      assert.equal((await run('--fail-on', severity, 'silent.inf')).code, code);
    });
  }

  test('--fail-on error lets warnings pass, and fails on errors', async () => {
    assert.equal((await run('--fail-on', 'error', 'faulty.inf')).code, 0);
    assert.equal((await run('--fail-on', 'error', 'broken.inf')).code, 1);
  });

  test('--rule narrows the findings', async () => {
    const both = await run(
      '--format',
      'json',
      '--fail-on',
      'hint',
      '--rule',
      'dma-not-stated',
      'faulty.inf',
      'silent.inf',
    );
    assert.deepEqual(
      findingsOf(both).map(({ file, rule }) => [file, rule]),
      [['silent.inf', 'dma-not-stated']],
    );
    const more = await run(
      '--format',
      'json',
      '--rule',
      'dma-not-stated',
      '--rule',
      'dma-wrong-place',
      'faulty.inf',
      'silent.inf',
    );
    assert.equal(findingsOf(more).length, 2);
  });

  test('walks folders, skips node_modules and .git, takes .inx and .inf.in, sorts by file', async () => {
    const files = findingsOf(await run('--format', 'json', 'pkg')).map(({ file }) => file);
    assert.deepEqual(files, ['pkg/a.INX', 'pkg/b.inf.in', 'pkg/deep/er/we[ird] (1).inf']);
  });

  test('takes globs itself, wherever they stand', async () => {
    assert.deepEqual(
      findingsOf(await run('--format', 'json', 'pkg/**/*.inf')).map(({ file }) => file),
      ['pkg/deep/er/we[ird] (1).inf'],
    );
    const absolute = await run('--format', 'json', `${made.path}/p*/*.in?`);
    assert.deepEqual(
      findingsOf(absolute).map(({ file }) => file),
      [made.at('pkg/a.INX')],
    );
    const inner = await inf(['check', '--format', 'json', '../**/fau*.inf'], { cwd: made.at('pkg') });
    assert.deepEqual(
      findingsOf(inner).map(({ file }) => file),
      ['../faulty.inf'],
    );
  });

  test('a name with brackets is a name before it is a pattern', async () => {
    assert.equal(findingsOf(await run('--format', 'json', 'pkg/deep/er/we[ird] (1).inf')).length, 1);
  });

  test('a file named twice is checked once', async () => {
    assert.equal(
      findingsOf(await run('--format', 'json', 'faulty.inf', './faulty.inf', '*.inf', '--rule', 'dma-wrong-place'))
        .length,
      1,
    );
  });

  test('a named file is checked whatever it is called', async () => {
    assert.equal((await run('pkg/notes.txt')).code, 1);
  });

  test('--exclude leaves out files and folders', async () => {
    const files = findingsOf(await run('--format', 'json', '--exclude', 'deep', '--exclude', '*.inx', 'pkg')).map(
      ({ file }) => file,
    );
    assert.deepEqual(files, ['pkg/b.inf.in']);
  });

  test('says of a named file that it is no driver INF, and finds nothing in it', async () => {
    const { code, out, err } = await run('pkg/uefi.inf');
    assert.equal(code, 0);
    assert.match(out, /^No findings in 1 file\./);
    assert.match(err, /^pkg\/uefi\.inf: .*no driver INF.*UEFI module.*\n$/);
    assert.equal((await run('--format', 'json', 'pkg/uefi.inf')).err, '');
  });

  test('reads standard input under the name that is given', async () => {
    const piped = await inf(['check', '-', '--format', 'json', '--stdin-filename', 'drivers/x.inf'], {
      cwd: made.path,
      input: FAULTY,
    });
    assert.equal(piped.code, 1);
    assert.deepEqual(
      findingsOf(piped).map(({ file, line }) => [file, line]),
      [['drivers/x.inf', 6]],
    );
    const nameless = await inf(['check', '-'], { cwd: made.path, input: FAULTY });
    assert.match(nameless.out, /^<stdin>:6:16: warning/);
  });

  test('the mode decides severities: that of the flag, else that of inf.config.json, else h', async () => {
    const modes = folder({
      'a.inf': CLEAN.replace('PnpLockdown = 1\n', ''),
      'w/inf.config.json': '{ "mode": "w" }',
      'w/a.inf': CLEAN.replace('PnpLockdown = 1\n', ''),
    });
    try {
      const severities = async (...args: string[]): Promise<unknown> => {
        const result = await inf(['check', '--format', 'json', ...args], { cwd: modes.path });
        return findingsOf(result).flatMap(({ rule, severity }) => (rule === 'missing-pnp-lockdown' ? severity : []));
      };
      assert.deepEqual(await severities('a.inf'), ['warning']);
      assert.deepEqual(await severities('w/a.inf'), ['error']);
      assert.deepEqual(await severities('--mode', 'w', 'a.inf'), ['error']);
      assert.deepEqual(await severities('--mode', 'k', 'w/a.inf'), ['warning']);
    } finally {
      modes.remove();
    }
  });

  test('asks for a provider on demand', async () => {
    const other = await run('--format', 'json', '--provider', 'Contoso', 'clean.inf');
    assert.deepEqual(
      findingsOf(other).map(({ rule, infverif }) => [rule, infverif]),
      [['other-provider', 1210]],
    );
    assert.equal((await run('--provider', 'Example', 'clean.inf')).code, 0);
  });

  test('colours on demand only', async () => {
    const coloured = await inf(['check', 'faulty.inf'], { cwd: made.path, env: { FORCE_COLOR: '1' } });
    assert.ok(coloured.out.includes('\u001b[33mwarning\u001b[39m'));
    for (const env of [{}, { FORCE_COLOR: '0' }, { NO_COLOR: '1' }]) {
      assert.ok(!(await inf(['check', 'faulty.inf'], { cwd: made.path, env })).out.includes('\u001b'));
    }
  });

  test('finds the same in every encoding, with the same places', async () => {
    const text = FAULTY.replace('Example device', 'Ger\u00e4t');
    const wide = Buffer.from(text, 'utf16le');
    const variants = {
      'utf8.inf': Buffer.from(text),
      'utf8-bom.inf': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
      'utf16.inf': wide,
      'utf16-bom.inf': Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
      'utf16be-bom.inf': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
      'ansi.inf': Buffer.from(text, 'latin1'),
    };
    const encoded = folder(variants);
    try {
      const args = ['check', '--format', 'json', '--rule', 'dma-wrong-place', '.'];
      const records = findingsOf(await inf(args, { cwd: encoded.path }));
      assert.deepEqual(records.map(({ file }) => file).sort(), Object.keys(variants).sort());
      for (const record of records)
        assert.deepEqual([record.line, record.column, record.endColumn], [6, 16, 38], record.file);
    } finally {
      encoded.remove();
    }
  });

  test('a reader that leaves early does no harm', function () {
    if (process.platform === 'win32') this.skip();
    for (let i = 0; i < 30; i++) made.write(`many/${String(i)}.inf`, FAULTY);
    const shell = spawnSync('sh', ['-c', `"${process.execPath}" "${CLI}" check many | head -n 1; true`], {
      cwd: made.path,
      encoding: 'utf8',
    });
    assert.match(shell.stdout, /^many\/0\.inf:6:16: warning/);
    assert.equal(shell.stderr, '');
  });

  test('writes a large report to its end', async () => {
    const lines = Array.from({ length: 400 }, () => 'HKR,Parameters,DmaRemappingCompatible,0x00010001,1');
    made.write('large/large.inf', FAULTY.replace(/^HKR,.*$/m, lines.join('\n')));
    const result = await run('--format', 'json', 'large');
    assert.ok(result.bytes.length > 100_000, `${String(result.bytes.length)} bytes`);
    assert.equal(findingsOf(result).filter(({ rule }) => rule === 'dma-wrong-place').length, 400);
  });
});
