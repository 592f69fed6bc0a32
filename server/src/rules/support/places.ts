import type { RelatedPlace } from '../../engine/types.js';
import { sectionFacts } from '../../language/lookup.js';
import type { Section } from '../../model/types.js';
import type { Entry } from '../../plan/entries.js';
import { absolute, textOf, type Field, type LineRef } from '../../syntax/cst.js';
import type { Span } from '../../text/span.js';

/** Document span of a line: from its first field to its last. */
export function lineSpan(at: LineRef): Span {
  return absolute(at.placed, at.line.span);
}

/** Document span of what stands before the `=`; of the whole line where there is none. */
export function keySpan(at: LineRef): Span {
  return absolute(at.placed, (at.line.key ?? at.line).span);
}

/** Document span of a field; of the whole line where the field is empty, so that something can be marked. */
export function fieldSpan(at: LineRef, field: Field): Span {
  return absolute(at.placed, field.span.end > field.span.start ? field.span : at.line.span);
}

/** A field as the file writes it. */
export function writtenField(at: LineRef, field: Field): string {
  return textOf(at.placed.block, field.span);
}

/** Document span of the first header of a section. */
export function headerSpan({ blocks }: Section): Span {
  const placed = blocks[0];
  return placed?.block.header === undefined ? { start: 0, end: 0 } : absolute(placed, placed.block.header.span);
}

/** The header of a section as a place that belongs to a finding. */
export function relatedHeader(section: Section, message: string): RelatedPlace {
  return { span: headerSpan(section), message };
}

/** How a line is spoken of: by its key as written, or by the name that the table has for it. */
export function entryName({ at, directive }: Entry): string {
  const { key } = at.line;
  if (key !== undefined && directive?.form !== 'anyKey') return key.value;
  return directive?.title ?? directive?.name ?? key?.value ?? '';
}

/** What a section is, with its name: `service-install section [Svc_Inst]`, `DDInstall.HW [Dev.NT.HW]`, `[Version]`. */
export function sectionText({ section, kind }: Pick<Entry, 'section' | 'kind'>): string {
  const { title, recognition } = sectionFacts(kind);
  return recognition.by === 'name' ? `[${section.name}]` : `${title} [${section.name}]`;
}

/** A noun with its indefinite article: `an add-registry section`, `a DDInstall section`. */
export function withArticle(noun: string): string {
  return /^[aeiou]/i.test(noun) && !/^UMDF/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
