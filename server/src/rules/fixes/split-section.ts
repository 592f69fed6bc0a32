import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { Section, SectionReference } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { absolute, textOf, type PlacedBlock } from '../../syntax/cst.js';
import type { Span } from '../../text/span.js';
import { createDraft, type Draft } from './draft.js';
import { fileStyle } from './file-style.js';
import { afterEntry, lineStart } from './layout.js';
import { contentOf } from './merge-blocks.js';
import { unusedNameAfter } from './naming.js';
import { makeFix } from './fix.js';

/**
 * Copies the lines of a section to one of its own for the role that `later` wants, and lets all references in that role
 * name the copy. Of file lists only the names go along, as what stands behind them is read differently, and their line in
 * [DestinationDirs]; so every directive acts on the same files and keys as before. `undefined` where a name is made of a token.
 * Source: devtest/inf-validation-errors-and-warnings.md, code 1205
 */
export function splitSection(analysis: Analysis, section: Section, later: SectionReference): Fix | undefined {
  const { model } = analysis;
  const last = section.blocks.at(-1);
  const references = model.referencesTo(section);
  const moved = references.filter(({ expects, directive }) => expects === later.expects && !isPlace(directive));
  if (last === undefined || !moved.every((reference) => isLiteral(reference, section))) return undefined;
  const name = unusedNameAfter(fileStyle(analysis), section.name, later.directive);
  const title = `Copy its lines to [${name}], and let ${later.directive} name that`;
  return makeFix({ action: 'split-section', title }, () => {
    const draft = createDraft(model);
    const spans = new Map(moved.map(({ at, field }) => [absolute(at.placed, field.span).start, { at, field }]));
    for (const { at, field } of spans.values()) draft.replace(absolute(at.placed, field.span), name);
    const content = section.blocks
      .map((placed) => contentOf(model, placed, cutsIn(placed, later)))
      .filter((text) => text !== '');
    const lines = content.flatMap((text) => text.split(/\r\n|\r|\n/));
    draft.insertSections(last, [{ name, lines }]);
    for (const reference of references) if (isPlace(reference.directive)) copyPlace(analysis, draft, reference, name);
    return draft.edits();
  });
}

/** Behind the name of a file, copying and deleting have fields of their own: source and flags go. Source: install/inf-delfiles-directive.md */
function cutsIn(placed: PlacedBlock, { expects }: SectionReference): readonly Span[] {
  if (expects !== 'fileList' && expects !== 'deleteFileList') return [];
  return placed.block.lines.flatMap(({ span, fields: [file, ...others] }) =>
    file === undefined || others.length === 0 ? [] : [absolute(placed, { start: file.span.end, end: span.end })],
  );
}

function isPlace(directive: string): boolean {
  return directive === 'DestinationDirs';
}

/** Tells whether a reference spells the name itself, perhaps in quotes. */
function isLiteral({ at, field }: SectionReference, { folded }: Section): boolean {
  return fold(textOf(at.placed.block, field.span).replace(/^"(.*)"$/, '$1')) === folded;
}

/** Writes the line of [DestinationDirs] once more, for the copy. */
function copyPlace({ model }: Analysis, draft: Draft, { at, field }: SectionReference, name: string): void {
  const { text } = model.cst.snapshot;
  const span = absolute(at.placed, field.span);
  const end = absolute(at.placed, at.line.span).end;
  const line = text.slice(lineStart(text, span.start), span.start) + name + text.slice(span.end, end);
  draft.insertLine(afterEntry(model, at), line);
}
