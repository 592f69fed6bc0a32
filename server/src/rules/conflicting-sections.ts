import type { Fix } from '../engine/types.js';
import type { Model } from '../model/types.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { orphansOf, namesWithOrphans, removeSections } from './fixes/orphans.js';
import { defineRule } from './rule.js';
import { defaultSections, headerSpans } from './support/default-install.js';

export default defineRule({
  name: 'conflicting-sections',
  summary: '[Manufacturer] and [DefaultInstall] stand in one file.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    both: {
      text: '[{section}] may not stand beside [Manufacturer]: an INF is for devices or for a primitive driver.',
      infverif: 1212,
    },
  },
  *check({ analysis: { model }, finding }) {
    const manufacturer = model.sectionNamed('Manufacturer');
    if (manufacturer === undefined) return;
    const related = headerSpans(manufacturer).map((span) => ({ span, message: 'The devices of this file.' }));
    for (const { section, base, companion } of defaultSections(model)) {
      if (base !== 'install' || companion !== '') continue;
      for (const span of headerSpans(section)) {
        yield finding(span, 'both', { section: section.name }, { related, fixes: () => [removeDefaultInstall(model)] });
      }
    }
  },
});

function removeDefaultInstall(model: Model): Fix {
  const sections = defaultSections(model).map(({ section }) => section);
  const gone = orphansOf(model, sections);
  return makeFix({ action: 'remove-default-install', title: `Remove ${namesWithOrphans(sections, gone)}` }, () => {
    const draft = createDraft(model);
    removeSections(model, draft, gone);
    return draft.edits();
  });
}
