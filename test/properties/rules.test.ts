import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { defaultSettings } from '../../server/src/config/settings.js';
import { applyFixes } from '../../server/src/engine/apply-fixes.js';
import type { Finding } from '../../server/src/engine/types.js';
import { createInfService } from '../../server/src/index.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { applyEdits } from '../../server/src/text/span.js';
import { driver } from '../support/snippet.js';

const service = createInfService();
const ruleByName = new Map(service.rules.map((rule) => [rule.name, rule]));

function check(text: string): readonly Finding[] {
  return service.check(service.analyse(createSnapshot('file:///test.inf', 1, text)), defaultSettings()) ?? [];
}

function syntaxProblems(text: string): number {
  const { cst } = service.analyse(createSnapshot('file:///test.inf', 1, text)).analysis.model;
  return cst.blocks.reduce((sum, { block }) => sum + block.problems.length, cst.refusal === undefined ? 0 : 1);
}

const HEADERS = [
  'Dev.NT',
  'Dev.NT.HW',
  'Dev.HW',
  'Dev.NT.Services',
  'Svc_Inst',
  'A',
  'B',
  'C',
  'DefaultInstall',
  'Strings',
];
const header = fc.constantFrom(...HEADERS).map((name) => `[${name}]`);
const reference = fc
  .tuple(
    fc.constantFrom('AddReg', 'Needs', 'AddService = Svc, 2,', 'AddService = Other, 0,'),
    fc.constantFrom('A', 'B', 'C', 'A, B'),
  )
  .map(([key, names]) => (key.includes('=') ? `${key} ${names}` : `${key} = ${names}`));
const dmaLine = fc
  .tuple(
    fc.constantFrom('HKR', 'hkr', 'HKLM', '"HKR"'),
    fc.constantFrom('Parameters', '"DMA Management"', 'DMA Management', '', 'DMAManagement', 'Parameter', '$KEY$'),
    fc.constantFrom(
      'DmaRemappingCompatible',
      'RemappingSupported',
      'RemappingFlags',
      'DmaRemapingCompatible',
      'RemapSupported',
    ),
    fc.constantFrom('0x00010001', '65537', '', '0x00010003', '0', '1', '%REG_DWORD%', '0x4'),
    fc.constantFrom(
      '0',
      '1',
      '2',
      '3',
      '4',
      '"1"',
      'yes',
      '',
      '01,00,00,00',
      'INX_REMAP',
      '%V%',
      '1 ; comment',
      '\\\r\n 1',
    ),
  )
  .map((parts) => parts.join(','));
const otherLine = fc.constantFrom(
  '; comment',
  '; inf-disable-next-line dma-wrong-place, dma-wrong-type -- reason',
  '',
  'V = 1',
  'HKR,,Other,,"text"',
  'Include = a.inf',
  'k = "open',
);
const body = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: dmaLine },
      { weight: 2, arbitrary: reference },
      { weight: 3, arbitrary: header },
      otherLine,
    ),
    {
      maxLength: 20,
    },
  )
  .map((lines) => `${lines.join('\n')}\n`);
const options = fc.record({
  target: fc.constantFrom('NTamd64.10.0...17763', 'NTarm64.10.0...26100', 'NTx86', 'NT$ARCH$'),
  id: fc.constantFrom('PCI\\VEN_1B36&DEV_0010', 'USB\\VID_1B36', '$ID$'),
  className: fc.constantFrom('System', 'Display'),
});
const inf = fc.tuple(body, options).map(([text, rest]) => driver(text, rest).replace(/\r?\n/g, '\r\n'));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '[',
        ']',
        '=',
        ',',
        '%',
        '"',
        ';',
        '\\',
        '\r\n',
        'AddReg',
        'HKR',
        'Manufacturer',
        'Version',
        '.',
        ' ',
      ),
      { maxLength: 80 },
    )
    .map((parts) => `[Version]\nClass=A\n${parts.join('')}`),
);

suite('laws of rules and fixes', () => {
  test('no text makes a rule or a fix fail', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, inf), (text) => {
        for (const finding of check(text)) {
          assert.notEqual(finding.rule, 'internal-error', finding.message);
          assert.ok(
            0 <= finding.span.start && finding.span.start <= finding.span.end && finding.span.end <= text.length,
          );
          assert.doesNotMatch(finding.message, /\{\w+\}|undefined/);
        }
        const { analysis } = service.analyse(createSnapshot('file:///test.inf', 1, text));
        for (const rule of service.rules) {
          for (const { extras } of rule.check({ analysis })) extras.fixes?.();
        }
      }),
      { numRuns: 300 },
    );
    // All rules on 300 texts: a busy machine needs more than the two seconds that a test has by itself.
  }).timeout(20_000);

  test('fixes change something, add no syntax problem and match the safety that their rule declares', () => {
    fc.assert(
      fc.property(inf, (text) => {
        for (const finding of check(text)) {
          const declared = ruleByName.get(finding.rule)?.fix ?? 'none';
          const fixes = finding.fixes();
          assert.equal(new Set(fixes.map(({ action }) => action)).size, fixes.length, `${finding.rule}: actions twice`);
          for (const fix of fixes) {
            // A rule declares the best safety among its fixes: one that is `safe` may offer others as well.
            assert.ok(declared === 'safe' || fix.safety === declared, `${finding.rule} ${fix.action} is ${fix.safety}`);
            const after = applyEdits(text, fix.edits);
            assert.notEqual(after, text, `${finding.rule} ${fix.action} changes nothing`);
            assert.ok(syntaxProblems(after) <= syntaxProblems(text), `${finding.rule} ${fix.action} breaks the syntax`);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('fixes converge', () => {
    fc.assert(
      fc.property(inf, fc.nat(), (text, chosen) => {
        const offered = check(text).flatMap(({ rule, fixes }) => fixes().map(({ action }) => ({ rule, action })));
        const choice = offered[chosen % Math.max(1, offered.length)];
        if (choice === undefined) return;
        const wanted = { rules: new Set([choice.rule]), action: choice.action };
        const { text: after } = applyFixes(text, check, wanted);
        assert.equal(applyFixes(after, check, wanted).text, after, `${choice.rule} ${choice.action} goes on`);
      }),
      { numRuns: 60 },
    );
  });

  test('the same text is checked the same, fresh or after an edit', () => {
    fc.assert(
      fc.property(inf, inf, (before, after) => {
        const old = service.analyse(createSnapshot('file:///test.inf', 1, before));
        const incremental = service.analyse(createSnapshot('file:///test.inf', 2, after), old);
        const told = (findings: readonly Finding[] | undefined) =>
          findings?.map(({ rule, span, message }) => ({ rule, span, message }));
        assert.deepEqual(told(service.check(incremental, defaultSettings())), told(check(after)));
      }),
      { numRuns: 60 },
    );
  });
});
