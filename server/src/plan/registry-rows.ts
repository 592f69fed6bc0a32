import { fold } from '../language/fold.js';
import { readNumber } from '../model/numbers.js';
import type { Model, RegistryRoot, Section } from '../model/types.js';
import { visitRows, type RowVisitor } from '../syntax/read-rows.js';

/** What a line is about; few different shapes occur in a file, however large. */
export interface RowShape {
  /** `undefined` for anything else than the five documented roots. */
  readonly root: RegistryRoot | undefined;
  /** `undefined` for what is no number, 0 for nothing. */
  readonly flags: number | undefined;
  /** Name of the value, expanded and folded. */
  readonly name: string;
  /** Number of fields; `MANY` stands for all above. */
  readonly count: number;
}

/** More fields than any rule counts. */
export const MANY = 8;

/** The add-registry lines of a file, by section: where they stand and what they are about. */
export interface RegistryRows {
  readonly shapes: readonly RowShape[];
  /** Position of each line's shape in `shapes`, by section; there is room behind the last. */
  readonly shapeOf: Int32Array;
  /** Position of each line in the lines of its section; there is room behind the last. */
  readonly lineOf: Int32Array;
  /** Where the lines of each section start, and where the last ones end. */
  readonly starts: readonly number[];
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
  return (written) => {
    let value = known.get(written);
    if (value === undefined && !known.has(written)) known.set(written, (value = compute(written)));
    return value as T;
  };
}

/** Reads the lines of sections, without keyed ones and single words that are no root: those are stray lines. */
export function readRows(sections: readonly Section[], reading: Reading): RegistryRows {
  const sorter = createSorter(reading);
  const rows = new RowList();
  const starts = [0];
  let before = 0;
  const take: RowVisitor = (index, count, first, third, fourth) => {
    const shape = sorter.shapeFor(first, fourth, third, count);
    if (shape >= 0) rows.add(shape, before + index);
  };
  for (const { blocks } of sections) {
    before = 0;
    for (const { block } of blocks) {
      visitRows(block, take);
      if (blocks.length > 1) before += block.lines.length;
    }
    starts.push(rows.length);
  }
  return { shapes: sorter.shapes, shapeOf: rows.shapes, lineOf: rows.lines, starts };
}

/** Shapes and positions of the lines, in arrays that grow. */
class RowList {
  length = 0;
  shapes = new Int32Array(1024);
  lines = new Int32Array(1024);

  add(shape: number, line: number): void {
    if (this.length === this.shapes.length) {
      this.shapes = twice(this.shapes);
      this.lines = twice(this.lines);
    }
    this.shapes[this.length] = shape;
    this.lines[this.length++] = line;
  }
}

function twice(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

interface Sorter {
  readonly shapes: readonly RowShape[];
  /** Position of the shape of a line with these texts; -1 for a stray line. */
  shapeFor(root: string, flags: string, name: string, count: number): number;
}

/** Texts as written are looked up one within the other, since lines in a row mostly begin and go on alike. */
function createSorter({ rootOf, flagsOf, nameOf }: Reading): Sorter {
  const shapes: RowShape[] = [];
  const byRoot = new Map<string, Map<string, Map<string, number[]>>>();
  const known = new Map<string, number>();
  const make = (shape: RowShape): number => {
    const key = [shape.root, shape.flags, shape.count, shape.name].join(' ');
    const same = known.get(key);
    if (same !== undefined) return same;
    known.set(key, shapes.length);
    return shapes.push(shape) - 1;
  };
  let lastRoot: string | undefined;
  let lastFlags: string | undefined;
  let byName = new Map<string, number[]>();
  return {
    shapes,
    shapeFor(root, flags, name, fields) {
      const count = Math.min(fields, MANY);
      if (root !== lastRoot || flags !== lastFlags) {
        byName = within(within(byRoot, root), flags);
        lastRoot = root;
        lastFlags = flags;
      }
      let byCount = byName.get(name);
      if (byCount === undefined) byName.set(name, (byCount = []));
      let shape = byCount[count];
      if (shape === undefined) {
        const isStray = rootOf(root) === undefined && count < 2;
        shape = isStray ? -1 : make({ root: rootOf(root), flags: flagsOf(flags), name: nameOf(name), count });
        byCount[count] = shape;
      }
      return shape;
    },
  };
}

function within<K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let inner = map.get(key);
  if (inner === undefined) map.set(key, (inner = new Map<K, V>()));
  return inner;
}
