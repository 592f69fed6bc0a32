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

/** Reads the add-registry lines of a section when somebody asks for them. Kinds must have been inferred. */
export function readRegistryTable(sections: readonly Section[], expand: (value: string) => string): RegistryTable {
  const bySection = new Map<Section, readonly RegistryLine[]>();
  const byOffset = new Map<Section, ReadonlyMap<number, RegistryLine>>();

  function of(section: Section): readonly RegistryLine[] {
    let known = bySection.get(section);
    if (known === undefined) {
      known = registryLinesOf(section, expand);
      bySection.set(section, known);
    }
    return known;
  }
  function offsetsOf(section: Section): ReadonlyMap<number, RegistryLine> {
    let known = byOffset.get(section);
    if (known === undefined) {
      known = new Map(of(section).map((line) => [offsetOf(line.at), line]));
      byOffset.set(section, known);
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
      const own = of(section);
      if (own.length > FEW) return offsetsOf(section).get(offsetOf(at));
      return own.find((line) => line.at.line === at.line && line.at.placed === at.placed);
    },
  };
}

/** Equal blocks share their lines, so a line is known by its place in the document only. */
function offsetOf({ placed, line }: LineRef): number {
  return placed.start + line.span.start;
}
