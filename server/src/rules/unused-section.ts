import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Model, Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { judgeLines } from '../plan/judged-lines.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { removeSection } from './fixes/removal.js';
import { defineRule } from './rule.js';
import { explainedSections, installs, listsDevices } from './support/explained-sections.js';
import { headerSpan } from './support/places.js';
import { missingModels } from './support/models-sections.js';
import { createReferrers } from './support/reachability.js';
import { findUndefinedReferences } from './support/undefined-references.js';
import { isOfClass } from './support/version-section.js';

export default defineRule({
  name: 'unused-section',
  summary: 'Nothing in the file refers to a section, and its name has no meaning of its own.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    unused: {
      text: 'Section [{name}] is not used: nothing refers to it, and Windows looks for no section of that name.',
      infverif: 2083,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const unused = model.sections.filter(({ kinds, name }) => kinds.size === 0 && !hasPlaceholder(name));
    if (unused.length === 0 || model.version('LayoutFile') !== undefined || hasOpenReference(model)) return;
    const referrers = createReferrers(model);
    const mentioned = mentionsElsewhere(analysis);
    const meant = meantElsewhere(analysis);
    const isNameless = analysis.once(namelessModels);
    const unusedNames = new Set(unused.map(({ folded }) => folded));
    const explained = analysis.once(explainedSections);
    for (const section of unused) {
      if (explained.has(section)) continue;
      // What hangs on another unused section is a consequence: the finding there says it all.
      const roots = referrers.rootsOf(section);
      if (roots.length > 0 && !roots.includes(section)) continue;
      if (ownersOf(section).some((name) => unusedNames.has(name))) continue;
      if (
        isForPrinters(model, section) ||
        mentioned.has(section.folded) ||
        meant.some((name) => isOrBelongsTo(section, name))
      )
        continue;
      if (isNameless(section) || isOfMissingInstall(model, section) || mayBeIncluded(model, section)) continue;
      const fixes = () => [removal(model, section)];
      yield finding(headerSpan(section), 'unused', { name: section.name }, { tags: ['unnecessary'], fixes });
    }
  },
});

/** `dev.nt` and `dev` for `[Dev.NT.HW]`. */
function ownersOf({ folded }: Section): readonly string[] {
  const parts = folded.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** Whether the build decides the name of a section, as in `AddReg = #SETTINGS#`: that may be any. */
function hasOpenReference({ references }: Model): boolean {
  return references.some(({ targets, name }) => targets.length === 0 && hasPlaceholder(name));
}

/** Printers of several makers have a section with their web address, which no page describes. */
function isForPrinters(model: Model, { folded }: Section): boolean {
  return folded === 'oem urls' && isOfClass(model, 'printer');
}

/** Values of lines that are wrong in themselves, by which the author meant to refer to a section. */
function mentionsElsewhere(analysis: Analysis): ReadonlySet<string> {
  const { unknown } = analysis.once(judgeLines);
  const values = unknown.flatMap(({ at }) => at.line.fields.map((field) => fold(analysis.model.valueOf(field))));
  // A line without an equals sign is one value: `CopyFiles Svc_Files`.
  return new Set(values.flatMap((value) => [value, ...value.split(/[\s,]+/)]));
}

/** Sections that misspelt names most likely mean, and the one Models section beside a missing one; folded. */
function meantElsewhere(analysis: Analysis): readonly string[] {
  const misspelt = analysis.once(findUndefinedReferences).flatMap(({ nearest }) => nearest ?? []);
  const models = [...missingModels(analysis)].flatMap(({ other }) => other?.name ?? []);
  return [...misspelt, ...models].map(fold);
}

/**
 * Tells which sections a [Manufacturer] line may mean that lacks the name of its Models section: those with one of its
 * decorations, where it states any, else those with lines like those of devices.
 */
function namelessModels({ model, entries }: Analysis): (section: Section) => boolean {
  const lines = entries.named('Manufacturer').filter(({ at }) => (at.line.fields[0]?.value ?? '') === '');
  const stated = lines.flatMap(({ at }) => at.line.fields.map((field) => fold(model.valueOf(field))));
  const decorations = stated.filter((decoration) => decoration !== '');
  const isAnyMeant = lines.some(({ at }) => at.line.fields.every(({ value }) => value === ''));
  return (section) =>
    decorations.some((decoration) => section.folded.endsWith(`.${decoration}`)) ||
    (isAnyMeant && listsDevices(section));
}

/** `[Dev.NT]` and `[Dev.NT.HW]` belong to `Dev`. */
function isOrBelongsTo({ folded }: Section, name: string): boolean {
  return folded === name || folded.startsWith(`${name}.`);
}

/** `[Dev.Wdf]` where [Dev] is named and not defined: that is the fault. */
function isOfMissingInstall(model: Model, { folded }: Section): boolean {
  return model.references.some(
    ({ targets, name, directive }) =>
      targets.length === 0 && directive === 'Models' && name !== '' && folded.startsWith(`${fold(name)}.`),
  );
}

/**
 * INF files of Windows hold sections that only others Include and Need. Those have no catalog of their own, or a layout
 * file. Source: install/inf-version-section.md
 */
function mayBeIncluded(model: Model, section: Section): boolean {
  const version = model.sectionNamed('Version');
  const hasCatalog = version?.lines.some(({ line }) => /^catalogfile(?:\.|$)/i.test(line.key?.value ?? '')) === true;
  return !hasCatalog && installs(section);
}

function removal(model: Model, section: Section): Fix {
  return makeFix({ action: 'remove-section', title: `Remove section [${section.name}]` }, () => {
    const draft = createDraft(model);
    removeSection(model, draft, section);
    return draft.edits();
  });
}
