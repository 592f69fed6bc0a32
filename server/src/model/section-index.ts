import { fold } from '../language/fold.js';
import { sectionKinds, type SectionKind } from '../language/sections.js';
import type { Cst, LineRef, PlacedBlock } from '../syntax/cst.js';
import { addTo } from '../text/group.js';
import { lazy } from './lazy.js';
import { parseDecoration } from './targets.js';
import type { Decoration, Section } from './types.js';

const NO_VARIANTS: readonly Variant[] = [];
/** More than all platforms and their placeholders that one file can sensibly name. */
const MAX_PLATFORMS = 32;
const NO_KINDS: ReadonlySet<SectionKind> = new Set();
/** Nearly every section has one kind only: those share a set. */
const SINGLE_KINDS: ReadonlyMap<SectionKind, ReadonlySet<SectionKind>> = new Map(
  (Object.keys(sectionKinds) as SectionKind[]).map((kind) => [kind, new Set([kind])]),
);

/** A section while kinds are added to it as references are followed; its lines are put together on demand. */
export class SectionDraft implements Section {
  readonly name: string;
  readonly folded: string;
  readonly blocks: PlacedBlock[];
  kinds: ReadonlySet<SectionKind>;
  private knownLines: readonly LineRef[] | undefined;

  constructor(name: string, folded: string, first: PlacedBlock) {
    this.name = name;
    this.folded = folded;
    this.blocks = [first];
    this.kinds = NO_KINDS;
    this.knownLines = undefined;
  }

  get lines(): readonly LineRef[] {
    return (this.knownLines ??= linesOf(this.blocks));
  }
}

function linesOf(blocks: readonly PlacedBlock[]): LineRef[] {
  const [first] = blocks;
  if (first !== undefined && blocks.length === 1) return first.block.lines.map((line) => ({ placed: first, line }));
  const lines: LineRef[] = [];
  for (const placed of blocks) for (const line of placed.block.lines) lines.push({ placed, line });
  return lines;
}

/** Gives a section one more kind; false when it had it already. */
export function addKind(section: SectionDraft, kind: SectionKind): boolean {
  if (section.kinds.has(kind)) return false;
  const single = section.kinds.size === 0 ? SINGLE_KINDS.get(kind) : undefined;
  section.kinds = single ?? new Set([...section.kinds, kind]);
  return true;
}

/** A section whose name is another name and a platform extension: `[Install.NTamd64]` for `Install`. */
export interface Variant {
  readonly section: SectionDraft;
  readonly decoration: Decoration;
}

/** All sections of a file, found by name. */
export interface SectionIndex {
  /** In file order of their first block. */
  readonly all: readonly SectionDraft[];
  named(name: string): SectionDraft | undefined;
  ofBlock(placed: PlacedBlock): SectionDraft | undefined;
  /** The sections named `name` with any decoration, in file order; the plain one is not among them. */
  variantsOf(name: string): readonly Variant[];
  /** Those of them whose decoration is a platform extension only: what Windows looks for behind a DDInstall name. */
  platformVariantsOf(name: string): readonly Variant[];
}

/** Merges the blocks of one name, whatever its case, into one section each, as Windows does. */
export function indexSections(cst: Cst, expand: (value: string) => string): SectionIndex {
  const byName = new Map<string, SectionDraft>();
  const byBlock: (SectionDraft | undefined)[] = [];
  for (const placed of cst.blocks) {
    const { header } = placed.block;
    if (header === undefined) continue;
    const folded = fold(expand(header.name));
    let section = byName.get(folded);
    if (section === undefined) {
      section = new SectionDraft(header.name, folded, placed);
      byName.set(folded, section);
    } else {
      section.blocks.push(placed);
    }
    byBlock[placed.index] = section;
  }
  const all = [...byName.values()];
  const variants = lazy(() => findVariants(all));
  const platformVariants = new Map<string, readonly Variant[]>();
  return {
    all,
    named: (name) => byName.get(fold(name)),
    ofBlock: (placed) => byBlock[placed.index],
    variantsOf: (name) => variants().get(fold(name)) ?? NO_VARIANTS,
    platformVariantsOf(name) {
      const folded = fold(name);
      const decorated = variants().get(folded);
      if (decorated === undefined) return NO_VARIANTS;
      let known = platformVariants.get(folded);
      if (known === undefined) {
        known = decorated.filter(({ decoration }) => isPlatformOnly(decoration)).slice(0, MAX_PLATFORMS);
        platformVariants.set(folded, known);
      }
      return known;
    },
  };
}

function isPlatformOnly({ text }: Decoration): boolean {
  return !text.includes('.');
}

function findVariants(sections: readonly SectionDraft[]): Map<string, Variant[]> {
  const variants = new Map<string, Variant[]>();
  // A large file has few decorations, each on many sections.
  const decorations = new Map<string, Decoration>();
  for (const section of sections) {
    const { name, folded } = section;
    const dot = folded.lastIndexOf('.nt');
    if (dot <= 0) continue;
    const text = (name.length === folded.length ? name : folded).slice(dot + 1);
    let decoration = decorations.get(text);
    if (decoration === undefined) decorations.set(text, (decoration = parseDecoration(text)));
    if (!decoration.valid) continue;
    const variant = { section, decoration };
    const base = folded.slice(0, dot);
    addTo(variants, base, variant);
  }
  return variants;
}
