import assert from 'node:assert/strict';
import path from 'node:path';
import type { Log, Result } from 'sarif';
import type { FileReport } from '../../server/src/report/file-report.js';
import { sarifLog, sarifReport, type SarifOptions } from '../../server/src/report/sarif-report.js';
import { defineRule } from '../../server/src/rules/rule.js';
import { finding, PLACED, report } from './findings.js';
import { structuralFaults, valueFaults } from './sarif-schema.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const RULE = defineRule({
  name: 'some-rule',
  summary: 'Something is wrong.',
  severity: 'by-mode',
  fix: 'safe',
  messages: { one: { text: 'One.', infverif: 1205 }, two: { text: 'Two.', infverif: 1203 } },
  *check() {
    yield* [];
  },
});

const PAGE = '# some-rule\n\n## What it checks\n\nThat a `thing`\nis right.\n\nMore.\n\n## Fix\n\nNone.\n';

function options(changes: Partial<SarifOptions> = {}): SarifOptions {
  return {
    version: '1.2.3',
    rules: [RULE],
    pages: { 'some-rule': PAGE },
    mode: 'h',
    exitCode: 1,
    troubles: [],
    ...changes,
  };
}

function resultsOf(...reports: readonly FileReport[]): readonly Result[] {
  return sarifLog(reports, options()).runs[0]?.results ?? [];
}

const FULL = finding({
  infverif: 1203,
  related: [{ span: { start: 11, end: 16 }, message: 'The other one.' }],
  fixes: () => [
    { action: 'rename', title: 'Rename it', safety: 'safe', edits: [{ span: PLACED, newText: 'Class' }] },
    { action: 'remove', title: 'Remove it', safety: 'unsafe', edits: [{ span: { start: 24, end: 34 }, newText: '' }] },
    { action: 'nothing', title: 'Do nothing', safety: 'unsafe', edits: [] },
  ],
});

