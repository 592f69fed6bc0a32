import { sectionFacts } from '../language/lookup.js';
import type { SectionKind } from '../language/sections.js';
import type { Section, SectionReference } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { kindsInUse } from '../plan/judged-lines.js';
import { absolute } from '../syntax/cst.js';
import { splitSection } from './fixes/split-section.js';
import { defineRule } from './rule.js';
import { lineSpan, relatedHeader, withArticle } from './support/places.js';

export default defineRule({
  name: 'conflicting-section-roles',
  summary: 'One section is used by directives that read it in different ways.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    shared: {
      text: 'Section [{name}] is named by {source} as well as by {directive}, which act on the same lines in different ways: write a list for each, unless that is meant.',
      infverif: 1205,
    },
    wrong: { text: '{directive} names {kind}, but {source} makes [{name}] {other}.', infverif: 1206 },
    reserved: { text: '{directive} names {kind}, but [{name}] is by its name {other}.', infverif: 1206 },
  },
  *check({ analysis, finding }) {
    for (const section of analysis.model.sections.filter(({ kinds }) => kinds.size > 1)) {
      const conflict = conflictOf(analysis, section);
      if (conflict === undefined) continue;
      const { reference, otherKind, source } = conflict;
      const span = absolute(reference.at.placed, reference.field.span);
      const { name } = section;
      const { directive } = reference;
      const kind = titleOf(reference.expects);
      const other = titleOf(otherKind);
      if (source === undefined) {
        const related = [relatedHeader(section, `Section [${name}] begins here.`)];
        yield finding(span, 'reserved', { directive, kind, name, other }, { related });
        continue;
      }
      const related = [{ span: lineSpan(source.at), message: `${source.directive} names it here.` }];
      if (isAlike(reference.expects, otherKind)) {
        const fixes = () => [splitSection(analysis, section, reference) ?? []].flat();
        yield finding(span, 'shared', { name, directive, source: source.directive }, { related, fixes });
      } else yield finding(span, 'wrong', { directive, kind, name, other, source: source.directive }, { related });
    }
  },
});

/** `an add-registry section`, `a DDInstall.HW section`, `a file list`. */
function titleOf(kind: SectionKind): string {
  const title = sectionFacts(kind).title.replace(/ of \w+$/, '');
  return withArticle(/section|list/.test(title) ? title : `${title} section`);
}

interface Conflict {
  /** The later of two references that want different kinds. */
  readonly reference: SectionReference;
  readonly otherKind: SectionKind;
  /** The earlier one; `undefined` when the section has its kind by name or suffix. */
  readonly source: SectionReference | undefined;
}

function conflictOf(analysis: Analysis, section: Section): Conflict | undefined {
  const used = new Set(kindsInUse(analysis, section));
  const references = analysis.model
    .referencesTo(section)
    .filter(({ directive, expects }) => used.has(expects) && directive !== 'Needs' && directive !== 'DestinationDirs');
  const [source] = references;
  if (source === undefined) return undefined;
  const later = references.find(({ expects }) => expects !== source.expects);
  if (later !== undefined) return { reference: later, otherKind: source.expects, source };
  // The samples for scanners and cameras name their events section as Windows now calls that for event providers.
  if (source.expects === 'stillImageEvents') return undefined;
  const own = [...used].find((kind) => kind !== source.expects && sectionFacts(kind).recognition.by !== 'reference');
  return own === undefined ? undefined : { reference: source, otherKind: own, source: undefined };
}

/** Kinds whose lines have the same form, so that one section can serve as both, if not on purpose. */
const ALIKE: readonly ReadonlySet<SectionKind>[] = [
  new Set<SectionKind>(['fileList', 'deleteFileList', 'renameFileList']),
  new Set<SectionKind>(['addRegistry', 'delRegistry', 'bitRegistry']),
  new Set<SectionKind>(['addProperty', 'delProperty']),
  new Set<SectionKind>(['registerDlls', 'unregisterDlls']),
];

function isAlike(a: SectionKind, b: SectionKind): boolean {
  return ALIKE.some((kinds) => kinds.has(a) && kinds.has(b));
}
