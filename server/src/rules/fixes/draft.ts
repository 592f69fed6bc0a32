import type { Model } from '../../model/types.js';
import type { Span, TextEdit } from '../../text/span.js';
import { afterContent, blankLinesBehind, hasTextAt, lineBreakAt } from './layout.js';
import type { PlacedBlock } from '../../syntax/cst.js';

/** A section to be written: `name` without brackets, `lines` without line ends. */
export interface NewSection {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Collects the changes of one fix and turns them into edits that do not overlap. All offsets are those of the document. */
export interface Draft {
  /** Puts a line of its own at `offset`, which is the start of a physical line or the end of the text. */
  insertLine(offset: number, content: string): void;
  /** Puts text inside a line. */
  insertText(offset: number, text: string): void;
  /** Puts sections behind a block, parted by as many blank lines as the file uses. */
  insertSections(after: PlacedBlock, sections: readonly NewSection[]): void;
  /** Names of the sections that this draft adds. */
  readonly added: readonly string[];
  replace(span: Span, text: string): void;
  remove(span: Span): void;
  edits(): readonly TextEdit[];
}

interface Change {
  readonly span: Span;
  readonly text: string;
  /** Of changes at one place: text in a line, lines, sections, then what replaces or removes. */
  readonly rank: number;
}

/** Starts an empty draft for one version of a file. */
export function createDraft(model: Model): Draft {
  const changes: Change[] = [];
  const added: string[] = [];
  const { text } = model.cst.snapshot;
  const insert = (offset: number, lines: readonly string[], rank: number): void => {
    const lineBreak = lineBreakAt(text, offset);
    const closed = offset === 0 || text[offset - 1] === '\n' || text[offset - 1] === '\r';
    const joined = lines.join(lineBreak);
    changes.push({
      span: { start: offset, end: offset },
      text: closed ? joined + lineBreak : lineBreak + joined,
      rank,
    });
  };
  return {
    insertLine: (offset, content) => insert(offset, [content], 1),
    insertText: (offset, inner) => changes.push({ span: { start: offset, end: offset }, text: inner, rank: 0 }),
    added,
    insertSections: (after, sections) => {
      added.push(...sections.map(({ name }) => name));
      const offset = afterContent(model, after);
      const gap = Array<string>(blankLinesBehind(model, after)).fill('');
      const lines = sections.flatMap((section) => [...gap, `[${section.name}]`, ...section.lines]);
      insert(offset, hasTextAt(model, offset) ? [...lines, ...gap] : lines, 2);
    },
    replace: (span, newText) => changes.push({ span, text: newText, rank: 3 }),
    remove: (span) => changes.push({ span, text: '', rank: 3 }),
    edits: () => settle(changes),
  };
}

/** Sorts the changes, joins removals that meet, and moves what would be inserted inside a removal behind it. */
function settle(changes: readonly Change[]): readonly TextEdit[] {
  const removals: { start: number; end: number }[] = [];
  for (const { span } of changes.filter(isRemoval).toSorted((a, b) => a.span.start - b.span.start)) {
    const last = removals.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else removals.push({ start: span.start, end: span.end });
  }
  const others = changes
    .filter((change) => !isRemoval(change))
    .flatMap((change) => {
      const around = removals.find((gone) => gone.start < change.span.start && change.span.end < gone.end);
      if (around === undefined) return [change];
      return change.rank === 3 ? [] : [{ ...change, span: { start: around.end, end: around.end } }];
    });
  const all = [...others, ...removals.map((gone): Change => ({ span: gone, text: '', rank: 4 }))];
  all.sort((a, b) => a.span.start - b.span.start || a.rank - b.rank);
  return all.map((change) => ({ span: change.span, newText: change.text }));
}

function isRemoval(change: Change): boolean {
  return change.rank === 3 && change.text === '';
}