suite('SARIF report', () => {
  const logs: readonly (readonly [string, Log])[] = [
    ['full findings', sarifLog([report(FULL, finding({ severity: 'hint' }))], options())],
    ['nothing', sarifLog([], options({ exitCode: 0 }))],
    ['troubles', sarifLog([], options({ exitCode: 2, troubles: [{ where: 'a', what: 'It is gone.' }] }))],
    [
      'odd file names',
      sarifLog(
        ['a b/ü%.inf', '../x.inf', '/x/y.inf', 'c:\\a\\b.inf', './d:e.inf', '<stdin>'].map((file) => ({
          ...report(FULL),
          file,
        })),
        options(),
      ),
    ],
    ['a rule without page', sarifLog([report(FULL)], options({ pages: {} }))],
    ['a rule that nobody knows', sarifLog([report(finding({ rule: 'imported' }))], options({ rules: [] }))],
  ];
  for (const [name, log] of logs) {
    test(`has the published structure: ${name}`, () => {
      assert.deepEqual(structuralFaults(log, ROOT), []);
      assert.deepEqual(valueFaults(log), []);
    }).timeout(60_000);
  }

  test('the check of the structure sees faults', () => {
    const [log] = structuredClone(logs[0] ?? assert.fail()).slice(1) as [Log];
    const first = log.runs[0]?.results?.[0] ?? assert.fail();
    Object.assign(first, { level: 'fatal', extra: 1 });
    delete (first as Partial<Result>).message;
    assert.ok(structuralFaults(log, ROOT).length > 0);
    assert.throws(() => valueFaults(log));
  }).timeout(60_000);

  test('states 1-based UTF-16 places, level, message and number', () => {
    const [result] = resultsOf(report(FULL));
    assert.equal(result?.ruleId, 'some-rule');
    assert.equal(result.level, 'error');
    assert.equal(result.message.text, '"Clas" is wrong.');
    assert.deepEqual(result.properties, { tags: ['InfVerif 1203'], severity: 'error', infverif: 1203 });
    assert.deepEqual(result.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'd.inf', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 5 },
        },
      },
    ]);
    assert.equal(sarifLog([], options()).runs[0]?.columnKind, 'utf16CodeUnits');
  });

  test('calls all that is less than a warning a note', () => {
    const levels = resultsOf(
      report(...(['error', 'warning', 'info', 'hint'] as const).map((severity) => finding({ severity }))),
    );
    assert.deepEqual(
      levels.map(({ level }) => level),
      ['error', 'warning', 'note', 'note'],
    );
  });

  test('tells related places and the fixes that change something', () => {
    const [result] = resultsOf(report(FULL));
    assert.deepEqual(
      result?.relatedLocations?.map(({ id, message }) => [id, message?.text]),
      [[1, 'The other one.']],
    );
    assert.deepEqual(
      result.fixes?.map(({ description, artifactChanges }) => [description?.text, artifactChanges[0]?.replacements]),
      [
        [
          'Rename it',
          [
            {
              deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 5 },
              insertedContent: { text: 'Class' },
            },
          ],
        ],
        ['Remove it', [{ deletedRegion: { startLine: 3, startColumn: 1, endLine: 4, endColumn: 1 } }]],
      ],
    );
  });

  test('gives the page without the marks of this project', () => {
    const page =
      '# some-rule\n\n<!-- generated -->\n\nSee [the guide](../guide.md), [this](#fix) and [that](https://example.org/a).\n\n```inf bad part mode=w\n; <x> [a](b)\n```\n\n```inf good\n[A]\n```\n';
    const log = sarifLog([report(FULL)], options({ pages: { 'some-rule': page } }));
    assert.equal(
      log.runs[0]?.tool.driver.rules?.[0]?.help?.markdown,
      '# some-rule\n\nSee [the guide](https://github.com/windows-inf/windows-inf/blob/main/docs/guide.md), [this](#fix) and [that](https://example.org/a).\n\nFaulty in mode w:\n\n```inf\n; <x> [a](b)\n```\n\nRight:\n\n```inf\n[A]\n```\n',
    );
  });

  test('describes each rule that found something, with page, help and numbers', () => {
    const [rule, ...more] = sarifLog([report(FULL, FULL)], options()).runs[0]?.tool.driver.rules ?? [];
    assert.deepEqual(more, []);
    assert.equal(rule?.id, 'some-rule');
    assert.equal(rule.shortDescription?.text, 'Something is wrong.');
    assert.equal(rule.fullDescription?.text, 'That a thing is right.');
    assert.equal(rule.help?.markdown, PAGE);
    assert.match(rule.helpUri ?? '', /\/docs\/rules\/some-rule\.md$/);
    assert.deepEqual(rule.properties, { tags: ['InfVerif 1203', 'InfVerif 1205'] });
    assert.equal(rule.defaultConfiguration?.level, 'error');
  });

  test('fingerprints stay when lines are put above, and differ between equal lines', () => {
    const prints = (text: string, ...starts: readonly number[]): unknown[] =>
      resultsOf(report(...starts.map((start) => finding({ span: { start, end: start + 1 } })), text)).map(
        (result) => result.partialFingerprints?.['infFinding/v1'],
      );
    const before = prints('a=1\r\nb=2\r\n', 0, 5);
    assert.deepEqual(prints(';new\r\na=1\r\n\r\nb =   2\r\n'.replace('b =   2', 'b=2'), 6, 13), before);
    assert.notEqual(before[0], before[1]);
    const [one, other] = prints('a=1\r\na=1\r\n', 0, 5);
    assert.equal(one, before[0]);
    assert.match(String(other), /^[0-9a-f]{16}:2$/);
    assert.notEqual(prints('a=2\r\n', 0)[0], before[0]);
  });

  test('files below the root are relative, others absolute', () => {
    const uriOf = (file: string): unknown =>
      resultsOf({ ...report(FULL), file })[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    assert.deepEqual(uriOf('pkg/a b.inf'), { uri: 'pkg/a%20b.inf', uriBaseId: '%SRCROOT%' });
    assert.deepEqual(uriOf('pkg\\a.inf'), { uri: 'pkg/a.inf', uriBaseId: '%SRCROOT%' });
    assert.deepEqual(uriOf('../a.inf'), { uri: 'file:///d.inf' });
    assert.deepEqual(uriOf('/abs/a.inf'), { uri: 'file:///d.inf' });
    assert.deepEqual(uriOf('C:\\abs\\a.inf'), { uri: 'file:///d.inf' });
  });

  test('a quoted text is neither placeholder nor link', () => {
    const [result] = resultsOf(report(finding({ message: 'Class {0} of {4d36e972} [a](b).' })));
    assert.equal(result?.message.text, 'Class {{0}} of {4d36e972} [a] (b).');
  });

  test('tells what could not be checked', () => {
    const [invocation] =
      sarifLog([], options({ exitCode: 2, troubles: [{ where: 'a', what: 'Gone.' }] })).runs[0]?.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.equal(invocation.exitCode, 2);
    assert.deepEqual(invocation.toolExecutionNotifications, [{ level: 'error', message: { text: 'a: Gone.' } }]);
  });

  test('is JSON text', () =>
    assert.deepEqual(
      JSON.parse(sarifReport([report(FULL)], options())),
      JSON.parse(JSON.stringify(sarifLog([report(FULL)], options()))),
    ));
});
