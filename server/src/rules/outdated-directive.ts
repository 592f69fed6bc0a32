import { directives, type Directive } from '../language/directives.js';
import { sectionFacts } from '../language/lookup.js';
import { sectionKinds, type SectionKind } from '../language/sections.js';
import type { Analysis } from '../plan/analysis.js';
import { oneCatalog } from './fixes/one-catalog.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { legacyEntries } from './support/legacy.js';
import { entryName, headerSpan, keySpan } from './support/places.js';

export default defineRule({
  name: 'outdated-directive',
  summary: 'An entry that Windows ignores by now, or that the documentation advises against.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    ended: { text: 'Windows ignores {directive} since {until}.', infverif: 2009 },
    ignored: { text: 'Windows ignores {directive}: {reason}', infverif: 2009 },
    advised: { text: '{directive} is not recommended: {reason}', infverif: 2004 },
    section: { text: '[{section}] is not recommended: {reason}', infverif: 2004 },
    catalog: {
      text: '{directive} is not recommended: one CatalogFile serves all platforms.',
      infverif: 2004,
      severity: 'info',
    },
  },
  *check({ analysis, finding }) {
    for (const entry of legacyEntries(analysis, IGNORED, () => false)) {
      const directive = entryName(entry);
      const { until, deprecated: reason = '' } = entry.directive;
      const extras = { tags: ['unnecessary'] as const, fixes: () => [removeLine(analysis, entry)] };
      if (until === undefined) yield finding(keySpan(entry.at), 'ignored', { directive, reason }, extras);
      else yield finding(keySpan(entry.at), 'ended', { directive, until }, extras);
    }
    for (const entry of legacyEntries(analysis, ADVISED, (kind) => DISCOURAGED.includes(kind))) {
      const args = { directive: entryName(entry), reason: entry.directive.deprecated ?? '' };
      yield finding(keySpan(entry.at), 'advised', args, { tags: ['deprecated'] });
    }
    for (const section of new Set(DISCOURAGED.flatMap((one) => analysis.entries.sectionsOf(one)))) {
      const kind = DISCOURAGED.find((one) => section.kinds.has(one));
      if (kind === undefined) continue;
      const reason = sectionFacts(kind).deprecated ?? '';
      yield finding(headerSpan(section), 'section', { section: section.name, reason }, { tags: ['deprecated'] });
    }
    for (const entry of analysis.entries.named('CatalogFile')) {
      const directive = entryName(entry);
      if (!/^catalogfile\.nt/i.test(directive)) continue;
      const fixes = () => [oneCatalog(analysis, entry) ?? []].flat();
      yield finding(keySpan(entry.at), 'catalog', { directive }, { fixes });
    }
  },
});

/** Sections of network clients and the like. Of co-installers, UMDF 1 and uninstallation other rules tell. */
const DISCOURAGED: readonly SectionKind[] = (Object.keys(sectionKinds) as SectionKind[]).filter((kind) => {
  const { deprecated, use } = sectionFacts(kind);
  return deprecated !== undefined && use.declarative && !kind.startsWith('defaultUninstall');
});

/** Entries of [Version] and [ControlFlags] whose reader is gone; LayoutFile is for Windows' own files. */
const IGNORED = directives.filter(
  ({ use, until, deprecated, in: kinds, name }) =>
    use.declarative &&
    name !== 'LayoutFile' &&
    (until !== undefined || (deprecated !== undefined && kinds.includes('version'))),
);

const ADVISED = directives.filter((row) => row.deprecated !== undefined && !IGNORED.includes(row) && !isOfUmdf(row));

function isOfUmdf({ in: kinds }: Directive): boolean {
  return kinds.includes('umdfServiceInstall');
}

function removeLine(
  { model }: Analysis,
  { at }: { readonly at: Parameters<typeof wholeEntry>[1] },
): ReturnType<typeof makeFix> {
  return makeFix({ action: 'remove-line', title: 'Remove the line', preferred: true }, () => {
    const draft = createDraft(model);
    draft.remove(wholeEntry(model, at));
    return draft.edits();
  });
}
