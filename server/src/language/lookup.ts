import { directives, type Directive } from './directives.js';
import type { FieldSpec } from './fields.js';
import { fold } from './fold.js';
import { isPlatformExtension, isSourceDisksSuffix, splitPlatform } from './platforms.js';
import { sectionKinds, type DecorationStyle, type SectionFacts, type SectionKind } from './sections.js';

/** The directives of one kind of section, by what the line says. */
interface KindIndex {
  readonly all: readonly Directive[];
  readonly named: ReadonlyMap<string, Directive>;
  readonly anyKey: Directive | undefined;
  readonly keyless: Directive | undefined;
}

/** A section kind that hangs on another one, and the suffix by which it does. */
export interface Companion {
  readonly kind: SectionKind;
  /** With its leading dot: `.HW`. */
  readonly suffix: string;
}

const kindNames = Object.keys(sectionKinds) as readonly SectionKind[];
const kindIndexes: ReadonlyMap<SectionKind, KindIndex> = new Map(kindNames.map((kind) => [kind, indexOf(kind)]));
const reserved: ReadonlyMap<string, SectionKind> = new Map(kindNames.flatMap(reservedNames));
const byName: ReadonlyMap<string, readonly Directive[]> = rowsByName();
const companions: ReadonlyMap<SectionKind, readonly Companion[]> = new Map(
  kindNames.map((kind) => [kind, companionRows(kind)]),
);

function indexOf(kind: SectionKind): KindIndex {
  const all = directives.filter((row) => row.in.includes(kind));
  return {
    all,
    named: new Map(
      all.filter(({ form }) => form === 'keyed' || form === 'bare').map((row) => [fold(row.name), row] as const),
    ),
    anyKey: all.find(({ form }) => form === 'anyKey'),
    keyless: all.find(({ form }) => form === 'keyless'),
  };
}

function rowsByName(): ReadonlyMap<string, readonly Directive[]> {
  const rows = new Map<string, Directive[]>();
  for (const row of directives) {
    const same = rows.get(fold(row.name));
    if (same === undefined) rows.set(fold(row.name), [row]);
    else same.push(row);
  }
  return rows;
}

function reservedNames(kind: SectionKind): readonly (readonly [string, SectionKind])[] {
  const { recognition } = sectionKinds[kind];
  return recognition.by === 'name' ? recognition.names.map((name) => [fold(name), kind] as const) : [];
}

function companionRows(of: SectionKind): readonly Companion[] {
  return kindNames.flatMap((kind) => {
    const { recognition } = sectionKinds[kind];
    return recognition.by === 'companion' && recognition.of.includes(of) ? [{ kind, suffix: recognition.suffix }] : [];
  });
}

/** The row of a kind of section. */
export function sectionFacts(kind: SectionKind): SectionFacts {
  return sectionKinds[kind];
}

/** Every row that may stand in a section of the kind. */
export function directivesIn(kind: SectionKind): readonly Directive[] {
  return kindIndexes.get(kind)?.all ?? [];
}

/** All rows of that name, whatever the section; empty for an unknown name. */
export function directivesNamed(name: string): readonly Directive[] {
  return byName.get(fold(name)) ?? [];
}

/**
 * The row of a key (or of a keyword that stands alone) in a section of the kind. Case is ignored; a platform extension
 * (`CatalogFile.ntamd64`) is split off where the directive takes one.
 */
export function directiveNamed(kind: SectionKind, name: string): Directive | undefined {
  const index = kindIndexes.get(kind);
  const found = index?.named.get(fold(name));
  if (found !== undefined || index === undefined) return found;
  const { base, extension } = splitPlatform(name);
  const plain = extension === '' ? undefined : index.named.get(fold(base));
  return plain?.decorated === true ? plain : undefined;
}

/**
 * The row that a line of a section of the kind falls under. `key` is what stands before the `=`, `undefined` for a line
 * without one; such a line may still be a keyword that stands alone, then `first` is its only value.
 */
export function directiveOfLine(
  kind: SectionKind,
  key: string | undefined,
  first: string | undefined,
): Directive | undefined {
  const index = kindIndexes.get(kind);
  if (index === undefined) return undefined;
  if (key !== undefined) return keyedRow(directiveNamed(kind, key)) ?? index.anyKey;
  const alone = first === undefined ? undefined : directiveNamed(kind, first);
  return alone?.form === 'bare' ? alone : index.keyless;
}

function keyedRow(row: Directive | undefined): Directive | undefined {
  return row?.form === 'bare' ? undefined : row;
}

/** The fields of a line with `count` values, by position. */
function fieldsFor(directive: Directive, count: number): readonly FieldSpec[] {
  return directive.alternative?.length === count ? directive.alternative : directive.values;
}

/** What the value at `index` (from 0) of a line with `count` values is; `undefined` for one too many. */
export function fieldSpecAt(directive: Directive, index: number, count: number): FieldSpec | undefined {
  return fieldsFor(directive, count)[index] ?? directive.rest;
}

/** The least and the greatest number of values of a line; `Infinity` where a list has no end. */
export function arityOf(directive: Directive): { readonly least: number; readonly most: number } {
  const forms = [directive.values, ...(directive.alternative === undefined ? [] : [directive.alternative])];
  const least = Math.min(...forms.map((values) => values.findLastIndex(({ optional }) => !optional) + 1));
  return { least, most: directive.rest === undefined ? directive.values.length : Infinity };
}

/** The companions of sections of a kind, for example of `install`: `.HW`, `.Services`… */
export function companionsOf(kind: SectionKind): readonly Companion[] {
  return companions.get(kind) ?? [];
}

/**
 * The kind of a section whose name is reserved, decorations and companions included: `Version`, `Strings.0407`,
 * `SourceDisksFiles.amd64`, `DefaultInstall.NTamd64.Services`. `undefined` for names that authors choose.
 */
export function sectionKindByName(name: string): SectionKind | undefined {
  const folded = fold(name);
  return reservedKind(folded) ?? reservedCompanion(folded);
}

function reservedKind(folded: string): SectionKind | undefined {
  const plain = reserved.get(folded);
  if (plain !== undefined) return plain;
  const dot = folded.lastIndexOf('.');
  const kind = dot < 0 ? undefined : reserved.get(folded.slice(0, dot));
  return kind !== undefined && isDecoration(sectionKinds[kind].decorations, folded.slice(dot)) ? kind : undefined;
}

function reservedCompanion(folded: string): SectionKind | undefined {
  const dot = folded.lastIndexOf('.');
  if (dot < 0) return undefined;
  const owner = reservedKind(folded.slice(0, dot));
  const suffix = folded.slice(dot);
  return owner === undefined ? undefined : companionsOf(owner).find((row) => fold(row.suffix) === suffix)?.kind;
}

/** Whether a folded suffix with its leading dot is a decoration of the style. */
export function isDecoration(style: DecorationStyle, suffix: string): boolean {
  switch (style) {
    case 'none':
      return false;
    case 'platform':
      return isPlatformExtension(suffix);
    case 'architecture':
      return isSourceDisksSuffix(suffix);
    case 'language':
      return /^\.[0-9a-f]{4}$/.test(suffix);
    case 'targetOsVersion':
      return /^\.nt/.test(suffix);
  }
}
