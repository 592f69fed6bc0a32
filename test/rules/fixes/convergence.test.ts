import assert from 'node:assert/strict';
import { defaultSettings } from '../../../server/src/config/settings.js';
import { applyFixes } from '../../../server/src/engine/apply-fixes.js';
import type { Finding, Fix, Severity } from '../../../server/src/engine/types.js';
import { createInfService, type InfDocument } from '../../../server/src/index.js';
import { absolute } from '../../../server/src/syntax/cst.js';
import { createSnapshot } from '../../../server/src/text/snapshot.js';
import { applyEdits } from '../../../server/src/text/span.js';
import { driver } from '../../support/snippet.js';
import { inf } from './harness.js';

const service = createInfService();
const RANKS: Readonly<Record<Severity, number>> = { hint: 0, info: 1, warning: 2, error: 3 };

const PER_DRIVER = (rest: string, more = ''): string =>
  driver(`[Svc_Inst]\nAddReg = Svc_Reg\n[Svc_Reg]\nHKR,${rest}\n${more}\n`);
const PER_DEVICE = (rest: string, more = ''): string =>
  driver(`[Dev.NT.HW]\nAddReg = Dev_Reg\n[Dev_Reg]\nHKR,${rest}\n${more}\n`);
const COMPATIBLE = 'Parameters,DmaRemappingCompatible,0x00010001';
const SUPPORTED = '"DMA Management",RemappingSupported,0x00010001';
const FLAGS = 'HKR,"DMA Management",RemappingFlags,0x00010001';
const SECOND = `
[Second.NT]
[Second.NT.HW]
AddReg = Dev_Reg
[Second.NT.Services]
AddService = Svc, 0x2, Svc_Inst
[Models.NTamd64.10.0...17763]
%Device% = Second, PCI\\VEN_1B36&DEV_0011
`;

const FILES: Readonly<Record<string, string>> = {
  'nothing stated': driver(''),
  'nothing stated, 24H2 only': driver('', { target: 'NTamd64.10.0...26100' }),
  'nothing stated, template': driver('', { target: 'NT$ARCH$.10.0...16299' }),
  'no PCI device': driver('', { id: 'USB\\VID_1B36&PID_0010' }),
  'per driver only': PER_DRIVER(`${COMPATIBLE},1`),
  'per driver, external': PER_DRIVER(`${COMPATIBLE},2`),
  'per driver, opt-out': PER_DRIVER(`${COMPATIBLE},0`),
  'value 3': PER_DRIVER(`${COMPATIBLE},3`),
  'value out of range': PER_DRIVER(`${COMPATIBLE},9`),
  'value no number': PER_DRIVER(`${COMPATIBLE},"yes"`),
  'value missing': PER_DRIVER('Parameters,DmaRemappingCompatible'),
  'wrong type': PER_DRIVER('Parameters,DmaRemappingCompatible,,"1"'),
  'binary type': PER_DRIVER('Parameters,DmaRemappingCompatible,1,01,00,00,00'),
  noclobber: PER_DRIVER('Parameters,DmaRemappingCompatible,0x00010003,1'),
  'misspelt name': PER_DRIVER('Parameters,DmaRemapingCompatible,0x00010001,1'),
  'misspelt subkey': PER_DRIVER('Parameter,DmaRemappingCompatible,0x00010001,1'),
  'no subkey': PER_DRIVER(',DmaRemappingCompatible,0x00010001,1'),
  'absolute key': driver(
    '[Dev.NT]\nAddReg = R\n[R]\nHKLM,SYSTEM\\CurrentControlSet\\Services\\Svc\\Parameters,DmaRemappingCompatible,0x00010001,1\n',
  ),
  'per driver in the hardware section': PER_DEVICE(`${COMPATIBLE},1`),
  'per driver in the hardware section, with others': PER_DEVICE(`${COMPATIBLE},1 ; why`, 'HKR,,A,,"1"'),
  'per driver in the install section': driver(`[Dev.NT]\nAddReg = R\n[R]\nHKR,${COMPATIBLE},1\n`),
  'per device only': PER_DEVICE(`${SUPPORTED},1`),
  'per device, conditional': PER_DEVICE(`${SUPPORTED},1`, `${FLAGS},1`),
  'per device, opt-out': PER_DEVICE(`${SUPPORTED},0`),
  'per device in the service section': PER_DRIVER(`${SUPPORTED},1`, `${FLAGS},0`),
  'flags alone': PER_DEVICE('"DMA Management",RemappingFlags,0x00010001,1'),
  'subkey without blank': PER_DEVICE('DMAManagement,RemappingSupported,0x00010001,1'),
  'line in no add-registry section': driver(`[Dev.NT.HW]\nHKR,${SUPPORTED},1\n`),
  'nothing refers to it': driver(`[Dma]\nHKR,${COMPATIBLE},1\n`),
  'both disagree': driver(
    `[Svc_Inst]\nAddReg = A\n[A]\nHKR,${COMPATIBLE},1\n[Dev.NT.HW]\nAddReg = B\n[B]\nHKR,${SUPPORTED},0\n`,
  ),
  'two values': PER_DRIVER(`${COMPATIBLE},1`, `HKR,${COMPATIBLE},0`),
  'shared by two devices': PER_DEVICE(`${SUPPORTED},1`, SECOND),
  'one of two devices': PER_DEVICE(`${SUPPORTED},1`, SECOND.replace('AddReg = Dev_Reg', '')),
  'not on every architecture': driver(
    `[Dev.NTarm64]\n[Dev.NTamd64]\n[Dev.NTamd64.HW]\nAddReg = R\n[R]\nHKR,${SUPPORTED},1\n[Models.NTarm64]\n%Device% = Dev, PCI\\VEN_1B36&DEV_0010\n`,
  ).replace('Models, NT', 'Models, NTarm64, NT'),
  'display class': driver(`[Svc_Inst]\nAddReg = R\n[R]\nHKR,${COMPATIBLE},1\n`, { className: 'Display' }),
  'display class, the value of graphics': driver(`[Svc_Inst]\nAddReg = R\n[R]\nHKR,${COMPATIBLE},3\n`, {
    className: 'Display',
  }),
};

