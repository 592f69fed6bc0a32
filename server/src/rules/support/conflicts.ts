import { fold } from '../../language/fold.js';
import type { DmaAnalysis, DmaLine } from '../../plan/dma.js';
import { isSound } from './dma-subjects.js';
import { overlap, rangesOf, type SystemRange } from './system-ranges.js';

/** Two lines that give the same service or device different values on the same systems. */
export interface Conflict {
  readonly first: DmaLine;
  readonly second: DmaLine;
  /** The service, or the DDInstall section of the device. */
  readonly subject: { readonly kind: 'service' | 'device'; readonly name: string };
}

/** One conflict for each line that contradicts an earlier one. */
export function findConflicts(dma: DmaAnalysis): readonly Conflict[] {
  const found = new Map<DmaLine, Conflict>();
  for (const conflict of [...serviceConflicts(dma), ...deviceConflicts(dma)]) {
    if (!found.has(conflict.second)) found.set(conflict.second, conflict);
  }
  return [...found.values()];
}

/** For one service: by value, the first line on each distinct range of systems. */
type Known = Map<number, Map<string, { readonly range: SystemRange; readonly line: DmaLine }>>;

function* serviceConflicts(dma: DmaAnalysis): Generator<Conflict> {
  const torn = tornServices(dma);
  if (torn.size === 0) return;
  const services = new Map<string, Known>();
  for (const { installation, perDriver } of dma.statements) {
    const ranges = rangesOf(installation);
    for (const { line, service } of perDriver) {
      if (line.value === undefined || !isSound(line) || !torn.has(fold(service.name))) continue;
      const known = services.get(fold(service.name)) ?? (new Map() as Known);
      services.set(fold(service.name), known);
      const first = contradicting(known, line.value, ranges);
      if (first !== undefined && first !== line) {
        yield { ...inFileOrder(first, line), subject: { kind: 'service', name: service.name } };
      }
      remember(known, line, line.value, ranges);
    }
  }
}

/** Folded names of the services that are given more than one value, on whatever systems: hardly ever any. */
function tornServices({ statements }: DmaAnalysis): ReadonlySet<string> {
  const values = new Map<string, number>();
  const torn = new Set<string>();
  for (const { perDriver } of statements) {
    for (const { line, service } of perDriver) {
      if (line.value === undefined || !isSound(line)) continue;
      const name = fold(service.name);
      const value = values.get(name);
      if (value === undefined) values.set(name, line.value);
      else if (value !== line.value) torn.add(name);
    }
  }
  return torn;
}

function contradicting(known: Known, value: number, ranges: ReadonlyMap<string, SystemRange>): DmaLine | undefined {
  for (const [other, lines] of known) {
    if (other === value) continue;
    for (const { range, line } of lines.values()) {
      for (const own of ranges.values()) if (overlap(range, own)) return line;
    }
  }
  return undefined;
}

function remember(known: Known, line: DmaLine, value: number, ranges: ReadonlyMap<string, SystemRange>): void {
  const lines = known.get(value) ?? new Map<string, { range: SystemRange; line: DmaLine }>();
  known.set(value, lines);
  for (const [key, range] of ranges) if (!lines.has(key)) lines.set(key, { range, line });
}

function* deviceConflicts(dma: DmaAnalysis): Generator<Conflict> {
  for (const { installation, supported, flags } of dma.statements) {
    for (const lines of [supported, flags]) {
      if (lines.length < 2) continue;
      const sound = lines.filter((line) => line.value !== undefined && isSound(line));
      const first = sound[0];
      const name = installation.section?.name ?? installation.name;
      for (const line of sound) {
        if (first === undefined || line.value === first.value) continue;
        yield { ...inFileOrder(first, line), subject: { kind: 'device', name } };
      }
    }
  }
}

function inFileOrder(a: DmaLine, b: DmaLine): Pick<Conflict, 'first' | 'second'> {
  return startOf(a) <= startOf(b) ? { first: a, second: b } : { first: b, second: a };
}

function startOf({ line }: DmaLine): number {
  return line.at.placed.start + line.at.line.span.start;
}
