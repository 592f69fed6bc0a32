import type { Model, Section } from '../../model/types.js';
import { absolute, type LineRef } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import type { Draft } from './draft.js';
import { replaceField } from './field-edit.js';
import { afterContent, afterEntry, wholeEntry } from './layout.js';
import { keyedSamples, renderKeyed } from './style.js';

/** Makes a value of a line another one, and adds the commas up to its place where the line is too short. */
export function setValueAt(at: LineRef, index: number, value: string): TextEdit {
  const { fields, span } = at.line;
  const field = fields[index];
  if (field !== undefined) return replaceField(at, field, value);
  const { end } = absolute(at.placed, span);
  return { span: { start: end, end }, newText: ', '.repeat(index - Math.max(fields.length, 1) + 1) + value };
}

/** Takes away all values of a line behind the first `count`. */
export function keepValues(at: LineRef, count: number): TextEdit {
  const last = at.line.fields[count - 1];
  const { end } = at.line.span;
  return { span: absolute(at.placed, { start: last?.span.end ?? end, end }), newText: '' };
}

/** Writes an entry behind the last one of a section as its neighbours are written. */
export function addEntry(model: Model, draft: Draft, section: Section, key: string, value: string): void {
  const last = section.lines.at(-1);
  const block = section.blocks.at(-1);
  const offset = last === undefined ? block && afterContent(model, block) : afterEntry(model, last);
  if (offset !== undefined) draft.insertLine(offset, renderKeyed(keyedSamples(section.lines), key, value));
}

/** Takes away a whole line with its comment. */
export function removeLineEdit(model: Model, at: LineRef): TextEdit {
  return { span: wholeEntry(model, at), newText: '' };
}
