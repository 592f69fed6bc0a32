import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { sectionFacts } from '../language/lookup.js';
import { sectionKinds, type SectionKind } from '../language/sections.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Model, Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { judgeLines, kindsInUse } from '../plan/judged-lines.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { afterContent, afterEntry } from './fixes/layout.js';
import { usualValue } from './fixes/skeleton.js';
import { keyedSamples, renderKeyed } from './fixes/style.js';
import { defineRule } from './rule.js';
import { headerSpan, lineSpan } from './support/places.js';

export default defineRule({
  name: 'missing-entry',
  summary: 'A section lacks an entry that it must have.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    service: { text: 'Section [{section}] lacks {entry}, which every service needs.', infverif: 1234 },
    companion: {
      text: 'Section [{section}] lacks {entry}, which the {directive} that names it needs.',
      infverif: 1084,
    },
    system: { text: 'Section [{section}] lacks {entry}, which it must have.', infverif: 1013 },
    missing: { text: 'Section [{section}] lacks {entry}, which every {kind} must have.', infverif: 1289 },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    for (const { section, kind, names } of findLacks(analysis)) {
      const span = headerSpan(section);
      const extras = { fixes: () => [addition(model, section, kind, names[0] ?? '')] };
      const args = { section: section.name, entry: names.join(' or ') };
      const [reference] = COMPANION_OF.has(kind) ? model.referencesTo(section) : [];
      if (kind === 'serviceInstall') yield finding(span, 'service', args, extras);
      else if (reference !== undefined) {
        const related = [{ span: lineSpan(reference.at), message: `${reference.directive} names the section here.` }];
        yield finding(span, 'companion', { ...args, directive: reference.directive }, { ...extras, related });
      } else if (sectionFacts(kind).recognition.by === 'name') yield finding(span, 'system', args, extras);
      else yield finding(span, 'missing', { ...args, kind: sectionFacts(kind).title }, extras);
    }
  },
});

/** A section that lacks an entry in one of its roles. */
interface Lack {
  readonly section: Section;
  readonly kind: SectionKind;
  /** The entry, and those that would do in its place. */
  readonly names: readonly string[];
}

function findLacks(analysis: Analysis): readonly Lack[] {
  // A line that its section does not know may be the entry, misspelt.
  const doubtful = new Set(analysis.once(judgeLines).unknown.map(({ section }) => section));
  const found: Lack[] = [];
  for (const kind of DEMANDING_KINDS) {
    for (const section of analysis.entries.sectionsOf(kind)) {
      const kinds = kindsInUse(analysis, section);
      // Of a section in two roles conflicting-section-roles tells: it may lack what only the wrong one demands.
      if (doubtful.has(section) || kinds.length > 1 || kinds[0] !== kind) continue;
      const absent = absentEntries(analysis.entries.of(section, kind), kind);
      if (absent.length > 0 && !hasPlaceholder(section.name)) {
        found.push(...absent.map((names) => ({ section, kind, names })));
      }
    }
  }
  return found;
}

/** Kinds of sections that must have entries; [Version] has a rule of its own. */
const DEMANDING_KINDS: readonly SectionKind[] = (Object.keys(sectionKinds) as SectionKind[]).filter(
  (kind) => kind !== 'version' && sectionKinds[kind].required.length > 0,
);
/** What they must have: for each entry, its name and those that would do in its place. */
const REQUIRED: ReadonlyMap<SectionKind, readonly (readonly string[])[]> = new Map(
  DEMANDING_KINDS.map((kind) => [
    kind,
    sectionKinds[kind].required.map((names) => (typeof names === 'string' ? [names] : names)),
  ]),
);
/** By these, other INFs may supply what is absent. */
const INCLUDING = ['Include', 'Needs'];

/** Sections whose one entry goes with the directive that names them. */
const COMPANION_OF: ReadonlySet<SectionKind> = new Set(['umdfServiceInstall', 'kmdfServiceInstall']);

/** The required entries that a section lacks, each with its alternatives. None where other INFs may supply them. */
function absentEntries(entries: readonly Entry[], kind: SectionKind): readonly (readonly string[])[] {
  // An empty section beside DDInstall does nothing and harms nothing.
  if (entries.length === 0 && sectionFacts(kind).recognition.by === 'companion') return [];
  const absent = REQUIRED.get(kind)?.filter((names) => !isStated(entries, names)) ?? [];
  if (absent.length === 0 || isStated(entries, INCLUDING)) return [];
  const isOpen = entries.some(({ at }) => hasPlaceholder((at.line.key ?? at.line.fields[0])?.value ?? ''));
  return isOpen ? [] : absent;
}

function isStated(entries: readonly Entry[], names: readonly string[]): boolean {
  for (const { directive } of entries) if (directive !== undefined && names.includes(directive.name)) return true;
  return false;
}

function addition(model: Model, section: Section, kind: SectionKind, entry: string): Fix {
  const [reference] = model.referencesTo(section);
  const service = reference?.at.line.fields[0]?.value ?? '';
  const names = {
    section: section.name,
    subject: kind === 'serviceInstall' && service !== '' ? service : section.name,
  };
  const value = usualValue(model, kind, entry, names);
  return makeFix({ action: `add-${fold(entry)}`, title: `Add ${entry} = ${value}`, preferred: true }, () => {
    const draft = createDraft(model);
    const last = section.lines.at(-1);
    const block = section.blocks.at(-1);
    const offset = last === undefined ? block && afterContent(model, block) : afterEntry(model, last);
    if (offset !== undefined) draft.insertLine(offset, renderKeyed(keyedSamples(section.lines), entry, value));
    return draft.edits();
  });
}
