import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { Architecture, Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { FileOperation } from '../../plan/file-operations.js';
import { planFiles, type FilePlan } from '../../plan/files.js';
import type { PlacedBlock } from '../../syntax/cst.js';
import { createDraft, type Draft, type NewSection } from './draft.js';
import { asField } from './field-edit.js';
import { makeFix } from './fix.js';
import { afterContent, afterEntry } from './layout.js';
import { keyedSamples, mostCommon, renderKeyed } from './style.js';

/** What a new disk is called: people see it only where they must insert one. */
const DISK_TITLE = '"Installation disk"';
const FIRST_DISK = 1;
/** So many lines show how a section is written. */
const SAMPLES = 40;

/**
 * Lists a copied file in [SourceDisksFiles]: with the disk of its neighbours, for the architectures that lack it. Where
 * the package has no such section, all files that it copies are listed in new sections.
 */
export function listSourceFile(
  analysis: Analysis,
  { source }: FileOperation,
  architectures: readonly (Architecture | undefined)[],
): Fix {
  const plan = analysis.once(planFiles);
  const homes = homesFor(analysis.model, plan, architectures);
  const title =
    homes.length === 0
      ? 'Add [SourceDisksFiles] with all files that are copied'
      : `List ${source} in ${homes.map(({ name }) => `[${name}]`).join(' and ')}`;
  return makeFix({ action: 'list-source-file', title, preferred: true }, () => {
    const draft = createDraft(analysis.model);
    if (homes.length === 0) addSections(analysis, draft, plan);
    for (const { section, name } of homes) {
      const disk = String(diskIn(plan, section, source));
      if (section !== undefined) appendKeyed(analysis.model, draft, section, asField(source), disk);
      else addBehind(analysis, draft, [{ name, lines: [`${asField(source)} = ${disk}`] }]);
    }
    // Where other files lack the section as well, undefined-disk speaks of it.
    const isFirst = !plan.sources.files.some(({ disk }) => typeof disk === 'number');
    if (homes.length > 0 && isFirst && plan.sources.disks.length === 0) {
      addBehind(analysis, draft, [{ name: 'SourceDisksNames', lines: [`${String(FIRST_DISK)} = ${DISK_TITLE}`] }]);
    }
    return draft.edits();
  });
}

interface Home {
  readonly section: Section | undefined;
  readonly name: string;
}

/** The sections that the file has to be listed in: the plain one, else those of the architectures. */
function homesFor(model: Model, plan: FilePlan, architectures: readonly (Architecture | undefined)[]): Home[] {
  const sections = model.sections.filter(({ kinds }) => kinds.has('sourceDisksFiles'));
  const plain = sections.find(({ folded }) => folded === 'sourcedisksfiles');
  if (sections.length === 0) return [];
  const decorated = architectures.flatMap((architecture): Home[] => {
    if (architecture === undefined) return [];
    const name = `SourceDisksFiles.${architecture}`;
    const section = sections.find(({ folded }) => folded === fold(name));
    return section === undefined && plain !== undefined ? [] : [{ section, name: section?.name ?? name }];
  });
  const partly = plan.sources.files.length > 0 && decorated.length === architectures.length && decorated.length > 0;
  if (partly && (plain === undefined || decorated.every(({ section }) => section !== undefined))) return decorated;
  if (plain !== undefined) return [{ section: plain, name: plain.name }];
  return sections.map((section) => ({ section, name: section.name }));
}

/** The disk of the same file elsewhere, of most files in the section, of most files at all, or the first one there is. */
function diskIn({ sources }: FilePlan, section: Section | undefined, source: string): number {
  const numbers = (files: readonly { readonly disk: unknown }[]): number | undefined =>
    mostCommon(files.map(({ disk }) => disk).filter((disk) => typeof disk === 'number'));
  const own = sources.files.filter((file) => file.section === section);
  const disks = sources.disks.map(({ id }) => id).filter((id) => typeof id === 'number');
  return numbers(own) ?? numbers(sources.filesNamed(source)) ?? numbers(sources.files) ?? disks[0] ?? FIRST_DISK;
}

/** New sections for all sources: [SourceDisksNames], if it is missing too, and [SourceDisksFiles]. */
function addSections(analysis: Analysis, draft: Draft, plan: FilePlan): void {
  const copies = plan.operations.all.filter(({ kind, isOpen, source }) => kind === 'copy' && !isOpen && source !== '');
  const names = new Map(copies.map(({ source }) => [fold(source), source]));
  const disk = String(diskIn(plan, undefined, ''));
  const files = { name: 'SourceDisksFiles', lines: [...names.values()].map((name) => `${asField(name)} = ${disk}`) };
  const disks = { name: 'SourceDisksNames', lines: [`${disk} = ${DISK_TITLE}`] };
  addBehind(analysis, draft, plan.sources.disks.length === 0 ? [disks, files] : [files]);
}

/** Puts sections behind the last section of sources, else behind [DestinationDirs] or [Version]. */
function addBehind({ model }: Analysis, draft: Draft, sections: readonly NewSection[]): void {
  const after = lastBlock(model, 'sourcedisks') ?? lastBlock(model, 'destinationdirs') ?? lastBlock(model, 'version');
  const fallback = model.cst.blocks.at(-1);
  const home = after ?? fallback;
  if (home !== undefined) draft.insertSections(home, sections);
}

function lastBlock({ sections }: Model, prefix: string): PlacedBlock | undefined {
  const blocks = sections.filter(({ folded }) => folded.startsWith(prefix)).flatMap((section) => section.blocks);
  return blocks.toSorted((a, b) => a.start - b.start).at(-1);
}

/** Adds `key = value` as the last entry of a section, in the way of that section. */
export function appendKeyed(model: Model, draft: Draft, section: Section, key: string, value: string): void {
  const last = section.lines.at(-1);
  const block = section.blocks[0];
  const offset = last === undefined ? block && afterContent(model, block) : afterEntry(model, last);
  if (offset !== undefined) {
    draft.insertLine(offset, renderKeyed(keyedSamples(section.lines.slice(-SAMPLES)), key, value));
  }
}

/** Adds a disk to [SourceDisksNames], for an architecture where that has a section of its own; or the whole section. */
export function addDisk(analysis: Analysis, id: number): Fix {
  const { model } = analysis;
  const sections = model.sections.filter(({ kinds }) => kinds.has('sourceDisksNames'));
  const plain = sections.find(({ folded }) => folded === 'sourcedisksnames');
  const home = plain ?? sections[0];
  const title = home === undefined ? 'Add [SourceDisksNames]' : `Add disk ${String(id)} to [${home.name}]`;
  return makeFix({ action: 'add-disk', title }, () => {
    const draft = createDraft(model);
    const title = plain?.lines.at(-1)?.line.fields[0];
    const line = plain?.lines.at(-1);
    const text = title === undefined || line === undefined ? DISK_TITLE : titleLike(line.placed.block.text, title.span);
    if (plain !== undefined) appendKeyed(model, draft, plain, String(id), text);
    else addBehind(analysis, draft, [{ name: 'SourceDisksNames', lines: [`${String(id)} = ${DISK_TITLE}`] }]);
    return draft.edits();
  });
}

/** The description of the disk before, as written: `%DiskName%`. */
function titleLike(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return start === end ? DISK_TITLE : text.slice(start, end);
}
