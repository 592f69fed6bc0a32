import { fold } from '../language/fold.js';
import { sectionKinds, type SectionKind } from '../language/sections.js';
import { addTo } from '../text/group.js';
import type { SectionDraft } from './section-index.js';

/** A section that hangs on another by its suffix. */
export interface Companion {
  readonly section: SectionDraft;
  readonly kind: SectionKind;
  /** Folded, with its dot: `.hw`. */
  readonly suffix: string;
}

/** A suffix that makes another section belong to one of a kind. */
interface CompanionRule {
  readonly kind: SectionKind;
  readonly suffix: string;
}

const NO_RULES: readonly CompanionRule[] = [];
const NO_COMPANIONS: readonly Companion[] = [];
const RULES: ReadonlyMap<SectionKind, readonly CompanionRule[]> = sortRules();
/** All suffixes by their last part: `.winsock` and `.remove.winsock` by `.winsock`. */
const SUFFIXES: ReadonlyMap<string, readonly string[]> = sortSuffixes();

function sortRules(): Map<SectionKind, CompanionRule[]> {
  const sorted = new Map<SectionKind, CompanionRule[]>();
  for (const [name, { recognition }] of Object.entries(sectionKinds)) {
    if (recognition.by !== 'companion') continue;
    const rule = { kind: name as SectionKind, suffix: fold(recognition.suffix) };
    for (const owner of recognition.of) sorted.set(owner, [...(sorted.get(owner) ?? []), rule]);
  }
  return sorted;
}

function sortSuffixes(): Map<string, string[]> {
  const sorted = new Map<string, string[]>();
  for (const suffix of new Set([...RULES.values()].flat().map((rule) => rule.suffix))) {
    const last = suffix.slice(suffix.lastIndexOf('.'));
    sorted.set(last, [...(sorted.get(last) ?? []), suffix]);
  }
  return sorted;
}

/** Tells whether other sections can hang on one of the kind. */
export function mayHaveCompanions(kind: SectionKind): boolean {
  return RULES.has(kind);
}

/** Finds the sections that hang on a section in one of its roles: `[Install.HW]` for the DDInstall section `[Install]`. */
export type FindCompanions = (section: SectionDraft, kind: SectionKind) => readonly Companion[];

/** Goes once through all sections, since few have companions and there are many suffixes. */
export function indexCompanions(sections: readonly SectionDraft[]): FindCompanions {
  const byOwner = new Map<string, Hanging[]>();
  for (const section of sections) {
    const { folded } = section;
    const dot = folded.lastIndexOf('.');
    const suffixes = dot < 0 ? undefined : SUFFIXES.get(folded.slice(dot));
    for (const suffix of suffixes ?? []) {
      if (folded.endsWith(suffix)) addTo(byOwner, folded.slice(0, folded.length - suffix.length), { suffix, section });
    }
  }
  return (section, kind) => {
    const own = byOwner.get(section.folded);
    return own === undefined ? NO_COMPANIONS : companionsAmong(own, RULES.get(kind) ?? NO_RULES);
  };
}

/** A section that hangs on an owner by its suffix; of those on one owner no two have the same. */
type Hanging = Omit<Companion, 'kind'>;

function companionsAmong(own: readonly Hanging[], rules: readonly CompanionRule[]): Companion[] {
  const companions: Companion[] = [];
  for (const { kind, suffix } of rules) {
    const found = own.find((one) => one.suffix === suffix);
    if (found !== undefined) companions.push({ section: found.section, kind, suffix });
  }
  return companions;
}
