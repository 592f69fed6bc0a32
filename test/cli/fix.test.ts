import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { findingsOf, folder, inf, type Folder, type Run } from './inf.js';
import { CLEAN, FAULTY, SILENT, UEFI } from './samples.js';

const INSERT_BOTH = ['--rule', 'dma-not-stated', '--action', 'insert-opt-in-both'];

/** The lines that are left when those are taken out that do not stand in `before` at that place. */
function withoutInserted(after: readonly string[], before: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const line of after) if (line === before[kept.length]) kept.push(line);
  return kept;
}

suite('inf fix', () => {
  let made: Folder;
  const run = (...args: string[]): Promise<Run> => inf(['fix', ...args], { cwd: made.path });
  const text = (name: string): string => readFileSync(made.at(name), 'utf8');

  setup(() => {
    made = folder({ 'clean.inf': CLEAN, 'faulty.inf': FAULTY, 'silent.inf': SILENT, 'uefi.inf': UEFI });
  });
  teardown(() => made.remove());

  test('changes nothing where no safe fix is offered', async () => {
    const { code, out, err } = await run('.');
    assert.deepEqual({ code, out, err }, { code: 0, out: 'Nothing to fix in 4 files.\n', err: '' });
    assert.equal(text('faulty.inf'), FAULTY);
    assert.equal(text('silent.inf'), SILENT);
  });

  for (const action of ['insert-opt-in-both', 'insert-opt-in-per-driver', 'insert-opt-in-per-device']) {
    test(`${action} makes the file right, and a second run changes nothing`, async () => {
      const first = await run('--rule', 'dma-not-stated', '--action', action, 'silent.inf');
      assert.equal(first.code, 0, first.err);
      assert.match(
        first.out,
        /^silent\.inf\n {2}Insert the DMA remapping opt-in .*\n1 fix in 1 of 1 file applied\.\n$/,
      );
      const once = text('silent.inf');
      assert.notEqual(once, SILENT);
      const second = await run('--rule', 'dma-not-stated', '--action', action, 'silent.inf');
      assert.deepEqual({ code: second.code, out: second.out }, { code: 0, out: 'Nothing to fix in 1 file.\n' });
      assert.equal(text('silent.inf'), once);
      const check = await inf(['check', '--format', 'json', '--fail-on', 'warning', 'silent.inf'], { cwd: made.path });
      const rules = findingsOf(check).map(({ rule }) => rule);
      assert.ok(!rules.includes('dma-not-stated'));
      assert.equal(check.code, 0);
    });
  }

  test('insert-opt-in-both leaves all DMA rules content, and inf dma says so', async () => {
    await run(...INSERT_BOTH, 'silent.inf');
    const check = await inf(['check', '--format', 'json', 'silent.inf'], { cwd: made.path });
    assert.deepEqual(findingsOf(check), []);
    const dma = await inf(['dma', '--format', 'json', 'silent.inf'], { cwd: made.path });
    const rows = JSON.parse(dma.out) as readonly { policy: string; by: string }[];
    assert.deepEqual(
      rows.map(({ policy, by }) => [policy, by]),
      [
        ['opt-in', 'per-driver'],
        ['opt-in', 'per-device'],
      ],
    );
  });

  test('an action can be named without a rule', async () => {
    const { code } = await run('--action', 'insert-opt-in-per-driver', 'silent.inf');
    assert.equal(code, 0);
    assert.ok(text('silent.inf').includes('DmaRemappingCompatible'));
  });

  test('moves a line to where Windows reads it', async () => {
    assert.equal((await run('--rule', 'dma-wrong-place', '--action', 'move-to-service', 'faulty.inf')).code, 0);
    const check = await inf(['check', '--format', 'json', '--fail-on', 'warning', 'faulty.inf'], { cwd: made.path });
    assert.deepEqual(
      findingsOf(check).filter(({ severity }) => severity === 'warning' || severity === 'error'),
      [],
    );
    assert.equal(text('faulty.inf').split('DmaRemappingCompatible').length, 2);
  });

  test('--list shows the actions and changes nothing', async () => {
    const { code, out } = await run('--list', '--rule', 'dma-not-stated', 'silent.inf', 'clean.inf');
    assert.equal(code, 0);
    assert.match(out, /^clean\.inf: nothing is offered\.\nsilent\.inf\n/);
    for (const action of ['insert-opt-in-both', 'insert-opt-in-per-driver', 'insert-opt-in-per-device']) {
      assert.match(out, new RegExp(`^ {2}\\d+:\\d+ {2}dma-not-stated {2}${action} +unsafe {2}Insert`, 'm'));
    }
    assert.equal(text('silent.inf'), SILENT);
  });

  test('--dry-run shows the difference, changes nothing and ends with 1', async () => {
    const { code, out, err } = await run('--dry-run', ...INSERT_BOTH, 'silent.inf');
    assert.equal(code, 1);
    assert.match(out, /^--- silent\.inf\n\+\+\+ silent\.inf \(fixed\)\n@@ /);
    assert.match(out, /^\+HKR,Parameters,DmaRemappingCompatible,0x00010001,1$/m);
    assert.match(err, /1 fix in 1 of 1 file would be applied\./);
    assert.equal(text('silent.inf'), SILENT);
    assert.equal((await run('--dry-run', ...INSERT_BOTH, 'clean.inf')).code, 0);
  });

  test('standard input goes to standard output', async () => {
    const fixed = await inf(['fix', '-', ...INSERT_BOTH], { cwd: made.path, input: SILENT });
    assert.equal(fixed.code, 0);
    assert.ok(fixed.out.startsWith(SILENT.slice(0, 100)) && fixed.out.includes('RemappingSupported'));
    assert.match(fixed.err, /1 fix in 1 of 1 file applied/);
    const same = await inf(['fix', '-', ...INSERT_BOTH], { cwd: made.path, input: CLEAN });
    assert.equal(same.out, CLEAN);
  });

  test('an action that does not exist is wrong usage, with the nearest and those that are offered', async () => {
    const near = /There is no action "insert-opt-in-bot"\. Did you mean "insert-opt-in-both"\?/;
    for (const choice of [['--rule', 'dma-not-stated'], []]) {
      const { code, err } = await run(...choice, '--action', 'insert-opt-in-bot', 'silent.inf');
      assert.equal(code, 2);
      assert.match(err, near);
      assert.match(err, /Offered here are: .*insert-opt-in-both/);
      assert.equal(text('silent.inf'), SILENT);
    }
    const listed = await run('--list', '--action', 'insert-opt-in-bot', 'silent.inf');
    assert.equal(listed.code, 2);
    assert.match(listed.err, near);
    const foreign = await run('--action', 'no-such-thing-at-all', 'uefi.inf');
    assert.equal(foreign.code, 2);
  });

  test('an action that exists but is not offered here is a note', async () => {
    for (const action of ['move-to-driver-store', 'set-value-7']) {
      const { code, err } = await run('--rule', 'dma-not-stated', '--action', action, 'silent.inf');
      assert.equal(code, 0);
      assert.match(
        err,
        new RegExp(`The action "${action}" is not offered here\\. Offered here are: .*insert-opt-in-both`),
      );
      assert.equal(text('silent.inf'), SILENT);
    }
  });

  test('leaves files alone that are no driver INFs', async () => {
    const { code, err } = await run('uefi.inf');
    assert.equal(code, 0);
    assert.match(err, /uefi\.inf: .*nothing is fixed/);
    assert.equal(text('uefi.inf'), UEFI);
  });

  test('keeps permissions, symbolic links and neighbours', async function () {
    if (process.platform === 'win32') this.skip();
    chmodSync(made.at('silent.inf'), 0o640);
    symlinkSync('silent.inf', made.at('link.inf'));
    const before = readdirSync(made.path);
    assert.equal((await run(...INSERT_BOTH, 'link.inf')).code, 0);
    assert.ok(lstatSync(made.at('link.inf')).isSymbolicLink());
    assert.equal(statSync(made.at('silent.inf')).mode & 0o777, 0o640);
    assert.ok(text('silent.inf').includes('RemappingSupported'));
    assert.deepEqual(readdirSync(made.path), before);
  });

  const source = SILENT.replace(/\n/g, '\r\n').replace('Example device', 'Ger\u00e4t \u00df');
  const utf16 = Buffer.from(source, 'utf16le');
  const encodings: Readonly<Record<string, { bytes: Buffer; back: (bytes: Buffer) => string }>> = {
    'UTF-8': { bytes: Buffer.from(source), back: (bytes) => bytes.toString('utf8') },
    'UTF-8 with BOM': { bytes: Buffer.from(`\ufeff${source}`), back: (bytes) => bytes.toString('utf8').slice(1) },
    'UTF-16LE with BOM': {
      bytes: Buffer.from(`\ufeff${source}`, 'utf16le'),
      back: (bytes) => bytes.toString('utf16le').slice(1),
    },
    'UTF-16LE': { bytes: utf16, back: (bytes) => bytes.toString('utf16le') },
    'UTF-16BE with BOM': {
      bytes: Buffer.from(`\ufeff${source}`, 'utf16le').swap16(),
      back: (bytes) => Buffer.from(bytes).swap16().toString('utf16le').slice(1),
    },
    'windows-1252': { bytes: Buffer.from(source, 'latin1'), back: (bytes) => bytes.toString('latin1') },
  };
  for (const [name, { bytes, back }] of Object.entries(encodings)) {
    test(`keeps ${name} and CR LF, byte for byte outside the inserted lines`, async () => {
      made.write('encoded.inf', bytes);
      assert.equal((await run(...INSERT_BOTH, 'encoded.inf')).code, 0);
      const after = back(readFileSync(made.at('encoded.inf')));
      assert.deepEqual(withoutInserted(after.split('\r\n'), source.split('\r\n')), source.split('\r\n'));
      assert.ok(!/[^\r]\n/.test(after) && after.includes('RemappingSupported'));
      const mark = bytes.subarray(0, 2);
      assert.deepEqual(readFileSync(made.at('encoded.inf')).subarray(0, 2), mark);
    });
  }

  test('keeps bytes that no encoding explains', async () => {
    const odd = Buffer.concat([Buffer.from(SILENT), Buffer.from('; \x81\x8d\x8f\x90\x9d\xff end\n', 'latin1')]);
    made.write('odd.inf', odd);
    assert.equal((await run(...INSERT_BOTH, 'odd.inf')).code, 0);
    const after = readFileSync(made.at('odd.inf'));
    assert.ok(after.includes(Buffer.from('; \x81\x8d\x8f\x90\x9d\xff end\n', 'latin1')) && after.length > odd.length);
  });

  test('refuses nothing of a folder because one file has trouble', async () => {
    made.write('empty.inf', '');
    const { code, err } = await run(...INSERT_BOTH, '.');
    assert.equal(code, 2);
    assert.match(err, /^inf: empty\.inf: It is empty[^\n]*\n$/);
    assert.ok(text('silent.inf').includes('RemappingSupported'));
  });

  test('a file that may not be written is named and left as it is', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    chmodSync(made.at('silent.inf'), 0o444);
    const { code, err } = await run(...INSERT_BOTH, 'silent.inf');
    assert.equal(code, 2);
    assert.match(err, /^inf: silent\.inf: It cannot be written: permission denied/);
    assert.equal(text('silent.inf'), SILENT);
  });

  test('several devices of one file are all served in one run', async () => {
    const count = 15;
    const ids = Array.from(
      { length: count },
      (_, index) => `%Device% = Dev${String(index)}, PCI\\VEN_1B36&DEV_1${String(index).padStart(3, '0')}`,
    );
    const installs = Array.from(
      { length: count },
      (_, index) =>
        `[Dev${String(index)}.NT]\nCopyFiles = Svc_Files\n[Dev${String(index)}.NT.Services]\nAddService = Svc${String(index)}, 0x2, Svc${String(index)}_Inst\n[Svc${String(index)}_Inst]\nServiceType = 1\nStartType = 3\nErrorControl = 1\nServiceBinary = %13%\\svc.sys\n`,
    );
    made.write('many.inf', `${installs.join('')}${SILENT.replace(/^%Device%.*$/m, (own) => [own, ...ids].join('\n'))}`);
    assert.equal((await run(...INSERT_BOTH, 'many.inf')).code, 0);
    const once = text('many.inf');
    const check = await inf(['check', '--format', 'json', 'many.inf'], { cwd: made.path });
    assert.deepEqual(
      findingsOf(check).map(({ rule, line }) => [rule, line]),
      [],
    );
    assert.match((await run(...INSERT_BOTH, 'many.inf')).out, /^Nothing to fix/);
    assert.equal(text('many.inf'), once);
  });
});
