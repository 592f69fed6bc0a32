import { fold } from '../../language/fold.js';
import type { Installation, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { absolute, type LineRef, type PlacedBlock } from '../../syntax/cst.js';
import type { Draft, NewSection } from './draft.js';
import { afterContent, afterEntry } from './layout.js';
import { addRegKeyOf, commaIn, fileStyle } from './file-style.js';
import { unusedSectionName } from './naming.js';
import { mergeSpellings, readSpelling, renderRegistry, type RegistryContent } from './registry-style.js';
import { keyedSamples, mostCommon, renderAlone, renderKeyed } from './style.js';
import { subjects } from './subjects.js';

/** Beyond this length of a line, another `AddReg` line is written rather than one more name in it. */
const LONG_LINE = 100;

/** A section from which an add-registry section shall be reached; `section` is missing where it has yet to be written. */
export interface Referrer {
  readonly name: string;
  readonly section: Section | undefined;
  /** The block it is, or behind which it is to be written. */
  readonly placed: PlacedBlock;
}

/** The .HW sections of installations, once each: those that exist and those that are to be written. */
export function hardwareReferrers(analysis: Analysis, installations: readonly Installation[]): readonly Referrer[] {
  const { hardwareSuffix } = fileStyle(analysis);
  const referrers = new Map<string, Referrer>();
  for (const { section, companions } of installations) {
    const home = section?.blocks.at(-1);
    if (section === undefined || home === undefined) continue;
    const name = section.name + hardwareSuffix;
    const existing = companions.get('HW') ?? analysis.model.sectionNamed(name);
    const placed = existing?.blocks.at(-1) ?? home;
    const key = existing?.folded ?? fold(name);
    if (!referrers.has(key)) referrers.set(key, { name: existing?.name ?? name, section: existing, placed });
  }
  return inFileOrder([...referrers.values()]);
}

/** Existing sections as referrers, once each, in file order. */
export function sectionReferrers(sections: readonly Section[]): readonly Referrer[] {
  const unique = new Map(sections.map((section) => [section.folded, section]));
  return inFileOrder(
    [...unique.values()].flatMap((section) => {
      const placed = section.blocks.at(-1);
      return placed === undefined ? [] : [{ name: section.name, section, placed }];
    }),
  );
}

function inFileOrder(referrers: readonly Referrer[]): readonly Referrer[] {
  return referrers.toSorted((a, b) => a.placed.start - b.placed.start);
}

/** What is to be reached from some sections. */
export interface Placement {
  readonly referrers: readonly Referrer[];
  readonly contents: readonly RegistryContent[];
  /** Tells whether lines put into this existing add-registry section reach nothing but what they shall. */
  readonly mayHold: (section: Section) => boolean;
}

/**
 * Writes add-registry lines so that every referrer reaches them: into an add-registry section that serves these referrers
 * only, else into one new section that all the other referrers then name.
 */
export function placeLines(analysis: Analysis, draft: Draft, placement: Placement): void {
  const { referrers, contents } = placement;
  const own = new Set(referrers.map(({ section }) => section));
  const filled = new Set<Section>();
  const rest = referrers.filter((referrer) => {
    const section = ownAddRegistry(analysis, placement, own, referrer);
    if (section !== undefined) filled.add(section);
    return section === undefined;
  });
  for (const section of filled) fillSection(analysis, draft, section, contents);
  const first = rest[0];
  if (first === undefined) return;
  const style = fileStyle(analysis);
  const name = unusedSectionName(style, baseName(first), draft.added);
  const lines = contents.map((content) => renderRegistry(style.spelling, [], style.separator, content));
  refer(analysis, draft, rest, name, { name, lines });
}

/** The new section of a .HW section is named without `.NTamd64.HW`. */
function baseName(referrer: Referrer): string {
  return referrer.name.replace(/(\.nt[^.]*)?\.hw$/i, '');
}

/** Makes every referrer name the add-registry section; `added` is written behind the last of them. */
export function refer(
  analysis: Analysis,
  draft: Draft,
  referrers: readonly Referrer[],
  name: string,
  added: NewSection | undefined,
): void {
  referrers.forEach((referrer, index) => {
    const last = added !== undefined && index === referrers.length - 1 ? [added] : [];
    if (referrer.section === undefined) {
      const { addReg, addRegSamples } = fileStyle(analysis);
      const line = renderAlone(addRegSamples, addReg, asValue(name));
      draft.insertSections(referrer.placed, [{ name: referrer.name, lines: [line] }, ...last]);
      return;
    }
    const block = addReference(analysis, draft, referrer.section, name);
    if (last.length > 0) draft.insertSections(block, last);
  });
}

/** A section name as a value: in quotes where it holds what would end or split a bare value. */
function asValue(name: string): string {
  return /[,;"=]|\\$|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

/** Adds a name to the section's `AddReg` line or writes such a line; answers the block it stands in. */
function addReference(analysis: Analysis, draft: Draft, section: Section, name: string): PlacedBlock {
  const { model } = analysis;
  const existing = section.lines.filter((at) => addRegKeyOf(at) !== undefined);
  const last = existing.at(-1);
  if (last === undefined) {
    const placed = section.blocks.findLast(({ block }) => block.lines.length > 0) ?? section.blocks[0];
    if (placed === undefined) throw new RangeError(`section ${section.name} has no block`);
    draft.insertLine(endOfEntries(model, placed), addRegLine(analysis, section, existing, name));
    return placed;
  }
  const { start, end } = last.line.span;
  const field = last.line.fields.at(-1);
  const fits = field !== undefined && field.span.end > field.span.start && end - start + name.length < LONG_LINE;
  if (fits) {
    const comma = commaIn(last) ?? fileStyle(analysis).comma;
    draft.insertText(absolute(last.placed, field.span).end, comma + asValue(name));
  } else draft.insertLine(afterEntry(model, last), addRegLine(analysis, section, existing, name));
  return last.placed;
}

/** `AddReg = name` as the section's entries are written. */
function addRegLine(analysis: Analysis, section: Section, existing: readonly LineRef[], name: string): string {
  const { addReg, addRegSamples } = fileStyle(analysis);
  const key = mostCommon(existing.flatMap((at) => addRegKeyOf(at) ?? [])) ?? addReg;
  const samples = keyedSamples(section.lines);
  return samples.length > 0 ? renderKeyed(samples, key, asValue(name)) : renderAlone(addRegSamples, key, asValue(name));
}

/** Where a line goes that follows the last entry of a block. */
function endOfEntries(model: Analysis['model'], placed: PlacedBlock): number {
  const line = placed.block.lines.at(-1);
  return line === undefined ? afterContent(model, placed) : afterEntry(model, { placed, line });
}

/** The first add-registry section of a referrer that serves no other purpose; one with lines for the same subkey first. */
function ownAddRegistry(
  analysis: Analysis,
  { contents, mayHold }: Placement,
  own: ReadonlySet<Section | undefined>,
  referrer: Referrer,
): Section | undefined {
  if (referrer.section === undefined) return undefined;
  const { model } = analysis;
  const candidates = (subjects(analysis).addRegistries.get(referrer.section) ?? [])
    .filter((section) => section.kinds.size === 1)
    .filter((section) => model.referencesTo(section).every((reference) => own.has(reference.from)))
    .filter(mayHold);
  return candidates.find((section) => sameSubkey(analysis, section, contents) !== undefined) ?? candidates[0];
}

function sameSubkey({ model }: Analysis, section: Section, contents: readonly RegistryContent[]): LineRef | undefined {
  const subkeys = new Set(contents.map((content) => fold(content.subkey)));
  return section.lines.findLast((at) => subkeys.has(fold(model.registryLineAt(at)?.subkey ?? '')));
}

/** Adds lines behind those of the same subkey, or else behind the last one. */
function fillSection(analysis: Analysis, draft: Draft, section: Section, contents: readonly RegistryContent[]): void {
  const { model } = analysis;
  const style = fileStyle(analysis);
  const local = section.lines.flatMap((at) => model.registryLineAt(at) ?? []);
  const spelling = mergeSpellings(readSpelling(local), style.spelling);
  const neighbour = sameSubkey(analysis, section, contents) ?? section.lines.at(-1);
  const block = section.blocks[0];
  const at = neighbour !== undefined ? afterEntry(model, neighbour) : block && afterContent(model, block);
  if (at === undefined) return;
  for (const content of contents) draft.insertLine(at, renderRegistry(spelling, local, style.separator, content));
}
