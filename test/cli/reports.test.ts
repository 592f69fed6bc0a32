import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { REPORT_FORMATS } from '../../server/src/report/writers.js';
import { structuralFaults, valueFaults } from '../report/sarif-schema.js';
import { findingsOf, folder, inf, linesOf, type Folder, type Run } from './inf.js';
import { CLEAN, FAULTY } from './samples.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');

suite('inf check --format', () => {
  let made: Folder;
  const run = (...args: string[]): Promise<Run> => inf(['check', ...args], { cwd: made.path });

  suiteSetup(() => {
    made = folder({ 'pkg/a b.inf': FAULTY, 'pkg/clean.inf': CLEAN });
  });
  suiteTeardown(() => made.remove());

  test('sarif: a valid log with places, page, fixes and version', async () => {
    const { code, out, err } = await run('--format', 'sarif', 'pkg');
    assert.deepEqual({ code, err }, { code: 1, err: '' });
    const log = JSON.parse(out) as Log;
    assert.deepEqual(structuralFaults(log, ROOT), []);
    assert.deepEqual(valueFaults(log), []);
    const [run1] = log.runs;
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    assert.equal(run1?.tool.driver.version, version);
    assert.match(run1.tool.driver.rules?.[0]?.help?.markdown ?? '', /^# dma-wrong-place\n/);
    const [result, ...more] = run1.results ?? [];
    assert.deepEqual(more, []);
    assert.equal(result?.ruleId, 'dma-wrong-place');
    assert.deepEqual(result.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: 'pkg/a%20b.inf', uriBaseId: '%SRCROOT%' },
      region: { startLine: 6, startColumn: 16, endLine: 6, endColumn: 38 },
    });
    assert.ok((result.fixes ?? []).length > 0);
  }).timeout(60_000);

  test('sarif: tells inputs that could not be checked', async () => {
    const { code, out } = await run('--format', 'sarif', 'missing.inf', 'pkg/clean.inf');
    assert.equal(code, 2);
    const [invocation] = (JSON.parse(out) as Log).runs[0]?.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.match(
      invocation.toolExecutionNotifications?.[0]?.message.text ?? '',
      /^missing\.inf: There is no such file/,
    );
  });

  test('github, msbuild and junit name file, line and rule', async () => {
    const github = await run('--format', 'github', 'pkg');
    assert.match(
      github.out,
      /^::warning file=pkg\/a b\.inf,line=6,endLine=6,col=16,endColumn=38,title=dma-wrong-place::/,
    );
    const msbuild = await run('--format', 'msbuild', 'pkg');
    assert.match(msbuild.out, /^pkg[/\\]a b\.inf\(6,16,6,38\): warning dma-wrong-place: .* \[dma-wrong-place\]\n/);
    const junit = await run('--format', 'junit', 'pkg');
    assert.match(junit.out, /<testsuites name="inf" tests="2" failures="1" errors="0">/);
    assert.deepEqual([github.code, msbuild.code, junit.code], [1, 1, 1]);
  });

  test('every form ends with the same exit codes and colours nothing for programs', async () => {
    for (const format of REPORT_FORMATS) {
      const clean = await inf(['check', '--format', format, 'pkg/clean.inf'], {
        cwd: made.path,
        env: { FORCE_COLOR: '1' },
      });
      assert.equal(clean.code, 0, format);
      if (format !== 'text') assert.ok(!clean.out.includes('\u001b'), format);
      assert.equal((await run('--format', format, '--fail-on', 'error', 'pkg')).code, 0, format);
    }
  });
});

suite('inf check with a baseline', () => {
  let made: Folder;
  const run = (...args: string[]): Promise<Run> => inf(['check', ...args], { cwd: made.path });

  setup(() => {
    made = folder({ 'pkg/a.inf': FAULTY, 'pkg/clean.inf': CLEAN });
  });
  teardown(() => made.remove());

  test('writes what it finds and then reports nothing of it', async () => {
    const written = await run('--write-baseline', 'known.json', 'pkg');
    assert.deepEqual(
      [written.code, written.out, linesOf(written.err)],
      [0, '', ['known.json: 1 finding written as known.']],
    );
    assert.deepEqual(JSON.parse(readFileSync(made.at('known.json'), 'utf8')), {
      version: 1,
      files: {
        'pkg/a.inf': [
          { rule: 'dma-wrong-place', message: 'section', line: 'HKR,Parameters,DmaRemappingCompatible,0x00010001,1' },
        ],
      },
    });
    const again = await run('--baseline', 'known.json', 'pkg');
    assert.deepEqual([again.code, again.out], [0, 'No findings in 2 files. Exit code 0.\n']);
    assert.deepEqual(linesOf(again.err), ['known.json: 1 known finding not reported.']);
  });

  test('reports what is new after lines moved, from any folder', async () => {
    await run('--write-baseline', 'known.json', 'pkg');
    const lines = `; moved\r\n\r\n${FAULTY}`.split(/\r?\n/);
    const at = lines.findIndex((line) => line.startsWith('HKR,Parameters'));
    made.write('pkg/a.inf', lines.toSpliced(at, 0, 'HKR,Other,DmaRemappingCompatible,0x00010001,1').join('\r\n'));
    const args = ['check', '--format', 'json', '--baseline', '../known.json', '--rule', 'dma-wrong-place', 'a.inf'];
    const result = await inf(args, { cwd: made.at('pkg') });
    assert.deepEqual(
      findingsOf(result).map(({ line }) => line),
      [at + 1],
    );
    assert.equal(result.code, 1);
  });

  test('says what is resolved, and does not fail because of it', async () => {
    await run('--write-baseline', 'known.json', 'pkg');
    made.write('pkg/a.inf', CLEAN);
    const { code, err } = await run('--baseline', 'known.json', 'pkg');
    assert.equal(code, 0);
    assert.match(err, /^known\.json: 1 known finding is resolved\. Write the baseline anew with --write-baseline/);
    assert.equal((await run('--baseline', 'known.json', 'pkg/clean.inf')).err, '');
    assert.equal((await run('--baseline', 'known.json', '--rule', 'dma-not-stated', 'pkg')).err, '');
  });

  test('writes the same text whatever the order of the operands', async () => {
    made.write('pkg/b.inf', FAULTY);
    await run('--write-baseline', 'one.json', 'pkg/b.inf', 'pkg/a.inf');
    await run('--write-baseline', 'other.json', 'pkg');
    assert.equal(readFileSync(made.at('one.json'), 'utf8'), readFileSync(made.at('other.json'), 'utf8'));
  });

  test('refuses what cannot be meant', async () => {
    made.write('broken.json', '{');
    for (const [args, message] of [
      [['--baseline', 'missing.json'], /^inf: --baseline missing\.json: There is no such file/],
      [['--baseline', 'broken.json'], /^inf: --baseline broken\.json: It is no JSON/],
      [['--baseline', 'a', '--write-baseline', 'b'], /exclude each other/],
      [['--write-baseline', 'no/such/folder.json'], /^inf: --write-baseline no\/such\/folder\.json: There is no such/],
    ] as const) {
      const { code, err } = await run(...args, 'pkg');
      assert.equal(code, 2, args.join(' '));
      assert.match(err, message);
    }
  });
});
