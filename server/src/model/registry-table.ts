import type { Line, LineRef, PlacedBlock } from '../syntax/cst.js';
import { registryLinesOf } from './registry-lines.js';
import type { RegistryLine, Section } from './types.js';

/** The add-registry lines of a file. */
export interface RegistryTable {
  /** In the order of the sections. */
  readonly all: readonly RegistryLine[];
  of(section: Section): readonly RegistryLine[];
  at(at: LineRef): RegistryLine | undefined;
}

/** Reads the add-registry lines of all sections. Kinds must have been inferred. */
export function readRegistryTable(sections: readonly Section[], expand: (value: string) => string): RegistryTable {
  const all: RegistryLine[] = [];
  const bySection = new Map<Section, readonly RegistryLine[]>();
  for (const section of sections) {
    const lines = registryLinesOf(section, expand);
    if (lines.length === 0) continue;
    bySection.set(section, lines);
    for (const line of lines) all.push(line);
  }
  let byBlock: Map<PlacedBlock, Map<Line, RegistryLine>> | undefined;
  return {
    all,
    of: (section) => bySection.get(section) ?? [],
    at({ placed, line }) {
      byBlock ??= groupByBlock(all);
      return byBlock.get(placed)?.get(line);
    },
  };
}

/** Equal blocks share their lines, so a line is known only together with its place. */
function groupByBlock(lines: readonly RegistryLine[]): Map<PlacedBlock, Map<Line, RegistryLine>> {
  const byBlock = new Map<PlacedBlock, Map<Line, RegistryLine>>();
  for (const line of lines) {
    const known = byBlock.get(line.at.placed);
    if (known === undefined) byBlock.set(line.at.placed, new Map([[line.at.line, line]]));
    else known.set(line.at.line, line);
  }
  return byBlock;
}
