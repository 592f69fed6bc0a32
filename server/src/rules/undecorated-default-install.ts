import { defineRule } from './rule.js';
import { decorateDefaultInstall } from './fixes/decorate-default-install.js';
import { abandonedCompanions, defaultSections, headerSpans } from './support/default-install.js';

export default defineRule({
  name: 'undecorated-default-install',
  summary: '[DefaultInstall] states no architecture, so Windows does not take the package for a primitive driver.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    undecorated: {
      text: '[{section}] states no architecture; only with one, as in [{example}], is this a primitive driver.',
      infverif: 1421,
    },
    beside: {
      text: '[{section}] without an architecture beside [{other}] keeps Windows from taking this for a primitive driver.',
      infverif: 1420,
    },
    absent: {
      text: '[{section}] belongs to [{wanted}], which this file does not have, so Windows never reads it.',
      infverif: 1423,
    },
  },
  *check({ analysis: { model }, finding }) {
    const all = defaultSections(model);
    // That both cannot stand in one file is another rule's matter, and so is what follows from it.
    if (all.length === 0 || model.sectionNamed('Manufacturer') !== undefined) return;
    const abandoned = abandonedCompanions(model);
    const decorated = all.find(
      ({ base, companion, hasArchitecture }) => base === 'install' && companion === '' && hasArchitecture,
    );
    for (const { section, base, extension, companion, hasArchitecture } of all) {
      const stem = section.name.slice(0, section.name.length - extension.length - companion.length);
      if (companion !== '') {
        const wanted = abandoned.get(section);
        if (wanted === undefined) continue;
        for (const span of headerSpans(section)) yield finding(span, 'absent', { section: section.name, wanted });
      } else if (!hasArchitecture) {
        const fixes = { fixes: () => decorateDefaultInstall(model) };
        const args = { section: section.name };
        for (const span of headerSpans(section)) {
          if (decorated === undefined || base === 'uninstall') {
            yield finding(span, 'undecorated', { ...args, example: `${stem}.NTamd64` }, fixes);
          } else yield finding(span, 'beside', { ...args, other: decorated.section.name }, fixes);
        }
      }
    }
  },
});
