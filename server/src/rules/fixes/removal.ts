import type { Model, Section, SectionReference } from '../../model/types.js';
import { absolute, type LineRef, type PlacedBlock } from '../../syntax/cst.js';
import { groupBy } from '../../text/group.js';
import type { Span } from '../../text/span.js';
import type { Draft } from './draft.js';
import {
  afterBlankLines,
  afterContent,
  beforeBlankLines,
  hasTextAt,
  lineStart,
  placeOf,
  wholeEntry,
} from './layout.js';

/** Removes entries of one section; where none is left, the section goes too, with all that refers to it. */
export function removeEntries(model: Model, draft: Draft, section: Section, entries: readonly LineRef[]): void {
  const gone = new Set(entries.map(placeOf));
  const emptied = section.lines.every((at) => gone.has(placeOf(at)));
  if (emptied && isOnlyAddRegistry(section)) {
    removeSection(model, draft, section);
    removeReferences(model, draft, model.referencesTo(section));
    return;
  }
  for (const at of entries) draft.remove(wholeEntry(model, at));
}

function isOnlyAddRegistry(section: Section): boolean {
  return [...section.kinds].every((kind) => kind === 'addRegistry');
}

/**
 * Removes names from the lists in which they stand; a list without names goes as a whole, and so does a hardware section
 * that held nothing else.
 */
export function removeReferences(model: Model, draft: Draft, references: readonly SectionReference[]): void {
  const byLine = groupBy(references, ({ at }) => placeOf(at));
  const emptied = [...byLine.values()]
    .filter((group) => !removeNames(draft, group))
    .flatMap((group) => group.slice(0, 1));
  for (const { from, at } of emptied) {
    const left = from.lines.filter((line) => !emptied.some((one) => placeOf(one.at) === placeOf(line)));
    if (left.length > 0 || !isOnlyHardware(from)) draft.remove(wholeEntry(model, at));
    else removeSection(model, draft, from);
  }
}

function isOnlyHardware(section: Section): boolean {
  return section.kinds.size > 0 && [...section.kinds].every((kind) => kind === 'installHardware');
}

/** Removes names from one line; false, and nothing done, when none would be left. */
function removeNames(draft: Draft, group: readonly SectionReference[]): boolean {
  const at = group[0]?.at;
  if (at === undefined) return true;
  const { fields } = at.line;
  const gone = new Set(group.map(({ field }) => field));
  const kept = fields.findIndex((field) => !gone.has(field) && field.span.end > field.span.start);
  if (kept < 0) return false;
  fields.forEach((field, index) => {
    if (!gone.has(field)) return;
    const inner: Span =
      index < kept
        ? { start: field.span.start, end: fields[index + 1]?.span.start ?? field.span.end }
        : { start: fields[index - 1]?.span.end ?? field.span.start, end: field.span.end };
    draft.remove(absolute(at.placed, inner));
  });
  return true;
}

/** Removes all blocks of a section with the blank lines that part them from what follows. */
export function removeSection(model: Model, draft: Draft, section: Section): void {
  for (const placed of section.blocks) draft.remove(wholeBlock(model, placed));
}

/** All physical lines of a block, with the blank lines that part it from what follows. */
export function wholeBlock(model: Model, placed: PlacedBlock): Span {
  const { text } = model.cst.snapshot;
  const start = lineStart(text, placed.start + (placed.block.header?.span.start ?? 0));
  const end = afterBlankLines(model, afterContent(model, placed));
  return { start: hasTextAt(model, end) ? start : beforeBlankLines(text, start), end };
}
