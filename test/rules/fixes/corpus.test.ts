import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings } from '../../../server/src/config/settings.js';
import type { Finding } from '../../../server/src/engine/types.js';
import { createInfService } from '../../../server/src/index.js';
import type { Device } from '../../../server/src/model/types.js';
import type { Analysis } from '../../../server/src/plan/analysis.js';
import type { DmaAnalysis } from '../../../server/src/plan/dma.js';
import { relevantOutcomes } from '../../../server/src/plan/dma-wording.js';
import { insertOptIn } from '../../../server/src/rules/fixes/insert-opt-in.js';
import { readsAnything, readsPerDevice } from '../../../server/src/rules/support/dma-subjects.js';
import { isPciDevice } from '../../../server/src/model/pci.js';
import { decode } from '../../../server/src/text/decode.js';
import { createSnapshot } from '../../../server/src/text/snapshot.js';
import { applyEdits } from '../../../server/src/text/span.js';

const CORPUS = process.env['INF_CORPUS'] ?? '';
const service = createInfService();

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(name);
    return /\.(inf|inx)$/i.test(entry.name) ? [name] : [];
  });
}

function analysisOf(text: string): Analysis {
  return service.analyse(createSnapshot('file:///test.inf', 1, text)).analysis;
}

function findingsIn(text: string): readonly Finding[] {
  const document = service.analyse(createSnapshot('file:///test.inf', 1, text));
  return service.check(document, defaultSettings()) ?? [];
}

function offeredFor(analysis: Analysis, device: Device): ReturnType<typeof insertOptIn> {
  return insertOptIn(analysis, new Set([device.installName.toLowerCase()]));
}

/** Takes the first that is offered for each PCI device until nothing is; answers the DDInstall names that were served. */
function optInEverything(before: string): { readonly text: string; readonly served: ReadonlySet<string> } {
  const served = new Set<string>();
  let text = before;
  for (let round = 0; round < 200; round++) {
    const analysis = analysisOf(text);
    const device = analysis.model.devices.find((one) => isPciDevice(one) && offeredFor(analysis, one).length > 0);
    if (device === undefined) return { text, served };
    served.add(device.installName);
    text = applyEdits(text, offeredFor(analysis, device)[0]?.edits ?? []);
  }
  return assert.fail('the opt-in is offered again and again');
}

/** Checks that each old line still stands there, in order, at most with something behind it. */
function assertKept(before: string, after: string, name: string): void {
  const now = after.split(/\r\n|\n|\r/);
  let at = 0;
  for (const line of before.split(/\r\n|\n|\r/)) {
    while (at < now.length && !isKept(line, now[at] ?? '')) at++;
    assert.ok(at++ < now.length, `${name}: lost or changed: ${line}`);
  }
}

/** The line itself, or the line with a further name in its list of add-registry sections. */
function isKept(line: string, now: string): boolean {
  if (line === now) return true;
  const code = (/^[^;]*/.exec(line)?.[0] ?? '').trimEnd();
  return /^\s*addreg\b/i.test(line) && now.startsWith(`${code},`) && now.endsWith(line.slice(code.length));
}

/** What a finding says, whatever the lines it speaks of: inserted lines move the others. */
function withoutLines({ rule, message }: Finding): string {
  return `${rule}: ${message.replace(/\bline \d+/g, 'line …')}`;
}

/** On x86 nothing is read per device, as Windows 11 has no such edition; on Itanium nothing at all. */
function isBeyondReach(dma: DmaAnalysis, device: Device): boolean {
  const statements = dma.statements.filter(({ installation }) =>
    installation.matches.some((match) => match.device === device),
  );
  const isPerDriver = statements.some(({ perDriver }) => perDriver.length > 0);
  return !dma
    .outcomesOf(device)
    .some(({ match: { target } }) => readsPerDevice(target) || (isPerDriver && readsAnything(target)));
}

suite('the opt-in in real files', () => {
  test('is taken in by every PCI device that it is offered for, and keeps all other lines', function () {
    if (CORPUS === '') {
      console.log('      skipped: INF_CORPUS names no folder of INF files');
      this.skip();
    }
    this.timeout(60_000);
    for (const file of filesBelow(CORPUS)) {
      const name = path.relative(CORPUS, file);
      const before = decode(readFileSync(file), 'windows-1252').text;
      if (analysisOf(before).model.fileKind !== 'driver') continue;
      const { text, served } = optInEverything(before);
      if (served.size === 0) continue;
      assertKept(before, text, name);
      const { model, dma } = analysisOf(text);
      const graphics = model.version('Class')?.value.toLowerCase() === 'display';
      for (const device of model.devices.filter((one) => isPciDevice(one) && served.has(one.installName))) {
        if (isBeyondReach(dma, device)) continue;
        const policies = relevantOutcomes(dma.outcomesOf(device)).map(({ policy }) => policy);
        const allowed = graphics ? ['opt-in', 'opt-in-external'] : ['opt-in'];
        const reached = policies.some((policy) => allowed.includes(policy));
        assert.ok(reached, `${name}: ${device.installName}: ${policies.join()}`);
      }
      const known = new Set(findingsIn(before).map(withoutLines));
      const added = findingsIn(text).filter((finding) => !known.has(withoutLines(finding)));
      const minor = graphics ? ['dma-display-class'] : ['dma-partial-coverage'];
      assert.deepEqual(
        added
          .filter(({ rule, severity }) => !(minor.includes(rule) && severity === 'info'))
          .map(({ message }) => message),
        [],
        name,
      );
    }
  });
});
