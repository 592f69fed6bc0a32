import type { Fix } from '../../engine/types.js';
import { fold } from '../../language/fold.js';
import type { Model, Section, SectionReference } from '../../model/types.js';
import type { LineRef } from '../../syntax/cst.js';
import { createDraft } from './draft.js';
import { makeFix } from './fix.js';
import { placeOf, wholeEntry } from './layout.js';
import { removeSection } from './removal.js';

/** Removes a line, and with it the sections that it alone names and what [DestinationDirs] says of them. */
export function removeDirective(model: Model, at: LineRef, name: string): Fix {
  return makeFix({ action: 'remove-directive', title: `Remove ${name} and the sections that it alone names` }, () => {
    const draft = createDraft(model);
    draft.remove(wholeEntry(model, at));
    for (const section of namedAloneBy(model, at)) {
      removeSection(model, draft, section);
      for (const mention of model.referencesTo(section)) {
        if (isMention(mention)) draft.remove(wholeEntry(model, mention.at));
      }
    }
    return draft.edits();
  });
}

function namedAloneBy(model: Model, at: LineRef): readonly Section[] {
  const place = placeOf(at);
  const isOwn = (reference: SectionReference): boolean => placeOf(reference.at) === place;
  const targets = new Set(model.references.filter(isOwn).flatMap(({ targets: found }) => found));
  return [...targets].filter((section) =>
    model.referencesTo(section).every((reference) => isOwn(reference) || isMention(reference)),
  );
}

/** A key of [DestinationDirs] says where the files of a section go, but does not make anybody read it. */
function isMention({ from }: SectionReference): boolean {
  return fold(from.name) === 'destinationdirs';
}
