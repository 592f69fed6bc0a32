import type { CodeLens } from 'vscode-languageserver-types';
import { isPciDevice } from '../model/pci.js';
import type { Device } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { DmaOutcome } from '../plan/dma.js';
import { describeOutcomes, lineNumberOf, relevantOutcomes } from '../plan/dma-wording.js';
import { absolute } from '../syntax/cst.js';
import { placeAt } from '../text/snapshot.js';

/** Client command that shows a line; arguments: document URI and 0-based line. */
export const SHOW_DECIDING_LINE = 'windowsInf.showDecidingLine';

/**
 * A lens above each Models line with a `PCI\` ID: the DMA remapping policy in force and the line that decides it. The
 * lens leads to that line; for several Windows versions to the one of the newest. Without such a line it leads nowhere.
 */
export function codeLenses(analysis: Analysis): CodeLens[] {
  if (analysis.model.fileKind !== 'driver') return [];
  const lenses = new Map<number, CodeLens>();
  for (const device of analysis.model.devices) {
    if (!isPciDevice(device)) continue;
    const lens = lensOf(analysis, device);
    if (lens !== undefined) lenses.set(absolute(device.at.placed, device.at.line.span).start, lens);
  }
  return [...lenses].sort(([a], [b]) => a - b).map(([, lens]) => lens);
}

function lensOf({ model, dma }: Analysis, device: Device): CodeLens | undefined {
  const { snapshot } = model.cst;
  const outcomes = dma.outcomesOf(device);
  const text = describeOutcomes(snapshot, outcomes);
  if (text === '') return undefined;
  const span = absolute(device.at.placed, device.at.line.span);
  const deciding = firstLine(outcomes);
  const title = `DMA remapping: ${text}`;
  return {
    range: { start: placeAt(snapshot, span.start), end: placeAt(snapshot, span.end) },
    command:
      deciding === undefined
        ? { title, command: '' }
        : { title, command: SHOW_DECIDING_LINE, arguments: [snapshot.uri, lineNumberOf(snapshot, deciding) - 1] },
  };
}

function firstLine(outcomes: readonly DmaOutcome[]): DmaOutcome['line'] {
  return relevantOutcomes(outcomes).find(({ line }) => line !== undefined)?.line;
}
