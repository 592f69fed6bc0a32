import { fold } from '../language/fold.js';
import { readNumber } from '../model/numbers.js';
import type { Model, RegistryRoot, Section } from '../model/types.js';
import { visitRows } from '../syntax/read-rows.js';

/** What the add-registry lines of a file are about, column by column: one position in each array is one line. */
export interface RegistryColumns {
  /** Position of each line in the lines of its section. */
  readonly lines: readonly number[];
  readonly roots: readonly (RegistryRoot | undefined)[];
  readonly flags: readonly (number | undefined)[];
  /** Names of the values, expanded and folded. */
  readonly names: readonly string[];
  /** Numbers of fields. */
  readonly counts: readonly number[];
  /** Where the lines of each section start. */
  readonly starts: readonly number[];
  /** Position of each section in `starts`. */
  readonly indexes: ReadonlyMap<Section, number>;
}

/** How the columns are understood. Few different texts occur in them, so each is looked at once. */
export interface Reading {
  /** `undefined` for anything else than the five documented roots. */
  readonly rootOf: (written: string) => RegistryRoot | undefined;
  /** `undefined` for what is no number, 0 for nothing. */
  readonly flagsOf: (written: string) => number | undefined;
  readonly nameOf: (written: string) => string;
}

const ROOTS: readonly RegistryRoot[] = ['HKCR', 'HKCU', 'HKLM', 'HKU', 'HKR'];

/** Makes the reading of a file, by whose strings tokens are expanded. */
export function createReading(model: Model): Reading {
  return {
    rootOf: remembered((written) => {
      const folded = fold(model.expand(written));
      return ROOTS.find((root) => fold(root) === folded);
    }),
    flagsOf: remembered((written) => {
      const text = model.expand(written);
      return text === '' ? 0 : readNumber(text);
    }),
    nameOf: remembered((written) => fold(model.expand(written))),
  };
}

function remembered<T>(compute: (written: string) => T): (written: string) => T {
  const known = new Map<string, T>();
  let lastText: string | undefined;
  let last: T;
  return (written) => {
    if (written === lastText) return last;
    let value = known.get(written);
    if (value === undefined && !known.has(written)) known.set(written, (value = compute(written)));
    lastText = written;
    last = value as T;
    return last;
  };
}

/** Reads the lines of sections, without keyed ones and single words that are no root: those are stray lines. */
export function readColumns(sections: readonly Section[], { rootOf, flagsOf, nameOf }: Reading): RegistryColumns {
  const lines: number[] = [];
  const roots: (RegistryRoot | undefined)[] = [];
  const flags: (number | undefined)[] = [];
  const names: string[] = [];
  const counts: number[] = [];
  const starts: number[] = [];
  const indexes = new Map<Section, number>();
  for (const section of sections) {
    indexes.set(section, starts.length);
    starts.push(lines.length);
    let before = 0;
    for (const { block } of section.blocks) {
      visitRows(block, (index, count, first, third, fourth) => {
        const root = rootOf(first);
        if (root === undefined && count < 2) return;
        lines.push(before + index);
        roots.push(root);
        flags.push(flagsOf(fourth));
        names.push(nameOf(third));
        counts.push(count);
      });
      if (section.blocks.length > 1) before += block.lines.length;
    }
  }
  return { lines, roots, flags, names, counts, starts, indexes };
}
