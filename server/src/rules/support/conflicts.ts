import { fold } from '../../language/fold.js';
import type { Installation, OsVersion } from '../../model/types.js';
import { compareVersions } from '../../model/versions.js';
import type { DmaAnalysis, DmaLine } from '../../plan/dma.js';
import { isSound } from './dma-subjects.js';

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

/** Systems on which a line is applied. */
interface Range {
  readonly architecture: string;
  readonly from: OsVersion;
  readonly until: OsVersion | undefined;
}

/** For one service: by value, the first line on each distinct range of systems. */
type Known = Map<number, Map<string, { readonly range: Range; readonly line: DmaLine }>>;

function* serviceConflicts(dma: DmaAnalysis): Generator<Conflict> {
  const services = new Map<string, Known>();
  for (const { installation, perDriver } of dma.statements) {
    const ranges = rangesOf(installation);
    for (const { line, service } of perDriver) {
      if (line.value === undefined || !isSound(line)) continue;
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

function contradicting(known: Known, value: number, ranges: ReadonlyMap<string, Range>): DmaLine | undefined {
  for (const [other, lines] of known) {
    if (other === value) continue;
    for (const { range, line } of lines.values()) {
      for (const own of ranges.values()) if (overlap(range, own)) return line;
    }
  }
  return undefined;
}

function remember(known: Known, line: DmaLine, value: number, ranges: ReadonlyMap<string, Range>): void {
  const lines = known.get(value) ?? new Map<string, { range: Range; line: DmaLine }>();
  known.set(value, lines);
  for (const [key, range] of ranges) if (!lines.has(key)) lines.set(key, { range, line });
}

/** The distinct ranges of systems of an installation; one that no device selects may be run on all. */
function rangesOf({ matches, architecture }: Installation): ReadonlyMap<string, Range> {
  const all = matches.map(({ target }) => ({
    architecture: target.architecture ?? architecture ?? fold(target.decoration.text.split('.')[0] ?? ''),
    from: target.from,
    until: target.until,
  }));
  const everywhere = { architecture: architecture ?? '', from: { major: 0, minor: 0, build: 0 }, until: undefined };
  return new Map((all.length > 0 ? all : [everywhere]).map((range) => [JSON.stringify(range), range]));
}

function overlap(a: Range, b: Range): boolean {
  return a.architecture === b.architecture && begins(a, b) && begins(b, a);
}

/** Tells whether `a` begins before `b` ends. */
function begins(a: Range, b: Range): boolean {
  return b.until === undefined || compareVersions(a.from, b.until) < 0;
}

function* deviceConflicts(dma: DmaAnalysis): Generator<Conflict> {
  for (const { installation, supported, flags } of dma.statements) {
    for (const lines of [supported, flags]) {
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
