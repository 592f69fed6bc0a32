import type { Fix } from '../../engine/types.js';
import { driverStoreDirid } from '../../language/dirids.js';
import { fold } from '../../language/fold.js';
import type { ReleaseName } from '../../language/releases.js';
import type { Analysis } from '../../plan/analysis.js';
import { placeKey, placeText, type Destination } from '../../plan/destinations.js';
import { planFiles } from '../../plan/files.js';
import { joinFolders } from '../../plan/source-disks.js';
import { absolute } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { createDraft, type Draft } from './draft.js';
import { makeFix } from './fix.js';
import { movableLists, type Movable } from './movable-files.js';
import { followMoved } from './old-places.js';
import { raiseTargets } from './raise-target.js';
import { appendKeyed } from './source-disks.js';

/**
 * Lets all files that can stay in the driver store do so, in one step: their lines of [DestinationDirs], the paths of
 * services, registry values and all else that names them, and the decorations of the devices that get them, since dirid 13 is read
 * by Windows 10 1709 and later (by the UMDF loader from 1803). Nothing where no file can be moved.
 * Source: develop/run-from-driver-store
 */
export function moveToDriverStore(analysis: Analysis): readonly Fix[] {
  const move = analysis.once(planMove);
  if (move === undefined) return [];
  const limit = move.decorations.length === 0 ? '' : `, for ${move.since} and later`;
  const head = { action: 'move-to-driver-store', title: `Move the files to the driver store, dirid 13${limit}` };
  return [
    makeFix(head, () => {
      const draft = createDraft(analysis.model);
      for (const { span, newText } of [...move.decorations, ...move.references]) draft.replace(span, newText);
      moveDestinations(analysis, draft, move);
      return draft.edits();
    }),
  ];
}

interface Move {
  readonly lists: readonly Movable[];
  readonly since: ReleaseName;
  readonly decorations: readonly TextEdit[];
  /** Of all that names a moved file. */
  readonly references: readonly TextEdit[];
}

/**
 * Works out what can be moved; `undefined` when nothing can, when something that names a moved file cannot follow, or when a
 * decoration that has to change is not written out.
 */
function planMove(analysis: Analysis): Move | undefined {
  const lists = movableLists(analysis);
  if (lists.length === 0) return undefined;
  const plan = analysis.once(planFiles);
  const paths = new Map<string, string>();
  for (const { operations, folder } of lists) {
    for (const operation of operations) {
      const old = plan.placeOf(operation);
      const path = joinFolders(folder, operation.destination);
      if (old !== undefined) paths.set(placeKey(old), placeText({ dirid: driverStoreDirid, path }));
    }
  }
  const since = sinceFor(analysis, lists);
  const users = lists.flatMap((list) => list.users);
  const decorations = raiseTargets(analysis.model, users, since);
  const references = decorations === undefined ? undefined : followMoved(analysis, paths);
  return decorations === undefined || references === undefined ? undefined : { lists, since, decorations, references };
}

/** UMDF drivers load from the driver store one release later than others. Source: wdf/restricting-the-loading-location-of-umdf-drivers */
function sinceFor({ entries, model }: Analysis, lists: readonly Movable[]): ReleaseName {
  const moved = new Set(lists.flatMap(({ operations }) => operations.map(({ destination }) => fold(destination))));
  const isMovedUmdf = entries.named('ServiceBinary').some(({ kind, at: { line } }) => {
    if (kind !== 'umdfServiceInstall' || line.fields[0] === undefined) return false;
    const name = /[^\\/]*$/.exec(model.valueOf(line.fields[0]).trim().replace(/"$/, ''))?.[0] ?? '';
    return moved.has(fold(name));
  });
  return isMovedUmdf ? 'Windows 10 1803' : 'Windows 10 1709';
}

/** Changes the lines of the lists; those that share DefaultDestDir with others that stay get lines of their own. */
function moveDestinations(analysis: Analysis, draft: Draft, { lists }: Move): void {
  const { model } = analysis;
  const section = model.sectionNamed('DestinationDirs');
  const changed = new Set<Destination>();
  for (const { destination, folder, name, isWhole } of lists) {
    if (isWhole) {
      if (!changed.has(destination)) draft.replace(...placeEdit(destination, folder));
      changed.add(destination);
    } else if (section !== undefined && name !== undefined) {
      appendKeyed(model, draft, section, name, value(folder));
    }
  }
}

function value(folder: string): string {
  return folder === '' ? String(driverStoreDirid) : `${String(driverStoreDirid)},${folder}`;
}

function placeEdit({ at, diridField, folderField }: Destination, folder: string): [TextEdit['span'], string] {
  const start = diridField?.span.start ?? at.line.span.end;
  const end = folderField?.span.end ?? diridField?.span.end ?? at.line.span.end;
  return [absolute(at.placed, { start, end }), value(folder)];
}
