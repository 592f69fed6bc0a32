import assert from 'node:assert/strict';
import type { Fix } from '../../../server/src/engine/types.js';
import { refactorings } from '../../../server/src/features/refactorings.js';
import { bind } from '../../../server/src/model/bind.js';
import { createAnalysis, type Analysis } from '../../../server/src/plan/analysis.js';
import type { DmaLine } from '../../../server/src/plan/dma.js';
import { PER_DRIVER_BUILD } from '../../../server/src/plan/dma-values.js';
import { parse } from '../../../server/src/syntax/parse.js';
import { createSnapshot } from '../../../server/src/text/snapshot.js';
import { applyEdits } from '../../../server/src/text/span.js';
import { dedent } from '../../support/snippet.js';

/** Analyses a text as it stands. */
export function analyse(text: string): Analysis {
  return createAnalysis(bind(parse(createSnapshot('file:///test.inf', 1, text)).cst));
}

/** A snippet without its indentation, with the line ends asked for. */
export function inf(template: string, lineEnd = '\r\n'): string {
  return dedent(template).replace(/\n/g, lineEnd);
}

/** What refactorings offer at the first place where `at` stands in the text. */
export function offeredAt(text: string, at: string): readonly Fix[] {
  const offset = text.indexOf(at);
  assert.ok(offset >= 0, `the text does not hold ${at}`);
  return refactorings(analyse(text), { start: offset, end: offset });
}

/** The actions offered at a place. */
export function actionsAt(text: string, at: string): string {
  return offeredAt(text, at)
    .map(({ action }) => action)
    .join(' ');
}

/** Applies the action offered at a place. */
export function applied(text: string, at: string, action: string): string {
  const fix = offeredAt(text, at).find((one) => one.action === action);
  assert.ok(fix, `${action} is not offered at ${at}`);
  return applyEdits(text, fix.edits);
}

/** The DMA lines of a text, as the rules see them. */
export function dmaLine(analysis: Analysis, index = 0): DmaLine {
  const line = analysis.dma.lines[index];
  assert.ok(line, 'no DMA line is found');
  return line;
}

/** Applies a fix that is expected to be there. */
export function fixedBy(text: string, fixOf: (analysis: Analysis) => Fix | undefined): string {
  const fix = fixOf(analyse(text));
  assert.ok(fix, 'no fix is offered');
  return applyEdits(text, fix.edits);
}

/**
 * Compares the change that a fix makes with the expected one: removed lines with `-`, added lines with `+`, and before
 * each hunk the line above it. Also checks that both texts use the same line ends throughout.
 */
export function assertChange(before: string, after: string, expected: string): void {
  assert.equal(changes(before, after).join('\n'), dedent(expected).trimEnd());
  if (!before.includes('\r')) assert.ok(!after.includes('\r'), 'CR in a text that had none');
  else assert.equal(after.replace(/\r\n/g, '').match(/[\r\n]/), null, 'LF alone in a text with CR LF');
}

function changes(before: string, after: string): readonly string[] {
  const tagged = difference(before.split(/\r?\n/), after.split(/\r?\n/));
  return tagged
    .filter((line, index) => !line.startsWith(' ') || /^[-+]/.test(tagged[index + 1] ?? ''))
    .map((line) => line.trimEnd());
}

/** All lines with ` `, `-` or `+` before them; compared from the end, so that an insertion stands as early as it can. */
function difference(old: readonly string[], now: readonly string[]): readonly string[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = 1; i <= old.length; i++) {
    for (let j = 1; j <= now.length; j++) {
      const same = old[i - 1] === now[j - 1];
      const row = lengths[i];
      if (row) row[j] = same ? lengthAt(i - 1, j - 1) + 1 : Math.max(lengthAt(i - 1, j), lengthAt(i, j - 1));
    }
  }
  const reversed: string[] = [];
  for (let i = old.length, j = now.length; i > 0 || j > 0;) {
    if (i > 0 && j > 0 && old[i - 1] === now[j - 1]) {
      reversed.push(` ${old[--i] ?? ''}`);
      j--;
    } else if (j > 0 && (i === 0 || lengthAt(i, j - 1) >= lengthAt(i - 1, j))) reversed.push(`+${now[--j] ?? ''}`);
    else reversed.push(`-${old[--i] ?? ''}`);
  }
  return reversed.reverse();
}

/** Policies of the PCI devices on the systems that read any DMA remapping value, each once. */
export function policies(text: string): string {
  const { model, dma } = analyse(text);
  const first = { major: 10, minor: 0, build: PER_DRIVER_BUILD };
  const found = model.devices
    .filter(({ ids }) => ids.some(({ id }) => /^pci\\/i.test(id)))
    .flatMap((device) => dma.outcomesOf(device))
    .filter(({ until }) => until === undefined || until.major > first.major || until.build > first.build)
    .map(({ policy, by }) => `${policy} ${by}`);
  return [...new Set(found)].join(', ');
}
