import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import type { FileOperation } from '../plan/file-operations.js';
import { planFiles } from '../plan/files.js';
import { type SourceFile } from '../plan/source-disks.js';
import type { Line } from '../syntax/cst.js';
import { baseName } from '../text/base-name.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { nameFinder } from './support/nearest-name.js';
import { keySpan } from './support/places.js';
import { isOfClass } from './support/version-section.js';

export default defineRule({
  name: 'uncopied-source-file',
  summary: '[SourceDisksFiles] lists a file that nothing copies.',
  severity: 'hint',
  fix: 'unsafe',
  messages: {
    uncopied: {
      text: '[{section}] lists {file}, but no CopyFiles copies it and no other line names it, so it is no part of the package.',
    },
  },
  *check({ analysis, finding }) {
    const copies = analysis.once(planFiles).operations.all.filter(({ kind }) => kind === 'copy');
    if (!isComplete(analysis, copies)) return;
    const uncopied = uncopiedFiles(analysis, copies);
    const names = new Set(uncopied.map(({ name }) => fileOf(name)));
    if (names.size === 0 || names.size > MOST) return;
    const named = namedElsewhere(analysis, names);
    for (const file of uncopied) {
      if (named.has(fileOf(file.name))) continue;
      const extras = { tags: ['unnecessary'] as const, fixes: () => [removal(analysis, file)] };
      yield finding(keySpan(file.at), 'uncopied', { section: file.section.name, file: file.name }, extras);
    }
  },
});

/** With more of them, the list is one for several INF files. */
const MOST = 32;

/** Catalogs and INF files come into the package by other ways, and a compressed name is the fault of its line. */
const OTHER_WAYS = /\.(?:cat|inf)$|_$|coinst/i;

/** Whether the file itself says what is copied: no other INF and no build does, and no list of files is missing. */
function isComplete(analysis: Analysis, copies: readonly FileOperation[]): boolean {
  const { model, entries } = analysis;
  const { operations, sources } = analysis.once(planFiles);
  if (copies.length === 0 || copies.some(({ isOpen }) => isOpen)) return false;
  if (sources.hasLayoutFile || entries.named('Include').length > 0) return false;
  // The manifest of a version 4 printer driver names files, too.
  if (isOfClass(model, 'printer')) return false;
  return operations.uses.every(({ list }) => list !== undefined);
}

/** The lines of files that nobody copies, without those that a misspelt name in a list most likely means. */
function uncopiedFiles(analysis: Analysis, copies: readonly FileOperation[]): readonly SourceFile[] {
  const { sources } = analysis.once(planFiles);
  const copied = new Set(copies.map(({ source }) => fileOf(source)));
  const uncopied = sources.files.filter(
    ({ at, name }) =>
      at.line.key !== undefined && !copied.has(fileOf(name)) && !isOpenValue(name) && !OTHER_WAYS.test(name),
  );
  if (uncopied.length === 0) return uncopied;
  const names = new Set(uncopied.map(({ name }) => name));
  const unlisted = copies.filter(({ source }) => sources.filesNamed(source).length === 0);
  const findMeant = nameFinder(names);
  const meant = new Set(unlisted.map(({ source }) => findMeant(source)));
  return uncopied.filter(({ name }) => !meant.has(name));
}

/** The file at the end of a path, folded. */
function fileOf(path: string): string {
  return fold(baseName(path));
}

/** Those of the names that stand, alone or in a longer text, in a line of another section. */
function namedElsewhere({ model }: Analysis, names: ReadonlySet<string>): ReadonlySet<string> {
  const lists = model.sections.filter(({ kinds }) => kinds.has('sourceDisksFiles'));
  const listed = fold(lists.flatMap(({ blocks }) => blocks.map(({ block }) => block.text)).join('\n'));
  const text = fold(model.cst.snapshot.text);
  // One search through the text tells of nearly all names, and takes less time than one in each of many sections.
  const doubtful = [...names].filter((name) => occurrences(text, name) > occurrences(listed, name));
  if (doubtful.length === 0) return new Set();
  const others = model.sections.flatMap(({ kinds, blocks }) => (kinds.has('sourceDisksFiles') ? [] : blocks));
  return new Set(
    doubtful.filter((name) =>
      others.some(({ block }) => fold(block.text).includes(name) && block.lines.some((line) => holds(line, name))),
    ),
  );
}

function occurrences(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) count++;
  return count;
}

/** Comments do not count. */
function holds({ key, fields }: Line, name: string): boolean {
  if (key !== undefined && fold(key.value).includes(name)) return true;
  return fields.some(({ value }) => fold(value).includes(name));
}

function removal({ model }: Analysis, { at, name }: SourceFile): Fix {
  return makeFix({ action: 'remove-line', title: `Remove ${name}`, preferred: true }, () => {
    const draft = createDraft(model);
    draft.remove(wholeEntry(model, at));
    return draft.edits();
  });
}
