import type { Fix } from '../../engine/types.js';
import { isAtOrBelow, type GlobalKey } from '../../language/global-registry.js';
import { fold } from '../../language/fold.js';
import type { Analysis } from '../../plan/analysis.js';
import { createRegistryUses, readRegistryFacts, type RegistryFact } from '../../plan/registry-facts.js';
import { absolute, textOf } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { FIELD } from '../support/registry-places.js';
import { createDraft } from './draft.js';
import { makeFix } from './fix.js';
import { removeEntries } from './removal.js';

const CONTROL = 'SYSTEM\\CurrentControlSet\\Control';
const MEDIA_CATEGORIES: GlobalKey = { root: 'HKLM', subkey: `${CONTROL}\\MediaCategories` };
const ALLOWED_BUSES: GlobalKey = { root: 'HKLM', subkey: `${CONTROL}\\DmaSecurity\\AllowedBuses` };

/**
 * Names media categories below the software key of the device, all those of the section in one step. Offered where nothing
 * but DDInstall sections applies the section. Source: develop/porting-inf-to-windows-driver.md
 */
export function makeRelative(analysis: Analysis, fact: RegistryFact): Fix | undefined {
  if (!isMediaCategoryName(fact) || !isSoftwareOnly(analysis, fact)) return undefined;
  const title = 'Write the names of media categories below HKR, the software key of the device (Windows 10 1809)';
  return makeFix({ action: 'make-relative', title, preferred: true }, () =>
    ofSameSection(analysis, fact).filter(isMediaCategoryName).flatMap(relativeEdits),
  );
}

/**
 * Removes lines that set what nothing reads any more: the Display value of media categories, and since Windows 11 24H2
 * DmaSecurity\AllowedBuses. Source: develop/porting-inf-to-windows-driver.md
 */
export function removeUnusedLines(analysis: Analysis, fact: RegistryFact): Fix | undefined {
  const same = [isMediaCategoryDisplay, isAllowedBus].find((test) => test(fact));
  if (same === undefined) return undefined;
  const title = same === isAllowedBus ? 'Remove the lines for AllowedBuses' : 'Remove the lines for Display';
  return makeFix({ action: 'remove-unused-lines', title, preferred: true }, () => {
    const { model } = analysis;
    const draft = createDraft(model);
    const lines = ofSameSection(analysis, fact).filter(same);
    removeEntries(
      model,
      draft,
      fact.section,
      lines.map(({ at }) => at),
    );
    return draft.edits();
  });
}

function ofSameSection(analysis: Analysis, { section }: RegistryFact): readonly RegistryFact[] {
  return analysis.once(readRegistryFacts).of(section);
}

function isMediaCategory({ root, subkey }: RegistryFact): boolean {
  return isAtOrBelow(MEDIA_CATEGORIES, root, subkey) && subkey.length > MEDIA_CATEGORIES.subkey.length;
}

function isMediaCategoryDisplay(fact: RegistryFact): boolean {
  return isMediaCategory(fact) && fold(fact.valueName) === 'display';
}

function isMediaCategoryName(fact: RegistryFact): boolean {
  return isMediaCategory(fact) && !isMediaCategoryDisplay(fact) && pathBefore(fact) !== undefined;
}

function isAllowedBus({ root, subkey }: RegistryFact): boolean {
  return isAtOrBelow(ALLOWED_BUSES, root, subkey);
}

function isSoftwareOnly(analysis: Analysis, fact: RegistryFact): boolean {
  const uses = analysis.once(createRegistryUses).of(fact);
  return uses.length > 0 && uses.every(({ relativeTo }) => relativeTo === 'software');
}

/** What stands before `MediaCategories` in the subkey as written; `undefined` where a token holds that part. */
function pathBefore({ at: { placed }, fields }: RegistryFact): string | undefined {
  const field = fields[FIELD.subkey];
  if (field === undefined) return undefined;
  return /^"?(\\?SYSTEM\\CurrentControlSet\\Control\\)MediaCategories/i.exec(textOf(placed.block, field.span))?.[1];
}

function relativeEdits(fact: RegistryFact): readonly TextEdit[] {
  const { at, fields } = fact;
  const [root, subkey] = fields;
  const before = pathBefore(fact);
  if (root === undefined || subkey === undefined || before === undefined) return [];
  const start = subkey.span.start + (textOf(at.placed.block, subkey.span).startsWith('"') ? 1 : 0);
  return [
    { span: absolute(at.placed, root.span), newText: 'HKR' },
    { span: absolute(at.placed, { start, end: start + before.length }), newText: '' },
  ];
}
