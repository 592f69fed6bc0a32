import { fold } from '../../language/fold.js';
import type { SectionKind } from '../../language/sections.js';
import type { Installation, Model, Section } from '../../model/types.js';
import { absolute, type LineRef, type PlacedBlock } from '../../syntax/cst.js';
import type { Draft, NewSection } from './draft.js';
import { afterContent, afterEntry } from './layout.js';
import { addRegKey, hardwareSuffix, unusedSectionName } from './naming.js';
import { renderRegistry, type RegistryContent } from './registry-style.js';
import { keyedSamples, renderAlone, renderKeyed } from './style.js';

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
export function hardwareReferrers(model: Model, installations: readonly Installation[]): readonly Referrer[] {
  const referrers = new Map<string, Referrer>();
  for (const { section, companions } of installations) {
    const home = section?.blocks.at(-1);
    if (section === undefined || home === undefined) continue;
    const name = section.name + hardwareSuffix(model);
    const existing = companions.get('HW') ?? model.sectionNamed(name);
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
export function placeLines(model: Model, draft: Draft, placement: Placement): void {
  const { referrers, contents } = placement;
  const filled = new Set<Section>();
  const rest = referrers.filter((referrer) => {
    const section = ownAddRegistry(model, placement, referrer);
    if (section !== undefined) filled.add(section);
    return section === undefined;
  });
  for (const section of filled) fillSection(model, draft, section, contents);
  const first = rest[0];
  if (first === undefined) return;
  const name = unusedSectionName(model, baseName(first), draft.added);
  const lines = contents.map((content) => renderRegistry(model, [], content));
  refer(model, draft, rest, name, { name, lines });
}

/** The new section of a .HW section is named without `.NTamd64.HW`. */
function baseName(referrer: Referrer): string {
  return referrer.name.replace(/(\.nt[^.]*)?\.hw$/i, '');
}

/** Makes every referrer name the add-registry section; `added` is written behind the last of them. */
export function refer(
  model: Model,
  draft: Draft,
  referrers: readonly Referrer[],
  name: string,
  added: NewSection | undefined,
): void {
  referrers.forEach((referrer, index) => {
    const last = added !== undefined && index === referrers.length - 1 ? [added] : [];
    if (referrer.section === undefined) {
      const line = renderAlone(addRegSamples(model), addRegKey(model, undefined), asValue(name));
      draft.insertSections(referrer.placed, [{ name: referrer.name, lines: [line] }, ...last]);
      return;
    }
    const block = addReference(model, draft, referrer.section, name);
    if (last.length > 0) draft.insertSections(block, last);
  });
}

/** A section name as a value: in quotes where it holds what would end or split a bare value. */
function asValue(name: string): string {
  return /[,;"=]|\\$|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

/** Adds a name to the section's `AddReg` line or writes such a line; answers the block it stands in. */
function addReference(model: Model, draft: Draft, section: Section, name: string): PlacedBlock {
  const existing = section.lines.filter(({ line }) => isAddReg(line.key?.value)).at(-1);
  const samples = keyedSamples(section.lines);
  const key = addRegKey(model, section);
  const added =
    samples.length > 0
      ? renderKeyed(samples, key, asValue(name))
      : renderAlone(addRegSamples(model), key, asValue(name));
  if (existing === undefined) {
    const placed = section.blocks.findLast(({ block }) => block.lines.length > 0) ?? section.blocks[0];
    if (placed === undefined) throw new RangeError(`section ${section.name} has no block`);
    draft.insertLine(endOfEntries(model, placed), added);
    return placed;
  }
  const last = existing.line.fields.at(-1);
  const { start, end } = existing.line.span;
  const fits = last !== undefined && last.span.end > last.span.start && end - start + name.length < LONG_LINE;
  if (fits) draft.insertText(absolute(existing.placed, last.span).end, commaOf(model, existing) + asValue(name));
  else draft.insertLine(afterEntry(model, existing), added);
  return existing.placed;
}

function isAddReg(key: string | undefined): boolean {
  return key !== undefined && fold(key) === 'addreg';
}

/** `,` or `, ` as this line, or else the other lists of section names, are written. */
function commaOf(model: Model, at: LineRef): string {
  const lists = [at, ...model.references.filter(({ expects }) => expects === 'addRegistry').map((one) => one.at)];
  for (const { placed, line } of lists) {
    const second = line.fields[1];
    const first = line.fields[0];
    if (first === undefined || second === undefined) continue;
    const gap = placed.block.text.slice(first.span.end, second.span.start);
    if (/^,[ \t]?$/.test(gap)) return gap;
  }
  return ', ';
}

/** Where a line goes that follows the last entry of a block. */
function endOfEntries(model: Model, placed: PlacedBlock): number {
  const line = placed.block.lines.at(-1);
  return line === undefined ? afterContent(model, placed) : afterEntry(model, { placed, line });
}

const INSTALL_KINDS: readonly SectionKind[] = ['install', 'installHardware', 'installServices', 'classInstall'];

/** How `AddReg` is written in install sections, or else how the entries of install sections are. */
function addRegSamples(model: Model): ReturnType<typeof keyedSamples> {
  const lines = model.sections
    .filter((section) => INSTALL_KINDS.some((kind) => section.kinds.has(kind)))
    .flatMap((section) => section.lines);
  const addRegs = keyedSamples(lines.filter(({ line }) => isAddReg(line.key?.value)));
  return addRegs.length > 0 ? addRegs : keyedSamples(lines);
}

/** The first add-registry section of a referrer that serves no other purpose; one with lines for the same subkey first. */
function ownAddRegistry(model: Model, placement: Placement, referrer: Referrer): Section | undefined {
  const own = new Set(placement.referrers.map(({ section }) => section));
  const candidates = model.references
    .filter((reference) => reference.from === referrer.section && reference.expects === 'addRegistry')
    .flatMap((reference) => reference.targets)
    .filter((section) => section.kinds.size === 1 && placement.mayHold(section))
    .filter((section) => model.referencesTo(section).every((reference) => own.has(reference.from)));
  return candidates.find((section) => sameSubkey(model, section, placement.contents) !== undefined) ?? candidates[0];
}

function sameSubkey(model: Model, section: Section, contents: readonly RegistryContent[]): LineRef | undefined {
  const subkeys = new Set(contents.map((content) => fold(content.subkey)));
  return section.lines.findLast((at) => subkeys.has(fold(model.registryLineAt(at)?.subkey ?? '')));
}

/** Adds lines behind those of the same subkey, or else behind the last one. */
function fillSection(model: Model, draft: Draft, section: Section, contents: readonly RegistryContent[]): void {
  const local = section.lines.flatMap((at) => model.registryLineAt(at) ?? []);
  const neighbour = sameSubkey(model, section, contents) ?? section.lines.at(-1);
  const block = section.blocks[0];
  const at = neighbour !== undefined ? afterEntry(model, neighbour) : block && afterContent(model, block);
  if (at === undefined) return;
  for (const content of contents) draft.insertLine(at, renderRegistry(model, local, content));
}
