import { fold } from '../../language/fold.js';
import { isPciDevice } from '../../model/pci.js';
import type { Installation } from '../../model/types.js';
import type { DmaAnalysis, DmaLine, DmaStatement } from '../../plan/dma.js';
import type { Analysis } from '../../plan/analysis.js';
import { functionDriverOf, isSound, readsAnything } from './dma-subjects.js';

/** PCI installations that state nothing about DMA remapping, apart from those of which a faulty line speaks. */
export interface Silent {
  /** Nothing of the kind elsewhere in the file. */
  readonly alone: readonly Installation[];
  /** Another installation of the same device or of the same driver does state something. */
  readonly gaps: readonly Gap[];
}

/** A line that reaches one installation and misses others to which it should matter as well. */
export interface Gap {
  readonly line: DmaLine;
  readonly covered: Installation;
  readonly missed: readonly Installation[];
  /** What they have in common: a hardware ID (on other targets), or the function driver. */
  readonly shared: 'device' | 'driver';
}

/**
 * Finds the PCI installations for which nothing is stated. None where a line stands in a section that nothing applies:
 * that line may be meant for them, and its fault is reported there. Keep it with `analysis.once(findSilent)`.
 */
export function findSilent({ model, dma }: Analysis): Silent {
  if (dma.lines.some((line) => line.writes.length === 0)) return { alone: [], gaps: [] };
  const spokenOf = new Set<Installation>();
  for (const { writes } of dma.lines) for (const { write } of writes) spokenOf.add(write.installation);
  const silent = model.installations.filter((one) => one.origin === 'models' && !spokenOf.has(one) && isConcerned(one));
  if (silent.length === 0) return { alone: [], gaps: [] };
  const stated = statedBy(dma);
  const alone: Installation[] = [];
  const gaps = new Map<string, Gap>();
  for (const installation of silent) {
    const found = commonWith(stated, installation);
    if (found === undefined) alone.push(installation);
    else addGap(gaps, found, installation);
  }
  return { alone, gaps: [...gaps.values()] };
}

function isConcerned(installation: Installation): boolean {
  return installation.matches.some(({ device, target }) => readsAnything(target) && isPciDevice(device));
}

interface Stated {
  readonly byId: ReadonlyMap<string, DmaStatement>;
  readonly byDriver: ReadonlyMap<string, DmaStatement>;
}

/** What is stated, by folded hardware ID and by folded service name; the first installation counts. */
function statedBy(dma: DmaAnalysis): Stated {
  const byId = new Map<string, DmaStatement>();
  const byDriver = new Map<string, DmaStatement>();
  for (const statement of dma.statements) {
    if (lineOf(statement) === undefined) continue;
    const { installation } = statement;
    for (const { device } of installation.matches) {
      if (!isPciDevice(device)) continue;
      for (const { id } of device.ids) if (!byId.has(fold(id))) byId.set(fold(id), statement);
    }
    const driver = functionDriverOf(installation);
    if (driver !== undefined && !byDriver.has(fold(driver.name))) byDriver.set(fold(driver.name), statement);
  }
  return { byId, byDriver };
}

function lineOf({ supported, perDriver }: DmaStatement): DmaLine | undefined {
  return perDriver.map(({ line }) => line).findLast(isSound) ?? supported.findLast(isSound);
}

function pciIds(installation: Installation): readonly string[] {
  return installation.matches.flatMap(({ device }) =>
    isPciDevice(device) ? device.ids.map(({ id }) => fold(id)) : [],
  );
}

function commonWith({ byId, byDriver }: Stated, installation: Installation): Omit<Gap, 'missed'> | undefined {
  const sameId = pciIds(installation)
    .map((id) => byId.get(id))
    .find((statement) => statement !== undefined);
  const driver = functionDriverOf(installation);
  const statement = sameId ?? (driver && byDriver.get(fold(driver.name)));
  const line = statement && lineOf(statement);
  if (statement === undefined || line === undefined || isOnDyingPlatform(installation)) return undefined;
  return { line, covered: statement.installation, shared: sameId === undefined ? 'driver' : 'device' };
}

/** What is left for x86, which undecorated Models sections are for, is not worth a warning beside what is stated. */
function isOnDyingPlatform({ architecture, matches }: Installation): boolean {
  if (architecture !== undefined) return architecture === 'x86' || architecture === 'arm';
  return matches.every(({ target }) => target.architecture === undefined && !target.decoration.placeholder);
}

function addGap(gaps: Map<string, Gap>, found: Omit<Gap, 'missed'>, installation: Installation): void {
  const { line } = found.line;
  const key = `${line.at.placed.start + line.at.line.span.start}:${found.shared}`;
  const known = gaps.get(key);
  gaps.set(key, { ...(known ?? found), missed: [...(known?.missed ?? []), installation] });
}
