import { fold } from '../../language/fold.js';
import type { Model, Section } from '../../model/types.js';
import { absolute, type Field, type LineRef } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { commaIn } from './file-style.js';

/**
 * Changes a TargetOSVersion wherever it stands for one Models name: on the Manufacturer lines and in the headers of the
 * Models section. `undefined` where it is not written out, or where the new name is in use already.
 * @param modelsName as the Manufacturer line names it, expanded
 */
export function redecorate(
  model: Model,
  modelsName: string,
  from: string,
  to: string,
): readonly TextEdit[] | undefined {
  const old = model.sectionNamed(`${modelsName}.${from}`);
  const inUse = model.sectionNamed(`${modelsName}.${to}`);
  if (old !== undefined && inUse !== undefined) return undefined;
  const fields = decorationFields(model, modelsName);
  if (fields.some(({ field }) => fold(model.valueOf(field)) === fold(to))) return undefined;
  const edits = fields
    .filter(({ field }) => fold(field.value) === fold(from))
    .map(({ at, field }) => ({ span: absolute(at.placed, field.span), newText: field.quoted ? `"${to}"` : to }));
  const headers = old === undefined ? [] : headerEdits(old, from, to);
  return edits.length === 0 || headers === undefined ? undefined : [...edits, ...headers];
}

/** The TargetOSVersion fields of all Manufacturer lines that name the Models section. */
function decorationFields(model: Model, modelsName: string): readonly { at: LineRef; field: Field }[] {
  const lines = model.sectionNamed('Manufacturer')?.lines ?? [];
  return lines
    .filter(({ line: { fields } }) => fields[0] !== undefined && fold(model.valueOf(fields[0])) === fold(modelsName))
    .flatMap((at) => at.line.fields.slice(1).map((field) => ({ at, field })));
}

/** Replaces the decoration at the end of each header of a section; `undefined` where one does not end in it. */
function headerEdits({ blocks }: Section, from: string, to: string): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const placed of blocks) {
    const { header } = placed.block;
    if (header === undefined || !fold(header.name).endsWith(`.${fold(from)}`)) return undefined;
    const { end } = header.nameSpan;
    edits.push({ span: absolute(placed, { start: end - from.length, end }), newText: to });
  }
  return edits;
}

/**
 * Gives an undecorated Models section a TargetOSVersion, on its Manufacturer line and in its headers. `undefined` where
 * the new name is in use already or the header is not written out.
 */
export function decorate(model: Model, at: LineRef, section: Section, to: string): readonly TextEdit[] | undefined {
  const [name, ...others] = at.line.fields;
  if (name === undefined || model.sectionNamed(`${section.name}.${to}`) !== undefined) return undefined;
  if (others.some((field) => fold(model.valueOf(field)) === fold(to))) return undefined;
  const last = at.line.fields.findLast(({ span }) => span.end > span.start) ?? name;
  const end = absolute(at.placed, last.span).end;
  const edits: TextEdit[] = [{ span: { start: end, end }, newText: (commaIn(at) ?? ', ') + to }];
  for (const placed of section.blocks) {
    const { header } = placed.block;
    if (header === undefined || fold(header.name) !== section.folded) return undefined;
    const behind = absolute(placed, header.nameSpan).end;
    edits.push({ span: { start: behind, end: behind }, newText: `.${to}` });
  }
  return edits;
}
