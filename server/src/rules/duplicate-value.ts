import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { SectionKind } from '../language/sections.js';
import type { Model } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { absolute, type Field, type LineRef } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { lineSpan } from './support/places.js';
import { isOfClass } from './support/version-section.js';

export default defineRule({
  name: 'duplicate-value',
  summary: 'A section states the same file, disk or hardware ID twice.',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    line: {
      text: '{what} {value} stands twice in [{section}].',
      infverif: 1294,
      severity: 'warning',
    },
    id: {
      text: 'Hardware ID {value} stands twice on this line.',
      infverif: 1294,
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    for (const { kind, what } of LISTS) {
      for (const { entry, field, first } of repeated(analysis, kind)) {
        const args = { what, value: analysis.model.valueOf(field), section: entry.section.name };
        const related = [{ span: lineSpan(first), message: 'It stands here first.' }];
        const extras = { related, tags: ['unnecessary'] as const, fixes: () => [removeLine(analysis, entry.at)] };
        yield finding(absolute(entry.at.placed, field.span), 'line', args, extras);
      }
    }
    for (const { at, index, field } of repeatedIds(analysis)) {
      const fixes = (): readonly Fix[] => [removeField(at, index)];
      const args = { value: analysis.model.valueOf(field) };
      yield finding(absolute(at.placed, field.span), 'id', args, { tags: ['unnecessary'], fixes });
    }
  },
});

/** Sections each line of which is about something else. Lines that differ anywhere are about different things. */
const LISTS: readonly { readonly kind: SectionKind; readonly what: string }[] = [
  { kind: 'fileList', what: 'File' },
  { kind: 'deleteFileList', what: 'File' },
  { kind: 'sourceDisksFiles', what: 'File' },
  { kind: 'sourceDisksNames', what: 'Disk' },
];

interface Repetition {
  readonly entry: Entry;
  readonly field: Field;
  readonly first: LineRef;
}

/** Lines of a kind of section that say the same as an earlier line of their section. */
function* repeated({ model, entries }: Analysis, kind: SectionKind): Generator<Repetition> {
  let section: unknown;
  const firsts = new Map<string, LineRef[]>();
  for (const entry of entries.inKind(kind)) {
    if (entry.section !== section) firsts.clear();
    section = entry.section;
    if (entry.section.lines.length < 2) continue;
    const field = entry.at.line.key ?? entry.at.line.fields[0];
    if (field === undefined || field.value === '') continue;
    // Most lines differ in their first field already.
    const name = fold(field.value);
    const alike = firsts.get(name);
    const first = alike?.find((at) => saysTheSame(model, at, entry.at));
    if (first !== undefined) yield { entry, field, first };
    else if (alike === undefined) firsts.set(name, [entry.at]);
    else alike.push(entry.at);
  }
}

function saysTheSame(model: Model, a: LineRef, b: LineRef): boolean {
  const { fields } = a.line;
  if (fields.length !== b.line.fields.length || (a.line.key === undefined) !== (b.line.key === undefined)) return false;
  return fields.every((field, index) => {
    const other = b.line.fields[index];
    return other !== undefined && fold(model.valueOf(field)) === fold(model.valueOf(other));
  });
}

/** Places in a Models line, behind the install section. */
const FIRST_ID = 1;
const FIRST_COMPATIBLE_ID = 2;

interface RepeatedId {
  readonly at: LineRef;
  readonly index: number;
  readonly field: Field;
}

/**
 * IDs that a Models line has stated already. Printers that share an ID have it as hardware ID and as compatible ID on one
 * line. Source: print/printer-connected-to-an-lpt-port
 */
function repeatedIds({ model, entries }: Analysis): readonly RepeatedId[] {
  const found: RepeatedId[] = [];
  const seen = new Set<string>();
  const isPrinter = isOfClass(model, 'printer');
  const begin = isPrinter ? FIRST_COMPATIBLE_ID : FIRST_ID;
  for (const { at } of entries.inKind('models')) {
    const { fields } = at.line;
    if (fields.length < 3) continue;
    seen.clear();
    for (let index = begin; index < fields.length; index++) {
      const field = fields[index];
      const id = field === undefined ? '' : fold(model.valueOf(field));
      if (field === undefined || id === '') continue;
      if (seen.has(id)) found.push({ at, index, field });
      seen.add(id);
    }
  }
  return found;
}

function removeLine({ model }: Analysis, at: LineRef): Fix {
  return makeFix({ action: 'remove-duplicate', title: 'Remove this line', safety: 'safe', preferred: true }, () => {
    const draft = createDraft(model);
    draft.remove(wholeEntry(model, at));
    return draft.edits();
  });
}

/** With the comma before it. */
function removeField({ placed, line }: LineRef, index: number): Fix {
  const start = line.fields[index - 1]?.span.end ?? 0;
  const end = line.fields[index]?.span.end ?? start;
  return makeFix({ action: 'remove-duplicate', title: 'Remove this ID', safety: 'safe', preferred: true }, () => [
    { span: absolute(placed, { start, end }), newText: '' },
  ]);
}
