import { fold } from '../../language/fold.js';
import { isOpenValue } from '../../model/placeholders.js';
import type { Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { Field, LineRef } from '../../syntax/cst.js';

/** A Models section that a Manufacturer line promises and the file lacks. */
export interface MissingModels {
  /** With its decoration. */
  readonly name: string;
  readonly at: LineRef;
  /** The decoration, or the name where none of its sections is there. */
  readonly field: Field;
  /** The name without decoration. */
  readonly reference: string;
  /** The one section of that name which has a decoration that no line states: most likely it is meant. */
  readonly other: Section | undefined;
}

/**
 * The Models sections that are missing. The undecorated one may always be left out where a line states decorations.
 * Source: install/inf-manufacturer-section.md
 */
export function* missingModels({ model, entries }: Analysis): Generator<MissingModels> {
  for (const { at } of entries.named('Manufacturer')) {
    const [nameField, ...decorations] = at.line.fields;
    if (nameField === undefined) continue;
    const reference = model.valueOf(nameField);
    if (reference === '' || isOpenValue(reference)) continue;
    const stated = decorations.filter(({ value }) => value !== '');
    if (stated.length === 0) {
      if (model.sectionNamed(reference) === undefined) {
        yield { name: reference, at, field: nameField, reference, other: undefined };
      }
      continue;
    }
    for (const field of stated) {
      const decoration = model.valueOf(field);
      const name = `${reference}.${decoration}`;
      if (isOpenValue(decoration) || model.sectionNamed(name) !== undefined) continue;
      yield { name, at, field, reference, other: strayModels(model, reference) };
    }
  }
}

function strayModels(model: Model, reference: string): Section | undefined {
  const stem = `${fold(reference)}.nt`;
  const strays = model.sections.filter(({ folded, kinds }) => kinds.size === 0 && folded.startsWith(stem));
  return strays.length === 1 ? strays[0] : undefined;
}
