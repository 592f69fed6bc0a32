import type { Model, RegistryLine } from '../../model/types.js';
import type { LineRef } from '../../syntax/cst.js';
import { placeOf } from './layout.js';

/** The other add-registry lines of the section in which a line stands. */
export function neighboursOf(model: Model, line: RegistryLine): readonly RegistryLine[] {
  const section = model.sectionOf(line.at.placed);
  const all = section?.lines.flatMap((at) => model.registryLineAt(at) ?? []) ?? [];
  return all.filter((other) => placeOf(other.at) !== placeOf(line.at));
}

/** What parts the fields of a line: its first comma with the blanks after it, narrowed to one. */
export function separatorIn({ placed, line }: LineRef): string {
  const [first, second] = line.fields;
  if (first === undefined || second === undefined) return ',';
  return /,[ \t]/.test(placed.block.text.slice(first.span.end, second.span.start)) ? ', ' : ',';
}
