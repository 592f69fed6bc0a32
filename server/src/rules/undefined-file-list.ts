import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Model } from '../model/types.js';
import type { Destination } from '../plan/destinations.js';
import { planFiles, type FilePlan } from '../plan/files.js';
import { createDraft } from './fixes/draft.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { nameFinder } from './support/nearest-name.js';
import { keySpan } from './support/places.js';

export default defineRule({
  name: 'undefined-file-list',
  summary: 'A line of [DestinationDirs] is for a list of files that does not exist.',
  severity: 'info',
  fix: 'unsafe',
  messages: {
    misspelt: {
      text: 'There is no list {name}, so this line has no effect; the nearest is {nearest}, whose files go to DefaultDestDir.',
      severity: 'warning',
    },
    undefined: { text: 'There is no list {name}, so this line has no effect.' },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const plan = analysis.once(planFiles);
    const findNearest = nameFinder(unplacedLists(plan));
    const used = new Set(plan.operations.uses.map(({ name }) => fold(name)));
    for (const destination of plan.destinations.all) {
      const { list: name, at } = destination;
      if (name === undefined || isOpenValue(name)) continue;
      // Where a directive asks for a list that does not exist, its finding says it all.
      if (model.sectionNamed(name) !== undefined || used.has(fold(name))) continue;
      const nearest = findNearest(name);
      // Without DefaultDestDir the files of that list have no destination at all: file-without-destination says so.
      if (nearest !== undefined && plan.destinations.byDefault === undefined) continue;
      const fixes = () => cures(model, destination, nearest);
      if (nearest !== undefined) yield finding(keySpan(at), 'misspelt', { name, nearest }, { fixes });
      else yield finding(keySpan(at), 'undefined', { name }, { tags: ['unnecessary'], fixes });
    }
  },
});

/** Lists that have no line of their own. */
function unplacedLists({ operations, destinations }: FilePlan): ReadonlySet<string> {
  const lists = operations.uses.filter(
    ({ list, name }) => list !== undefined && destinations.ownOf(name) === undefined,
  );
  return new Set(lists.map(({ name }) => name));
}

function cures(model: Model, { at }: Destination, nearest: string | undefined): readonly Fix[] {
  const { key } = at.line;
  const removal = makeFix({ action: 'remove-line', title: 'Remove the line' }, () => {
    const draft = createDraft(model);
    draft.remove(wholeEntry(model, at));
    return draft.edits();
  });
  if (nearest === undefined || key === undefined) return [removal];
  const head = { action: 'rename-list', title: `Change it to ${nearest}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, key, nearest)]), removal];
}
