import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import type { Destination } from '../plan/destinations.js';
import type { ListUse } from '../plan/file-operations.js';
import { planFiles } from '../plan/files.js';
import { absolute } from '../syntax/cst.js';
import { addDestination } from './fixes/destination-dirs.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { destinationSpan, firsts } from './support/files.js';
import { nearestName } from './support/nearest-name.js';
import { keySpan } from './support/places.js';

export default defineRule({
  name: 'file-without-destination',
  summary: 'No line of [DestinationDirs] says where the files of a list go.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    list: {
      text: '[DestinationDirs] does not say where the files of {list} go: it has neither a line for the list nor DefaultDestDir.',
      infverif: 1275,
    },
    file: {
      text: '[DestinationDirs] does not say where {file} goes: a single file needs DefaultDestDir.',
      infverif: 1275,
    },
    misspelt: {
      text: 'There is no list {name}; the nearest is {list}, for which [DestinationDirs] has no line.',
      infverif: 1275,
    },
    noSection: {
      text: 'The package has files to place but no [DestinationDirs], which says where they go.',
      infverif: 1275,
    },
  },
  *check({ analysis, finding }) {
    const { destinations, operations } = analysis.once(planFiles);
    if (destinations.byDefault !== undefined) return;
    const lists = firsts(
      operations.uses.filter(({ name, list }) => !isOpenValue(name) && list !== undefined && list.lines.length > 0),
      ({ name }) => fold(name),
    ).filter(({ name }) => destinations.ownOf(name) === undefined);
    const singles = operations.all.filter(
      ({ list, kind, destination }) => kind === 'copy' && list === undefined && destination !== '',
    );
    if (analysis.model.sectionNamed('DestinationDirs') === undefined) {
      const [use] = lists;
      const [single] = singles;
      const span = use === undefined ? single && destinationSpan(single) : absolute(use.at.placed, use.field.span);
      const fixes = () => addDestination(analysis, undefined, use?.kind ?? 'copy');
      if (span !== undefined) yield finding(span, 'noSection', {}, { fixes });
      return;
    }
    for (const use of lists) {
      const meant = misspeltFor(analysis, use);
      if (meant !== undefined) {
        const args = { name: meant.list ?? '', list: use.name };
        yield finding(keySpan(meant.at), 'misspelt', args, { fixes: () => renameKey(meant, use.name) });
        continue;
      }
      const fixes = () => addDestination(analysis, use.name, use.kind);
      yield finding(absolute(use.at.placed, use.field.span), 'list', { list: use.name }, { fixes });
    }
    for (const single of singles) {
      const fixes = () => addDestination(analysis, undefined, 'copy');
      yield finding(destinationSpan(single), 'file', { file: single.destination }, { fixes });
    }
  },
});

/** A line of [DestinationDirs] for no section of the file, whose name is nearly that of the list. */
function misspeltFor(analysis: Analysis, { name }: ListUse): Destination | undefined {
  const { destinations } = analysis.once(planFiles);
  return destinations.all.find(
    ({ list }) =>
      list !== undefined && analysis.model.sectionNamed(list) === undefined && nearestName(list, [name]) === name,
  );
}

function renameKey({ at }: Destination, name: string): readonly Fix[] {
  const { key } = at.line;
  if (key === undefined || key.value.includes('%')) return [];
  return [
    makeFix({ action: 'rename-list', title: `Change it to ${name}`, preferred: true }, () => [
      replaceField(at, key, name),
    ]),
  ];
}
