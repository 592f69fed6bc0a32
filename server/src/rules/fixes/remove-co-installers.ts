import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { SectionKind } from '../../language/sections.js';
import type { Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { RegistryFact } from '../../plan/registry-facts.js';
import type { LineRef } from '../../syntax/cst.js';
import { createDraft } from './draft.js';
import { makeFix } from './fix.js';
import { wholeEntry } from './layout.js';
import { removeEntries, removeSection } from './removal.js';

/** Sections that go when nothing but what goes refers to them. */
const LEAVES: ReadonlySet<SectionKind> = new Set([
  'addRegistry',
  'addRegistrySecurity',
  'delRegistry',
  'bitRegistry',
  'fileList',
  'deleteFileList',
  'renameFileList',
  'fileListSecurity',
]);

/**
 * Removes what a line registers. Where the line belongs to .CoInstallers sections: all of these, the sections that they
 * alone refer to, and the files that they alone copy, out of [SourceDisksFiles] and [DestinationDirs]; of these, a section
 * in which nothing is left goes, too. Elsewhere the line.
 */
export function removeCoInstallers(analysis: Analysis, fact: RegistryFact): readonly Fix[] {
  const { model } = analysis;
  const homes = model.sections.filter(isOnlyCoInstallers);
  const gone = orphansOf(model, homes);
  if (homes.length > 0 && gone.has(fact.section)) {
    const names = homes.map(({ name }) => `[${name}]`);
    const more = names.length > 2 ? ` and ${String(names.length - 2)} more` : '';
    const title = `Remove the co-installers: ${names.slice(0, 2).join(', ')}${more}, with their sections and files`;
    return [makeFix({ action: 'remove-co-installers', title, preferred: true }, () => editsFor(analysis, gone))];
  }
  return [
    makeFix({ action: 'remove-line', title: 'Remove the line', preferred: true }, () => {
      const draft = createDraft(model);
      removeEntries(model, draft, fact.section, [fact.at]);
      return draft.edits();
    }),
  ];
}

function isOnlyCoInstallers({ kinds }: Section): boolean {
  return kinds.size > 0 && [...kinds].every((kind) => kind === 'installCoInstallers');
}

/** The sections themselves and all that only they lead to. */
function orphansOf(model: Model, homes: readonly Section[]): ReadonlySet<Section> {
  const gone = new Set(homes);
  for (let grown = true; grown;) {
    grown = false;
    for (const section of model.sections) {
      if (gone.has(section) || section.kinds.size === 0 || ![...section.kinds].every((kind) => LEAVES.has(kind)))
        continue;
      const references = model.referencesTo(section).filter(({ from }) => !from.kinds.has('destinationDirs'));
      const owner = model.sectionNamed(section.name.replace(/\.security$/i, ''));
      const isOrphan =
        references.length > 0
          ? references.every(({ from }) => gone.has(from))
          : owner !== undefined && owner !== section && gone.has(owner);
      if (!isOrphan) continue;
      gone.add(section);
      grown = true;
    }
  }
  return gone;
}

function editsFor(analysis: Analysis, gone: ReadonlySet<Section>): ReturnType<ReturnType<typeof createDraft>['edits']> {
  const { model } = analysis;
  const draft = createDraft(model);
  for (const section of gone) removeSection(model, draft, section);
  const files = filesCopiedOnlyBy(model, gone);
  const names = new Set([...gone].map(({ folded }) => folded));
  for (const section of model.sections) {
    if (gone.has(section)) continue;
    const isGone = section.kinds.has('sourceDisksFiles')
      ? (key: string) => files.has(key)
      : section.kinds.has('destinationDirs')
        ? (key: string) => names.has(key)
        : undefined;
    if (isGone === undefined) continue;
    const lines = section.lines.filter(({ line: { key } }) => key !== undefined && isGone(fold(model.valueOf(key))));
    if (lines.length > 0 && lines.length === section.lines.length) removeSection(model, draft, section);
    else for (const at of lines) draft.remove(wholeEntry(model, at));
  }
  return draft.edits();
}

/** Folded names of the source files that no section left behind copies. */
function filesCopiedOnlyBy(model: Model, gone: ReadonlySet<Section>): ReadonlySet<string> {
  const own = new Set<string>();
  const others = new Set<string>();
  for (const section of model.sections) {
    const names = gone.has(section) ? own : others;
    if (section.kinds.has('fileList')) for (const at of section.lines) names.add(sourceOf(model, at));
    for (const at of section.lines) for (const name of singleFiles(model, at)) names.add(name);
  }
  return new Set([...own].filter((name) => !others.has(name)));
}

/** `destination, source`: the source, or where it is empty the destination. File names are literal. */
function sourceOf(model: Model, { line: { fields } }: LineRef): string {
  const [destination, source] = fields;
  const field = source === undefined || source.value === '' ? destination : source;
  return field === undefined ? '' : fold(model.valueOf(field));
}

/** `CopyFiles = @file`. */
function singleFiles(model: Model, { line: { key, fields } }: LineRef): readonly string[] {
  if (key === undefined || fold(key.value) !== 'copyfiles') return [];
  return fields.filter(({ value }) => value.startsWith('@')).map((field) => fold(model.valueOf(field).slice(1)));
}
