import assert from 'node:assert/strict';
import { findingsOf, folder, inf, linesOf, type Folder, type Run } from './inf.js';
import { CLEAN } from './samples.js';

const FAULTY = `${CLEAN.replace(/\r?\n$/, '')}\r\n[Nobody.Refers]\r\nHKR,,X,,1\r\n`;
const LINE = FAULTY.split(/\r?\n/).indexOf('[Nobody.Refers]') + 1;

suite('inf import', () => {
  let made: Folder;
  const run = (args: readonly string[], input?: string | Uint8Array): Promise<Run> =>
    inf(['import', ...args], { cwd: made.path, ...(input === undefined ? {} : { input }) });

  suiteSetup(() => {
    made = folder({
      'src/d.inf': FAULTY,
      'src/other.inf': CLEAN,
      'build.log': [
        'Validating',
        `1>C:\\build\\x64\\d.inf(${String(LINE)}-${String(LINE)}): warning 2083: Section [Nobody.Refers] not referenced or used.`,
        '1>C:\\build\\x64\\d.inf(1-1): error 1999: Nobody knows this.',
        '1>C:\\build\\gone.inf(1-1): error 1203: Section [x] not found.',
        '',
      ].join('\r\n'),
    });
  });
  suiteTeardown(() => made.remove());

  test('shows our findings at their places with fixes, and what we do not find at the line of the log', async () => {
    const result = await run(['build.log', '--root', 'src', '--format', 'json']);
    assert.equal(result.code, 1);
    const findings = findingsOf(result);
    assert.deepEqual(
      findings.map(({ file, line, rule, infverif, severity }) => [file, line, rule, infverif, severity]),
      [
        ['src/d.inf', 1, 'infverif', 1999, 'error'],
        ['src/d.inf', LINE, 'unused-section', 2083, 'warning'],
      ],
    );
    assert.equal(findings[0]?.message, 'InfVerif: Nobody knows this.');
    assert.ok((findings[1]?.fixes.length ?? 0) > 0);
    assert.deepEqual(linesOf(result.err), ['gone.inf: not below src; 1 message left out.']);
  });

  test('reads standard input in UTF-16, searches below the current folder and has every format', async () => {
    const log = Buffer.from(
      `\ufeffERROR(2083) in D.INF, line ${String(LINE)}: Section [Nobody.Refers] not used.\r\n`,
      'utf16le',
    );
    const { code, out } = await run(['-', '--format', 'msbuild'], log);
    assert.equal(code, 1);
    assert.match(out, /^src[/\\]d\.inf\(\d+,1,\d+,16\): error INF2083: .* \[unused-section\]\n/);
    assert.equal(
      (await run(['-', '--fail-on', 'error', '--format', 'sarif'], 'WARN (2083) in d.inf, line 1: x')).code,
      0,
    );
  });

  test('refuses a log that says nothing, is not there, or is about other files', async () => {
    for (const [args, input, message] of [
      [['-'], 'Build succeeded.', /^inf: -: No message about an INF file stands in it/],
      [['missing.log'], '', /^inf: missing\.log: There is no such file/],
      [
        ['-'],
        'ERROR(1203) in gone.inf, line 1: x',
        /^inf: \.: None of the files that the log is about is here or below: gone\.inf/,
      ],
      [['build.log', '--root', 'nowhere'], '', /^inf: nowhere: There is no such file or folder/m],
    ] as const) {
      const { code, err } = await run(args, input);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, message);
    }
  });
});
