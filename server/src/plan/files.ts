import type { Architecture, Installation, Section } from '../model/types.js';
import type { Analysis } from './analysis.js';
import { placeOf, readDestinations, type Destination, type Destinations, type Place } from './destinations.js';
import { readFileOperations, type FileOperation, type FileOperations } from './file-operations.js';
import { findFileUsers, type FileUsers } from './file-users.js';
import {
  forArchitecture,
  readSourceDisks,
  type SourceDisk,
  type SourceDisks,
  type SourceFile,
} from './source-disks.js';

/** A file that an installation copies: where it comes from and where it goes, as far as the text tells. */
export interface FileCopy {
  readonly operation: FileOperation;
  readonly sourceLine: SourceFile | undefined;
  readonly disk: SourceDisk | undefined;
  readonly destination: Destination | undefined;
  /** `undefined` where no line names a dirid, or the build decides. */
  readonly place: Place | undefined;
}

/** What the package does with files: its sources, destinations and lists. */
export interface FilePlan {
  readonly sources: SourceDisks;
  readonly destinations: Destinations;
  readonly operations: FileOperations;
  readonly users: FileUsers;
  /** Where the files of a list go; without a list, where a single @file goes. */
  destinationOf(list: Section | undefined): Destination | undefined;
  /** Where one file of a list ends up. */
  placeOf(operation: FileOperation): Place | undefined;
  /** The disk of a source file on an architecture. */
  diskOf(file: SourceFile, architecture: Architecture | undefined): SourceDisk | undefined;
  /** All files that an installation copies, in order. */
  copiesOf(installation: Installation): readonly FileCopy[];
}

/** Puts the parts together, each computed on first demand; keep it with `analysis.once(planFiles)`. */
export function planFiles(analysis: Analysis): FilePlan {
  const destinationOf = (list: Section | undefined): Destination | undefined =>
    analysis.once(readDestinations).of(list?.name === undefined ? undefined : analysis.model.expand(list.name));
  const places = new Map<FileOperation, Place | undefined>();
  const findPlace = ({ list, destination: name, isOpen }: FileOperation): Place | undefined => {
    const destination = destinationOf(list);
    if (typeof destination?.dirid !== 'number' || isOpen || name === '') return undefined;
    return placeOf(destination.dirid, destination.folder, name);
  };
  const plan: FilePlan = {
    get sources() {
      return analysis.once(readSourceDisks);
    },
    get destinations() {
      return analysis.once(readDestinations);
    },
    get operations() {
      return analysis.once(readFileOperations);
    },
    get users() {
      return analysis.once(findFileUsers);
    },
    destinationOf,
    placeOf(operation) {
      if (!places.has(operation)) places.set(operation, findPlace(operation));
      return places.get(operation);
    },
    diskOf({ disk }, architecture) {
      return typeof disk === 'number' ? forArchitecture(plan.sources.disksNamed(disk), architecture) : undefined;
    },
    copiesOf(installation) {
      const { architecture } = installation;
      return plan.users.copiesOf(installation).map((operation) => {
        const sourceLine = forArchitecture(plan.sources.filesNamed(operation.source), architecture);
        return {
          operation,
          sourceLine,
          disk: sourceLine === undefined ? undefined : plan.diskOf(sourceLine, architecture),
          destination: destinationOf(operation.list),
          place: plan.placeOf(operation),
        };
      });
    },
  };
  return plan;
}
