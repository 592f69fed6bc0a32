import { isPciDevice } from '../model/pci.js';
import type { Device } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { DmaOutcome } from '../plan/dma.js';
import {
  architectureOf,
  lineNumberOf,
  mechanismName,
  outcomeName,
  policyMeaning,
  rangeName,
  relevantOutcomes,
} from '../plan/dma-wording.js';
import type { Line, PlacedBlock } from '../syntax/cst.js';
import { code } from './markdown.js';

const MAX_OUTCOMES = 6;

/** The device of a Models line. */
export function deviceAt({ model }: Analysis, placed: PlacedBlock, line: Line): Device | undefined {
  return model.devices.find(({ at }) => at.placed.start === placed.start && at.line.span.start === line.span.start);
}

/** Paragraphs for the IDs of a PCI device: the DMA remapping policy on each Windows version, newest first. */
export function describeDevice(analysis: Analysis, device: Device): readonly string[] {
  if (!isPciDevice(device)) return [];
  const outcomes = relevantOutcomes(analysis.dma.outcomesOf(device));
  if (outcomes.length === 0) return [];
  const lines = [...new Set(outcomes.map((outcome) => describeOutcome(analysis, outcome)))];
  const more = lines.length > MAX_OUTCOMES ? [`- and ${String(lines.length - MAX_OUTCOMES)} more`] : [];
  return ['**DMA remapping policy**', [...lines.slice(0, MAX_OUTCOMES), ...more].join('\n')];
}

function describeOutcome({ model }: Analysis, outcome: DmaOutcome): string {
  const { by, line, undecided, policy, from, until, match } = outcome;
  const number = line === undefined ? '' : `, line ${String(lineNumberOf(model.cst.snapshot, line))}`;
  const reason = by === 'none' ? '' : ` (${mechanismName(by)}${number})`;
  const where = [rangeName(from, until), architectureOf(match.target) ?? ''].filter((part) => part !== '').join(', ');
  const meaning = undecided && line !== undefined ? code(line.valueText) : policyMeaning(policy);
  return `- ${where}: **${outcomeName(outcome)}**${reason}. ${meaning}`;
}
