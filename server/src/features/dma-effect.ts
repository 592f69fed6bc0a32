import { dmaMechanisms, dmaValues } from '../language/dma-remapping.js';
import { compareVersions } from '../model/versions.js';
import type { Analysis } from '../plan/analysis.js';
import type { DmaLine, DmaOutcome, DmaWrite } from '../plan/dma.js';
import { policyName, rangeName } from '../plan/dma-wording.js';
import { code, limited } from './markdown.js';

const MAX_RANGES = 3;

/**
 * Says in one sentence what a DMA remapping line does in this file: the policy that it brings and where, or why it brings
 * none.
 */
export function describeEffect(analysis: Analysis, line: DmaLine): string {
  if (line.writes.length === 0) return '**No effect:** no installation reaches this line.';
  const effective = line.writes.filter((write) => write.effective);
  if (effective.length === 0) return notRead(line);
  const partly =
    effective.length < line.writes.length ? ' Where it is reached in another way, Windows does not read it.' : '';
  return `${stated(analysis, line, effective)}${partly}`;
}

function notRead({ intended, named, line, writes }: DmaLine): string {
  const { key } = dmaMechanisms[dmaValues[intended].mechanism];
  if (!named) return `**No effect:** Windows does not know a value named ${code(line.valueName)}.`;
  const written = new Set(writes.map(({ write }) => code(write.key)));
  return `**No effect:** the line writes to ${limited([...written], 2)}, but Windows looks in ${code(key)}.`;
}

function stated(analysis: Analysis, line: DmaLine, effective: readonly DmaWrite[]): string {
  if (line.type === 'other') return '**No effect:** the value is not written as a number (REG_DWORD).';
  if (line.placeholder || line.type === 'placeholder') return 'The build decides what is written here.';
  if (line.value === undefined) return '**No effect:** Windows does not know this value.';
  if (line.type === 'unreadable') return '**No effect:** the type cannot be read.';
  return line.intended === 'RemappingFlags'
    ? flagsEffect(analysis, line, effective)
    : policyEffect(analysis, line, effective);
}

/** RemappingFlags says nothing alone: it counts beside RemappingSupported = 1. */
function flagsEffect({ dma }: Analysis, line: DmaLine, effective: readonly DmaWrite[]): string {
  const supported = effective.some(({ write }) =>
    dma.statementOf(write.installation).supported.some(({ value, placeholder }) => value === 1 || placeholder),
  );
  if (!supported) return `**No effect:** it counts only beside ${code('RemappingSupported')} = 1.`;
  return line.value === 1
    ? 'Here it makes the opt-in conditional: only at an external port or under Driver Verifier.'
    : 'Here it leaves the opt-in without condition, as if it were missing.';
}

function policyEffect({ dma }: Analysis, line: DmaLine, effective: readonly DmaWrite[]): string {
  const devices = new Set(effective.flatMap(({ write }) => write.installation.matches.map(({ device }) => device)));
  const outcomes = [...devices].flatMap((device) => dma.outcomesOf(device));
  const decided = outcomes.filter((outcome) => outcome.line === line);
  if (decided.length > 0) return `**In force:** ${limited(distinctEffects(decided), MAX_RANGES)}.`;
  if (devices.size === 0) return '**No effect here:** no device of this file leads to it.';
  if (outcomes.every(({ line: deciding }) => deciding === undefined)) {
    return '**No effect here:** no Windows version that this file targets reads it.';
  }
  return '**Overruled:** another line decides for every device and Windows version that this file targets.';
}

/** `opt-in (Windows 11 24H2 and later)`, each once, newest Windows first. */
function distinctEffects(outcomes: readonly DmaOutcome[]): string[] {
  const byNewest = [...outcomes].sort((a, b) => compareVersions(b.from, a.from));
  return [...new Set(byNewest.map(({ policy, from, until }) => `${policyName(policy)} (${rangeName(from, until)})`))];
}
