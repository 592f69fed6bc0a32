import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../../server/src/cli/commands.js';
import { wrapped } from '../../server/src/cli/help.js';
import { wantsColour } from '../../server/src/cli/shell.js';
import { folder, inf, linesOf, type Folder, type Run } from './inf.js';
import { CLEAN } from './samples.js';

suite('inf command line', () => {
  let made: Folder;
  const run = (...args: string[]): Promise<Run> => inf(args, { cwd: made.path });

  suiteSetup(() => {
    made = folder({ 'a.inf': CLEAN });
  });
  suiteTeardown(() => made.remove());

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['chekc', 'a.inf'], /There is no command "chekc"\. Did you mean "inf check"\?/],
    [['frobnicate'], /There is no command "frobnicate"\. Commands: check, fix,/],
    [['a.inf'], /There is no command "a\.inf"/],
    [['--format', 'json', 'check', 'a.inf'], /The command must come first/],
    [['check', 'a.inf', '--frmat=json'], /"inf check" has no option --frmat\. Did you mean --format\?/],
    [['check', 'a.inf', '-x'], /"inf check" has no option -x\. See "inf help check"/],
    [['check', 'a.inf', '--dry-run'], /"inf check" has no option --dry-run/],
    [['check'], /"inf check" needs a file or folder: inf check PATH…/],
    [['check', 'a.inf', '--format'], /--format needs a value/],
    [['check', '--rule', '--format', 'json', 'a.inf'], /--rule needs a value/],
    [
      ['check', 'a.inf', '--format', 'jsn'],
      /--format cannot be "jsn" for "inf check": allowed are text, json, sarif, github, msbuild, junit\. Did you mean "json"\?/,
    ],
    [['check', 'a.inf', '--fail-on', 'never'], /--fail-on cannot be "never"/],
    [['check', 'a.inf', '--format=json', '--format=text'], /--format is given twice/],
    [
      ['check', 'a.inf', '--rule', 'dma-wrong-plac'],
      /There is no rule "dma-wrong-plac"\. Did you mean "dma-wrong-place"\?/,
    ],
    [['fix', 'a.inf', '--dry-run=yes'], /--dry-run takes no value/],
    [['fix', 'a.inf', '--list', '--dry-run'], /exclude each other/],
    [['explain'], /"inf explain" needs the name of a rule/],
    [['explain', 'dma-wrong-plac'], /Did you mean "dma-wrong-place"\?/],
    [['explain', '99999'], /InfVerif has no documented code 99999/],
    [['parse', 'a.inf', 'b.inf'], /takes one operand/],
    [['rules', 'a.inf'], /takes no operands/],
    [['dma', 'a.inf', '--target', 'amd64'], /--target cannot be "amd64".*NTamd64\.10\.0\.\.\.26100/],
    [['help', 'chekc'], /Did you mean "inf check"\?/],
  ];
  for (const [args, message] of wrong) {
    test(`refuses inf ${args.join(' ')}`, async () => {
      const { code, out, err } = await run(...args);
      assert.deepEqual({ code, out, lines: linesOf(err).length }, { code: 2, out: '', lines: 1 });
      assert.match(err, message);
    });
  }

  test('shows help without arguments, by --help and by help, and names every command', async () => {
    const { out, code } = await run();
    assert.equal(code, 0);
    for (const { name, summary } of commands) assert.ok(out.includes(`inf ${name}`) && out.includes(summary), name);
    assert.equal((await run('--help')).out, out);
    assert.equal((await run('help')).out, out);
  });

  test('shows the options of a command', async () => {
    const { out, code } = await run('help', 'check');
    assert.equal(code, 0);
    for (const option of ['--format text|json|sarif|', '--fail-on SEVERITY', '--rule NAME', '--config FILE'])
      assert.ok(out.includes(option));
    assert.equal((await run('check', '--help')).out, out);
    assert.equal((await run('check', '-h')).out, out);
  });

  test('knows its version', async () => {
    const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../package.json'), 'utf8')) as {
      version: string;
    };
    for (const args of [['--version'], ['check', '--version']]) {
      if (args.length > 1) args.push('a.inf');
      assert.equal((await run(...args)).out, `inf ${manifest.version}\n`);
    }
  });

  test('takes operands after --', async () => {
    made.write('--odd.inf', CLEAN);
    assert.equal((await run('check', '--', '--odd.inf')).code, 0);
  });

  test('lists every rule', async () => {
    const rules = JSON.parse((await run('rules', '--format', 'json')).out) as readonly {
      rule: string;
      severity: string;
      summary: string;
    }[];
    assert.ok(rules.length >= 20 && rules.every(({ summary }) => summary !== ''));
    const text = (await run('rules')).out;
    for (const { rule, severity } of rules) assert.match(text, new RegExp(`^${rule} +${severity} `, 'm'));
  });
});

suite('help text', () => {
  test('breaks lines between words', () => {
    assert.deepEqual(wrapped('aa bb cc', 5), ['aa bb', 'cc']);
    assert.deepEqual(wrapped('a longword b', 4), ['a', 'longword', 'b']);
  });

  test('every option that takes a value says what it is', () => {
    for (const { options } of commands) {
      for (const { choices, value, help } of options) {
        assert.ok(help.length > 10);
        if (choices) assert.ok(value);
      }
    }
  });
});

suite('colours', () => {
  test('follow FORCE_COLOR, then NO_COLOR and TERM, then the terminal', () => {
    assert.equal(wantsColour(true, {}), true);
    assert.equal(wantsColour(false, {}), false);
    assert.equal(wantsColour(true, { NO_COLOR: '1' }), false);
    assert.equal(wantsColour(true, { NO_COLOR: '' }), true);
    assert.equal(wantsColour(true, { TERM: 'dumb' }), false);
    assert.equal(wantsColour(false, { FORCE_COLOR: '1', NO_COLOR: '1' }), true);
    assert.equal(wantsColour(true, { FORCE_COLOR: '0' }), false);
  });
});
