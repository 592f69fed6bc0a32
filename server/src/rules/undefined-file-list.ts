import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { Model } from '../model/types.js';
import type { Destination } from '../plan/destinations.js';
import { planFiles, type FilePlan } from '../plan/files.js';
import { isOpenValue } from '../plan/source-disks.js';
import { createDraft } from './fixes/draft.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { nearestName } from './support/nearest-name.js';
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
    for (const destination of plan.destinations.all) {
      const { list: name, at } = destination;
      if (name === undefined || isOpenValue(name) || isKnown(model, plan, name)) continue;
      const nearest = nearestName(name, unplacedLists(plan));
      // Without DefaultDestDir the files of that list have no destination at all: file-without-destination says so.
      if (nearest !== undefined && plan.destinations.byDefault === undefined) continue;
      const fixes = () => cures(model, destination, nearest);
      if (nearest !== undefined) yield finding(keySpan(at), 'misspelt', { name, nearest }, { fixes });
      else yield finding(keySpan(at), 'undefined', { name }, { tags: ['unnecessary'], fixes });
    }
  },
});

/** Whether there is such a section, or a directive that asks for it: then that directive's finding says it all. */
function isKnown(model: Model, { operations }: FilePlan, name: string): boolean {
  return model.sectionNamed(name) !== undefined || operations.uses.some((use) => fold(use.name) === fold(name));
}

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
