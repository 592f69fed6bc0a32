import type { Fix } from '../../engine/types.js';
import { dmaValues, type DmaNumberFacts } from '../../language/dma-remapping.js';
import type { Model } from '../../model/types.js';
import type { DmaLine } from '../../plan/dma.js';
import { absolute, textOf } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { makeFix } from './fix.js';
import { separatorIn, spellingAround } from './neighbours.js';
import { spellDwordFlags, spellNumber } from './registry-style.js';

/** One action for each number that the value may have, `set-value-0` and so on, but the one it has already. */
export function setValueFixes(model: Model, line: DmaLine): readonly Fix[] {
  return dmaValues[line.intended].numbers
    .filter(({ value }) => value !== line.value)
    .map((number) => setNumber(model, line, number));
}

/** The action that sets one number; `undefined` where it has no meaning for the value or stands there already. */
export function setValueFix(model: Model, line: DmaLine, value: number): Fix | undefined {
  const number = dmaValues[line.intended].numbers.find((row) => row.value === value);
  return number === undefined || line.value === value ? undefined : setNumber(model, line, number);
}

function setNumber(model: Model, line: DmaLine, { value, title }: DmaNumberFacts): Fix {
  const head = {
    action: `set-value-${String(value)}`,
    title: `Set ${line.intended} to ${String(value)}: ${title}`,
  };
  return makeFix(head, () => [valueEdit(model, line, value)]);
}

/** Replaces all data of the line, or adds what is missing up to it. */
function valueEdit(model: Model, line: DmaLine, value: number): TextEdit {
  const { at, dataFields, flagsField } = line.line;
  const first = dataFields[0];
  const text = spelled(model, line, value);
  if (first !== undefined) {
    const end = (dataFields.at(-1) ?? first).span.end;
    return { span: absolute(at.placed, { start: first.span.start, end }), newText: text };
  }
  const comma = separatorIn(at);
  const flags = flagsField === undefined ? comma + spellDwordFlags(spellingAround(model, line.line)) : '';
  const end = absolute(at.placed, at.line.span).end;
  return { span: { start: end, end }, newText: flags + comma + text };
}

/** In hexadecimal or decimal digits as the line had it, else as its neighbours have theirs. */
function spelled(model: Model, { line }: DmaLine, value: number): string {
  const first = line.dataFields[0];
  const old = first === undefined ? '' : textOf(line.at.placed.block, first.span);
  const hex = /^0x[0-9a-f]{1,8}$/i.test(old);
  if (hex) return `${old.slice(0, 2)}${value.toString(16).padStart(old.length - 2, '0')}`;
  if (/^\d+$/.test(old)) return String(value);
  return spellNumber(spellingAround(model, line), value);
}
