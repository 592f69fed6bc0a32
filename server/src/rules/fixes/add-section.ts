import type { Fix } from '../../engine/types.js';
import { sectionFacts } from '../../language/lookup.js';
import type { SectionKind } from '../../language/sections.js';
import type { Model } from '../../model/types.js';
import type { PlacedBlock } from '../../syntax/cst.js';
import { createDraft } from './draft.js';
import { makeFix } from './fix.js';
import { skeletonOf } from './skeleton.js';

/** A section to be added. */
export interface SectionOrder {
  readonly kind: SectionKind;
  readonly name: string;
  /** The block behind which it is written. */
  readonly after: PlacedBlock;
  /** The service or other thing that it describes; the name again where there is none. */
  readonly subject: string;
}

/** Writes a section with the entries that its kind must have. */
export function addSectionFix(model: Model, { kind, name, after, subject }: SectionOrder): Fix {
  const title = `Add the ${sectionFacts(kind).title} [${name}]`;
  return makeFix({ action: 'add-section', title }, () => {
    const draft = createDraft(model);
    draft.insertSections(after, skeletonOf(model, kind, { section: name, subject }));
    return draft.edits();
  });
}
