import type { LineRef } from '../syntax/cst.js';
import { registryLinesOf } from './registry-lines.js';
import type { RegistryLine, Section } from './types.js';

/** The add-registry lines of a file. */
export interface RegistryTable {
  /** In the order of the sections. */
  readonly all: readonly RegistryLine[];
  of(section: Section): readonly RegistryLine[];
  at(at: LineRef): RegistryLine | undefined;
}

const NONE: readonly RegistryLine[] = [];

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
  let byOffset: Map<number, RegistryLine> | undefined;
  return {
    all,
    of: (section) => bySection.get(section) ?? NONE,
    at(at) {
      byOffset ??= new Map(all.map((line) => [offsetOf(line.at), line]));
      return byOffset.get(offsetOf(at));
    },
  };
}

/** Equal blocks share their lines, so a line is known by its place in the document only. */
function offsetOf({ placed, line }: LineRef): number {
  return placed.start + line.span.start;
}
