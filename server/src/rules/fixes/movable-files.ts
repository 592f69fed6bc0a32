import { diridFacts, driverStoreDirid } from '../../language/dirids.js';
import { fold } from '../../language/fold.js';
import type { SectionKind } from '../../language/sections.js';
import { isOpenValue } from '../../model/placeholders.js';
import type { Installation, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { Destination } from '../../plan/destinations.js';
import type { FileOperation } from '../../plan/file-operations.js';
import { planFiles, type FilePlan } from '../../plan/files.js';
import { forArchitecture, joinFolders } from '../../plan/source-disks.js';
import { groupBy } from '../../text/group.js';
import { architecturesOf, carrierOf, sameFile } from '../support/files.js';
import { isOfClass } from '../support/version-section.js';

/** Files that are copied by one list, or one by one, and that can stay in the driver store. */
export interface Movable {
  /** The list; `undefined` for files that CopyFiles names one by one. */
  readonly name: string | undefined;
  readonly destination: Destination;
  /** Whether the line of [DestinationDirs] is for files only that can be moved to the same folder. */
  readonly isWhole: boolean;
  readonly operations: readonly FileOperation[];
  /** The folder of the package, which the driver store has, too. */
  readonly folder: string;
  readonly users: readonly Installation[];
}

/** Sections whose CopyFiles serve devices and primitive drivers, not classes, co-installers or uninstallation. */
const MOVERS: readonly SectionKind[] = ['install', 'defaultInstall', 'interfaceInstall'];

/**
 * Finds the lists whose files can stay in the driver store: copied only, for devices, each under its own name, from one
 * folder of the package on all architectures, and without a security descriptor.
 */
export function movableLists(analysis: Analysis): readonly Movable[] {
  const plan = analysis.once(planFiles);
  // Printers have dirids of their own, some of which mean the driver store.
  if (isOfClass(analysis.model, 'printer') || plan.sources.hasLayoutFile) return [];
  const copies = plan.operations.all.filter(({ kind }) => kind === 'copy');
  const groups = [...groupBy(copies, ({ list }) => list)].flatMap(([list, operations]) =>
    movable(analysis, plan, list, operations),
  );
  const stays = stayingDefaults(plan, groups);
  const withWholeness = groups.map((group) => {
    const isDefault = group.destination.list === undefined;
    const folders = new Set(groups.filter((one) => one.destination === group.destination).map((one) => one.folder));
    return { ...group, isWhole: !isDefault || (!stays && folders.size === 1) };
  });
  return withWholeness.filter(({ isWhole, name }) => isWhole || name !== undefined);
}

/** Whether files go to DefaultDestDir that cannot be moved: it then has to stay as it is. */
function stayingDefaults(
  { operations, destinations }: FilePlan,
  groups: readonly { readonly name: string | undefined }[],
): boolean {
  const moved = new Set(groups.map(({ name }) => (name === undefined ? '' : fold(name))));
  const lists = operations.uses.filter(({ name }) => destinations.ownOf(name) === undefined);
  const hasSingles = operations.all.some(({ kind, list }) => kind === 'copy' && list === undefined);
  return lists.some(({ name }) => !moved.has(fold(name))) || (hasSingles && !moved.has(''));
}

type Group = Omit<Movable, 'isWhole'>;

function movable(
  analysis: Analysis,
  plan: FilePlan,
  list: Section | undefined,
  operations: readonly FileOperation[],
): readonly Group[] {
  const destination = plan.destinationOf(list);
  const dirid = destination?.dirid;
  if (destination === undefined || typeof dirid !== 'number' || destination.diridField === undefined) return [];
  if (dirid === driverStoreDirid || diridFacts(dirid) === undefined || dirid < 0) return [];
  if (destination.diridField.value.includes('%') || destination.folderField?.value.includes('%') === true) return [];
  if (!isForDevices(analysis, plan, list, operations) || isSecured(analysis, list)) return [];
  const folders = new Set(operations.map((operation) => folderOf(analysis, plan, operation)));
  const [folder] = folders;
  if (folders.size !== 1 || folder === undefined) return [];
  const carriers = new Set(operations.flatMap((operation) => carrierOf(analysis, operation) ?? []));
  const users = [...carriers].flatMap((carrier) => plan.users.usersOf(carrier));
  return users.length === 0 ? [] : [{ name: list?.name, destination, operations, folder, users }];
}

/** Whether all that use the files are install sections of devices, and nobody deletes or renames them. */
function isForDevices(
  { model }: Analysis,
  { operations: all }: FilePlan,
  list: Section | undefined,
  operations: readonly FileOperation[],
): boolean {
  const uses = list === undefined ? [] : all.usesOf(list);
  if (uses.some(({ kind }) => kind !== 'copy')) return false;
  const from =
    list === undefined ? operations.flatMap(({ at }) => model.sectionOf(at.placed) ?? []) : uses.map((use) => use.from);
  return from.length > 0 && from.every(({ kinds }) => [...kinds].every((kind) => MOVERS.includes(kind)));
}

function isSecured({ model }: Analysis, list: Section | undefined): boolean {
  return list !== undefined && model.sectionNamed(`${list.name}.security`) !== undefined;
}

/** The one folder of the package in which a file lies, on all architectures; `undefined` where that cannot be said. */
function folderOf(analysis: Analysis, plan: FilePlan, operation: FileOperation): string | undefined {
  const { isOpen, source, destination, flags } = operation;
  if (isOpen || destination === '' || !sameFile(source, destination) || flags === undefined) return undefined;
  const lines = plan.sources.filesNamed(source);
  const folders = architecturesOf(analysis, operation).flatMap((architecture) => {
    const used = architecture === undefined ? lines : [forArchitecture(lines, architecture)];
    return used.map((line) => {
      const disk = line === undefined ? undefined : plan.diskOf(line, architecture);
      if (line === undefined || disk === undefined) return undefined;
      return isOpenValue(line.folder + disk.folder) ? undefined : joinFolders(disk.folder, line.folder);
    });
  });
  const [folder, ...others] = new Set(folders);
  return others.length === 0 ? folder : undefined;
}
