import type { SectionKind } from '../../language/sections.js';
import type { Installation, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { isDriverStore, type Destination } from '../../plan/destinations.js';
import type { FileOperation } from '../../plan/file-operations.js';
import { planFiles } from '../../plan/files.js';
import { carrierOf } from './files.js';

/** A line of [DestinationDirs] and who copies files by it. */
export interface UsedDestination {
  readonly destination: Destination;
  readonly copies: readonly FileOperation[];
  readonly users: readonly Installation[];
}

/** Sections whose files belong to something that has its own rules: co-installers, classes. */
const OTHERS: readonly SectionKind[] = ['installCoInstallers', 'classInstall'];

/**
 * The lines of [DestinationDirs] by which files are copied out of the driver store for devices or primitive drivers; what
 * only co-installers and setup classes copy is left aside, as they themselves are what has to go.
 */
export function usedDestinations(analysis: Analysis): readonly UsedDestination[] {
  const plan = analysis.once(planFiles);
  const found = new Map<Destination, { copies: FileOperation[]; users: Set<Installation> }>();
  for (const operation of plan.operations.all) {
    const destination = operation.kind === 'copy' ? plan.destinationOf(operation.list) : undefined;
    const carrier = carrierOf(analysis, operation);
    if (destination === undefined || isDriverStore(destination)) continue;
    if (carrier === undefined || isForOthers(analysis, operation, carrier)) continue;
    const known = found.get(destination) ?? { copies: [], users: new Set() };
    found.set(destination, known);
    known.copies.push(operation);
    for (const user of plan.users.usersOf(carrier)) known.users.add(user);
  }
  return [...found].map(([destination, { copies, users }]) => ({ destination, copies, users: [...users] }));
}

function isForOthers(analysis: Analysis, { list }: FileOperation, carrier: Section): boolean {
  const uses =
    list === undefined
      ? [carrier]
      : analysis
          .once(planFiles)
          .operations.usesOf(list)
          .map(({ from }) => from);
  return uses.length > 0 && uses.every(({ kinds }) => [...kinds].every((kind) => OTHERS.includes(kind)));
}
