import type { Installation, RegistryLine } from '../../model/types.js';
import { DMA_VALUES } from '../../plan/dma-values.js';
import type { DmaLine, DmaValueName } from '../../plan/dma.js';
import { absolute, textOf, type Field, type LineRef } from '../../syntax/cst.js';
import type { Span } from '../../text/span.js';
import type { RelatedPlace } from '../../engine/types.js';

/** Document span of a field; of the whole line where the field is missing or empty, so that something can be marked. */
export function spanOf(at: LineRef, field: Field | undefined): Span {
  const visible = field !== undefined && field.span.end > field.span.start;
  return absolute(at.placed, visible ? field.span : at.line.span);
}

/** Document span of the value name: `DmaRemappingCompatible` in `HKR,Parameters,DmaRemappingCompatible,0x00010001,1`. */
export function valueNameSpan({ line }: DmaLine): Span {
  return spanOf(line.at, line.valueNameField);
}

/** Document span of the data: `1` in `HKR,Parameters,DmaRemappingCompatible,0x00010001,1`, `01,00` where it is a list. */
export function valueSpan(dmaLine: DmaLine): Span {
  const { line } = dmaLine;
  const filled = line.dataFields.filter(({ span }) => span.end > span.start);
  const first = filled[0];
  const last = filled.at(-1);
  if (first === undefined || last === undefined) return valueNameSpan(dmaLine);
  return absolute(line.at.placed, { start: first.span.start, end: last.span.end });
}

/** The data as the file writes it, and in brackets what a `%token%` in it stands for: `%Remap% (7)`. */
export function writtenValue(dmaLine: DmaLine): string {
  const text = dataText(dmaLine);
  const { valueText } = dmaLine;
  return text.includes('%') && !valueText.includes('%') ? `${text} (${valueText})` : text;
}

function dataText({ line }: DmaLine): string {
  const { block } = line.at.placed;
  const first = line.dataFields[0];
  const last = line.dataFields.findLast(({ span }) => span.end > span.start);
  if (first === undefined || last === undefined) return '';
  return textOf(block, { start: first.span.start, end: last.span.end });
}

/** A field as the file writes it; empty when it is missing. */
export function written(line: RegistryLine, field: Field | undefined): string {
  return field === undefined ? '' : textOf(line.at.placed.block, field.span);
}

/** `0 and 1`, `0, 1, 2 and 3`: the numbers that are defined for a value. */
export function allowedNumbers(name: DmaValueName): string {
  const numbers = Array.from({ length: DMA_VALUES[name].maximum + 1 }, (_, number) => number);
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? 0}`;
}

/** The name of the DDInstall section that is applied, as its header spells it: `Dev.NTamd64`. */
export function sectionNameOf(installation: Installation): string {
  return installation.section?.name ?? `${installation.name}${installation.suffix}`;
}

/** A related place that marks the value of another line. */
export function relatedLine(line: DmaLine, message: string): RelatedPlace {
  return { span: absolute(line.line.at.placed, line.line.at.line.span), message };
}

/** Document span of the header of the DDInstall section that is applied. */
export function installSectionSpan({ section }: Installation): Span | undefined {
  const placed = section?.blocks[0];
  return placed?.block.header === undefined ? undefined : absolute(placed, placed.block.header.span);
}