function analyse(text: string): InfDocument {
  return service.analyse(createSnapshot('file:///test.inf', 1, text));
}

function check(text: string): readonly Finding[] {
  return service.check(analyse(text), defaultSettings()) ?? [];
}

function syntaxProblems(text: string): number {
  const { cst } = analyse(text).analysis.model;
  const own = cst.blocks.reduce((sum, { block }) => sum + block.problems.length, 0);
  return own + (cst.refusal === undefined ? 0 : 1);
}

/** All that is offered in a text: fixes with the severity of what they cure, and refactorings at every line. */
function offered(
  text: string,
): readonly { readonly fix: Fix; readonly rank: number; readonly rule: string | undefined }[] {
  const document = analyse(text);
  const quick = (service.check(document, defaultSettings()) ?? []).flatMap(({ fixes, rule, severity }) =>
    fixes().map((fix) => ({ fix, rule, rank: Math.max(RANKS[severity], RANKS.info) })),
  );
  const rewrites = document.analysis.model.cst.blocks.flatMap((placed) =>
    placed.block.lines.flatMap((line) =>
      service
        .refactorings(document, absolute(placed, line.span))
        .map((fix) => ({ fix, rule: undefined, rank: RANKS.info })),
    ),
  );
  return [...quick, ...rewrites];
}

/** How many findings are at least as severe as `rank` allows not to be added. */
function above(text: string, rank: number): readonly string[] {
  return check(text)
    .filter(({ severity }) => RANKS[severity] > rank)
    .map(({ rule }) => rule);
}

suite('every fix on every file', () => {
  for (const [name, template] of Object.entries(FILES)) {
    test(name, () => {
      for (const lineEnd of ['\r\n', '\n']) {
        const text = inf(template, lineEnd);
        for (const { fix, rule, rank } of offered(text)) {
          const label = `${rule ?? 'refactoring'} ${fix.action}`;
          const after = applyEdits(text, fix.edits);
          assert.notEqual(after, text, `${label} changes nothing`);
          assert.equal(syntaxProblems(after), syntaxProblems(text), `${label} adds a syntax problem`);
          const before = above(text, rank);
          const now = above(after, rank);
          assert.ok(now.length <= before.length, `${label} adds a graver finding: ${now.join()}\n${after}`);
          assert.equal(after.replaceAll(lineEnd, '').match(/[\r\n]/), null, `${label} mixes line ends`);
          if (rule === undefined) continue;
          const choice = { rules: new Set([rule]), action: fix.action };
          const all = applyFixes(text, check, choice).text;
          assert.equal(applyFixes(all, check, choice).text, all, `${label} does not come to an end`);
        }
      }
    });
  }

  test('every file has something to offer, or is meant not to', () => {
    const silent = Object.entries(FILES).filter(([, template]) => offered(inf(template)).length === 0);
    assert.deepEqual(
      silent.map(([name]) => name),
      ['no PCI device', 'display class, the value of graphics'],
    );
  });

  test('inserting the opt-in contents the rules', () => {
    const said = ['nothing stated', 'nothing stated, 24H2 only', 'nothing stated, template'];
    for (const name of said) {
      const text = inf(FILES[name] ?? '');
      const first = offered(text)[0];
      assert.ok(first);
      const after = applyEdits(text, first.fix.edits);
      assert.deepEqual(
        check(after).map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    }
  });
});
