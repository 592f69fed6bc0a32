import type { Analysis } from '../../plan/analysis.js';
import type { DmaLine, DmaPolicy, DmaStatement } from '../../plan/dma.js';
import { isDisplayClass, isSound } from './dma-subjects.js';

/** What one mechanism says. */
export interface Voice {
  /** The line that sets RemappingSupported or DmaRemappingCompatible. */
  readonly main: DmaLine;
  /** The line to change if the other voice is right. */
  readonly line: DmaLine;
  readonly text: string;
  readonly policy: DmaPolicy;
}

/** What the two mechanisms say of one installation, where that is not the same. */
export interface Disagreement {
  readonly device: Voice;
  readonly driver: Voice;
}

/**
 * Finds the installations whose two mechanisms contradict each other, once for each line that says it per device. In
 * class Display a DmaRemappingCompatible other than 3 is what has to change (dma-display-class), so it is no voice there.
 */
export function findDisagreements({ model, dma }: Analysis): readonly Disagreement[] {
  const isDisplay = isDisplayClass(model);
  const found = new Map<DmaLine, Disagreement>();
  for (const statement of dma.statements) {
    const device = perDevice(statement);
    const driver = perDriver(statement);
    if (device === undefined || driver === undefined || agree(device, driver) || found.has(device.line)) continue;
    if (isDisplay && driver.line.value !== 3) continue;
    found.set(device.line, { device, driver });
  }
  return [...found.values()];
}

/** The lines that take part in a contradiction: dma-mechanisms-disagree tells what each of them says. */
export function findDisputedLines(analysis: Analysis): ReadonlySet<DmaLine> {
  return new Set(
    analysis.once(findDisagreements).flatMap(({ device, driver }) => [device.main, device.line, driver.main]),
  );
}

function perDevice({ supported, flags }: DmaStatement): Voice | undefined {
  const line = onlyOne(supported);
  if (line === undefined) return undefined;
  const text = `RemappingSupported = ${line.value ?? ''}`;
  if (line.value === 0) return { main: line, line, text, policy: 'opt-out' };
  if (flags.length === 0) return { main: line, line, text, policy: 'opt-in' };
  const flag = onlyOne(flags);
  if (flag === undefined) return undefined;
  const policy = flag.value === 1 ? 'opt-in-external' : 'opt-in';
  return { main: line, line: flag, text: `${text} with RemappingFlags = ${flag.value ?? ''}`, policy };
}

const DRIVER_POLICIES: readonly DmaPolicy[] = ['opt-out', 'opt-in', 'opt-in-external', 'opt-in'];

function perDriver({ perDriver: stated }: DmaStatement): Voice | undefined {
  const line = onlyOne(stated.map((one) => one.line));
  const policy = DRIVER_POLICIES[line?.value ?? -1];
  if (line === undefined || policy === undefined) return undefined;
  return { main: line, line, text: `DmaRemappingCompatible = ${line.value ?? ''}`, policy };
}

/** The line that speaks when all say the same number; contradictions and faults are told by other rules. */
function onlyOne(lines: readonly DmaLine[]): DmaLine | undefined {
  const last = lines.at(-1);
  const same = lines.every((line) => line.value === last?.value && line.value !== undefined && isSound(line));
  return same ? last : undefined;
}

/** Value 3 has no counterpart per device: it agrees with any opt-in. Source: pci/enabling-dma-remapping-for-device-drivers.md */
function agree(device: Voice, driver: Voice): boolean {
  if (driver.line.value === 3) return device.policy !== 'opt-out';
  return device.policy === driver.policy;
}
