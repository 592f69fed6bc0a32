import type { Fix } from '../../engine/types.js';
import type { Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { RegistryFact } from '../../plan/registry-facts.js';
import { createDraft } from './draft.js';
import { makeFix } from './fix.js';
import { orphansOf, removeSections } from './orphans.js';
import { removeEntries } from './removal.js';

/**
 * Removes what a line registers. Where the line belongs to .CoInstallers sections: all of these, the sections that they
 * alone refer to, and the files that they alone copy, out of [SourceDisksFiles] and [DestinationDirs]; of these, a section
 * in which nothing is left goes, too. Elsewhere the line.
 */
export function removeCoInstallers(analysis: Analysis, fact: RegistryFact): readonly Fix[] {
  const { model } = analysis;
  const homes = model.sections.filter(isOnlyCoInstallers);
  const gone = orphansOf(model, homes);
  if (homes.length > 0 && gone.has(fact.section)) {
    const names = homes.map(({ name }) => `[${name}]`);
    const more = names.length > 2 ? ` and ${String(names.length - 2)} more` : '';
    const title = `Remove the co-installers: ${names.slice(0, 2).join(', ')}${more}, with their sections and files`;
    return [
      makeFix({ action: 'remove-co-installers', title, preferred: true }, () => {
        const draft = createDraft(model);
        removeSections(model, draft, gone);
        return draft.edits();
      }),
    ];
  }
  return [
    makeFix({ action: 'remove-line', title: 'Remove the line', preferred: true }, () => {
      const draft = createDraft(model);
      removeEntries(model, draft, fact.section, [fact.at]);
      return draft.edits();
    }),
  ];
}

function isOnlyCoInstallers({ kinds }: Section): boolean {
  return kinds.size > 0 && [...kinds].every((kind) => kind === 'installCoInstallers');
}
