import { fold } from '../../language/fold.js';
import { sectionKinds, type SectionKind } from '../../language/sections.js';
import type { Model, Section } from '../../model/types.js';
import type { LineRef } from '../../syntax/cst.js';
import type { Draft } from './draft.js';
import { wholeEntry } from './layout.js';
import { removeSection } from './removal.js';

/** The sections themselves and all that only they lead to. */
export function orphansOf(model: Model, homes: readonly Section[]): ReadonlySet<Section> {
  const gone = new Set(homes);
  for (let grown = true; grown;) {
    grown = false;
    for (const section of model.sections) {
      if (gone.has(section) || section.kinds.size === 0 || ![...section.kinds].every(isNamedByOthers)) continue;
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

/** A section of such a kind is there for who names it. */
function isNamedByOthers(kind: SectionKind): boolean {
  return sectionKinds[kind].recognition.by === 'reference' || SECURITY.has(kind);
}

/** They hang on a section that others name. */
const SECURITY: ReadonlySet<SectionKind> = new Set(['addRegistrySecurity', 'fileListSecurity']);

/** Names sections whose removal takes along what only they lead to: `[A], [B] and what only they lead to`. */
export function namesWithOrphans(homes: readonly Section[], gone: ReadonlySet<Section>): string {
  const names = homes.map(({ name }) => `[${name}]`).join(', ');
  return gone.size === homes.length
    ? names
    : `${names} and what only ${homes.length === 1 ? 'it leads' : 'they lead'} to`;
}

/**
 * Removes sections, the files that they alone copy out of [SourceDisksFiles], and their lines in [DestinationDirs]; of
 * these, a section in which nothing is left goes, too.
 * @param gone what `orphansOf` found
 */
export function removeSections(model: Model, draft: Draft, gone: ReadonlySet<Section>): void {
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
