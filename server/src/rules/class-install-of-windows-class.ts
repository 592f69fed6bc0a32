import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { sampleClass, setupClassNamed, setupClassOfGuid } from '../language/setup-classes.js';
import type { Model, Section } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { orphansOf, namesWithOrphans, removeSections } from './fixes/orphans.js';
import { defineRule } from './rule.js';
import { isGuid, knownEntry } from './support/version-section.js';

export default defineRule({
  name: 'class-install-of-windows-class',
  summary: 'A [ClassInstall32] section stands in an INF of a class that Windows defines.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    known: {
      text: "Class {name} is one of Microsoft's, so this INF may not install it by [{section}].",
      infverif: 1285,
    },
  },
  *check({ analysis: { model, entries }, finding }) {
    const name = windowsClass(model);
    if (name === undefined) return;
    for (const section of entries.sectionsOf('classInstall')) {
      // Who takes a class of one's own in place of that of the samples needs the section.
      const fixes = (): readonly Fix[] => (name === sampleClass.name ? [] : [removeClassInstall(model, section)]);
      for (const placed of section.blocks) {
        const { header } = placed.block;
        if (header === undefined) continue;
        yield finding(absolute(placed, header.nameSpan), 'known', { name, section: section.name }, { fixes });
      }
    }
  },
});

/** Name of the class of the INF where Windows defines it; by the GUID where there is one, as Windows goes by it. */
function windowsClass(model: Model): string | undefined {
  const guid = knownEntry(model, 'ClassGuid')?.value;
  const name = knownEntry(model, 'Class')?.value;
  if (guid !== undefined && isGuid(guid)) {
    if (fold(guid) === sampleClass.guid) return sampleClass.name;
    const known = setupClassOfGuid(guid);
    return known === undefined || known.availability === 'sample' ? undefined : known.name;
  }
  const known = name === undefined ? undefined : setupClassNamed(name);
  return guid === undefined && known?.availability !== 'sample' ? known?.name : undefined;
}

function removeClassInstall(model: Model, section: Section): Fix {
  const services = model.sections.filter(
    ({ kinds, folded }) => kinds.has('classInstallServices') && folded.startsWith(`${section.folded}.`),
  );
  const homes = [section, ...services];
  const gone = orphansOf(model, homes);
  return makeFix({ action: 'remove-section', title: `Remove ${namesWithOrphans(homes, gone)}` }, () => {
    const draft = createDraft(model);
    removeSections(model, draft, gone);
    return draft.edits();
  });
}
