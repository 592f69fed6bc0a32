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

/** Reads the add-registry lines of a section when somebody asks for them. Kinds must have been inferred. */
export function readRegistryTable(sections: readonly Section[], expand: (value: string) => string): RegistryTable {
  const bySection = new Map<Section, readonly RegistryLine[]>();

  function of(section: Section): readonly RegistryLine[] {
    let known = bySection.get(section);
    if (known === undefined) {
      known = registryLinesOf(section, expand);
      bySection.set(section, known);
    }
    return known;
  }
  const all = lazy(() => sections.flatMap((section) => of(section)));
  return {
    get all() {
      return all();
    },
    of,
    at(at, section) {
      if (section === undefined) return undefined;
      return findAt(of(section), offsetOf(at));
    },
  };
}

/** The line at an offset of the document; `lines` are in the order of the file. */
function findAt(lines: readonly RegistryLine[], offset: number): RegistryLine | undefined {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line === undefined) return undefined;
    const own = offsetOf(line.at);
    if (own === offset) return line;
    if (own < offset) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Equal blocks share their lines, so a line is known by its place in the document only. */
function offsetOf({ placed, line }: LineRef): number {
  return placed.start + line.span.start;
}
