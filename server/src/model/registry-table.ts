import type { LineRef } from '../syntax/cst.js';
import { lazy } from './lazy.js';
import { registryLinesOf } from './registry-lines.js';
import type { RegistryLine, Section } from './types.js';

/** The add-registry lines of a file. */
export interface RegistryTable {
  /** In the order of the sections. */
  readonly all: readonly RegistryLine[];
  of(section: Section): readonly RegistryLine[];
  /** The registry line at a line of that section. */
  at(at: LineRef, section: Section | undefined): RegistryLine | undefined;
}

/** As many lines are faster looked through than indexed. */
const FEW = 12;
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
  const byOffset = lazy(() => new Map(all.map((line) => [offsetOf(line.at), line])));
  return {
    all,
    of: (section) => bySection.get(section) ?? NONE,
    at(at, section) {
      const own = section === undefined ? NONE : (bySection.get(section) ?? NONE);
      if (own.length > FEW) return byOffset().get(offsetOf(at));
      return own.find((line) => line.at.line === at.line && line.at.placed === at.placed);
    },
  };
}

/** Equal blocks share their lines, so a line is known by its place in the document only. */
function offsetOf({ placed, line }: LineRef): number {
  return placed.start + line.span.start;
}
