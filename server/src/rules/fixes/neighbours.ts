import type { Model, RegistryLine } from '../../model/types.js';
import type { LineRef } from '../../syntax/cst.js';
import { sampleLines } from './file-style.js';
import { placeOf } from './layout.js';
import { mergeSpellings, readSpelling, type Spelling } from './registry-style.js';

/** So many lines on each side of a line show how its section is written. */
const NEARBY = 100;

/** The add-registry lines around a line in its section, that line included. */
export function linesAround(model: Model, line: RegistryLine): readonly RegistryLine[] {
  const lines = model.sectionOf(line.at.placed)?.lines ?? [];
  const index = indexOf(lines, placeOf(line.at));
  return lines.slice(Math.max(0, index - NEARBY), index + NEARBY).flatMap((at) => model.registryLineAt(at) ?? []);
}

/** How the lines around a line are spelt, that line itself left out; what they do not show is taken from the file. */
export function spellingAround(model: Model, line: RegistryLine): Spelling {
  const own = placeOf(line.at);
  const isOther = (other: RegistryLine): boolean => placeOf(other.at) !== own;
  const nearby = linesAround(model, line).filter(isOther);
  return mergeSpellings(readSpelling(nearby), readSpelling(sampleLines(model).filter(isOther)));
}

/** Index of the line that starts at an offset; lines are in file order. */
function indexOf(lines: readonly LineRef[], place: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = lines[middle];
    if (at !== undefined && placeOf(at) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What parts the fields of a line: its first comma with the blanks after it, narrowed to one. */
export function separatorIn({ placed, line }: LineRef): string {
  const [first, second] = line.fields;
  if (first === undefined || second === undefined) return ',';
  return /,[ \t]/.test(placed.block.text.slice(first.span.end, second.span.start)) ? ', ' : ',';
}
