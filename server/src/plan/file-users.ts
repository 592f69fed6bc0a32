import type { Architecture, Installation, OsVersion, Section } from '../model/types.js';
import { compareVersions } from '../model/versions.js';
import { addTo, groupBy } from '../text/group.js';
import type { Analysis } from './analysis.js';
import { readFileOperations, type FileOperation } from './file-operations.js';

/** Which installation copies what. */
export interface FileUsers {
  /** The sections whose CopyFiles an installation obeys: its own, those of its companions, interfaces and Needs here. */
  sectionsOf(installation: Installation): readonly Section[];
  /** The files that an installation copies, in order. */
  copiesOf(installation: Installation): readonly FileOperation[];
  /** The installations that copy (or would copy) the files of a list, or a single file by the section that names it. */
  usersOf(section: Section): readonly Installation[];
  /** The architectures on which a list is used; `undefined` among them: nobody says which. */
  architecturesOf(section: Section): ReadonlySet<Architecture | undefined>;
}

/** Sections of one installation; real ones have ten. */
const MOST_SECTIONS = 200;
const NOBODY: readonly Installation[] = [];
const ANY_ARCHITECTURE: ReadonlySet<Architecture | undefined> = new Set([undefined]);

/** Follows the installations to their file lists; keep it with `analysis.once(findFileUsers)`. */
export function findFileUsers(analysis: Analysis): FileUsers {
  const operations = analysis.once(readFileOperations);
  const next = analysis.once(findSuccessors);
  const known = new Map<Section, readonly Section[]>();
  const sectionsOf = ({ section, companions }: Installation): readonly Section[] => {
    if (section === undefined) return [];
    let reached = known.get(section);
    if (reached === undefined) known.set(section, (reached = reachedFrom([section, ...companions.values()], next)));
    return reached;
  };
  const listsIn = groupedLists(analysis);
  const copies = new Map<Section, readonly FileOperation[]>();
  let users: Map<Section, Installation[]> | undefined;
  const usersOf = (section: Section): readonly Installation[] =>
    (users ??= findUsers(analysis, sectionsOf, listsIn)).get(section) ?? NOBODY;
  return {
    sectionsOf,
    copiesOf(installation) {
      const { section } = installation;
      if (section === undefined) return [];
      let files = copies.get(section);
      if (files === undefined) {
        files = sectionsOf(installation).flatMap((each) => [
          ...operations.singlesIn(each),
          ...(listsIn.get(each) ?? []).flatMap((list) => operations.of(list, 'copy')),
        ]);
        copies.set(section, files);
      }
      return files;
    },
    usersOf,
    architecturesOf(section) {
      const found = new Set(usersOf(section).map(({ architecture }) => architecture));
      return found.size === 0 ? ANY_ARCHITECTURE : found;
    },
  };
}

/** The lists that the CopyFiles of each section name. */
function groupedLists(analysis: Analysis): ReadonlyMap<Section, readonly Section[]> {
  const copies = analysis.once(readFileOperations).uses.filter(({ kind }) => kind === 'copy');
  const bySection = groupBy(copies, ({ from }) => from);
  return new Map([...bySection].map(([from, uses]) => [from, uses.flatMap(({ list }) => list ?? [])]));
}

function findUsers(
  { model }: Analysis,
  sectionsOf: (installation: Installation) => readonly Section[],
  listsIn: ReadonlyMap<Section, readonly Section[]>,
): Map<Section, Installation[]> {
  const users = new Map<Section, Installation[]>();
  const note = (section: Section, installation: Installation): void => {
    const known = users.get(section);
    if (known === undefined) users.set(section, [installation]);
    else if (known.at(-1) !== installation) known.push(installation);
  };
  for (const installation of model.installations) {
    for (const section of sectionsOf(installation)) {
      note(section, installation);
      for (const list of listsIn.get(section) ?? []) note(list, installation);
    }
  }
  return users;
}

/** Directives through which an installation reaches further sections with CopyFiles, and where they name them. */
const PASSAGES: readonly { readonly directive: string; readonly at: (index: number) => boolean }[] = [
  { directive: 'Needs', at: () => true },
  { directive: 'AddInterface', at: (index) => index === 2 },
  { directive: 'InterfaceInstall32', at: (index) => index === 0 },
];

/** The sections of this file that each section leads to by Needs and AddInterface. */
function findSuccessors({ model, entries }: Analysis): ReadonlyMap<Section, readonly Section[]> {
  const successors = new Map<Section, Section[]>();
  for (const { directive, at: isName } of PASSAGES) {
    for (const { section, at } of entries.named(directive)) {
      at.line.fields.forEach((field, index) => {
        const target = isName(index) ? model.sectionNamed(model.valueOf(field)) : undefined;
        if (target === undefined) return;
        addTo(successors, section, target);
      });
    }
  }
  return successors;
}

function reachedFrom(starts: readonly Section[], next: ReadonlyMap<Section, readonly Section[]>): readonly Section[] {
  const reached = new Set(starts);
  for (const section of reached) {
    if (reached.size > MOST_SECTIONS) break;
    for (const target of next.get(section) ?? []) reached.add(target);
  }
  return [...reached];
}

/**
 * Tells whether two installations can take place on one system: the architecture is the same, and there is a Windows
 * version on which devices select both. Installations without devices (a class, DefaultInstall) take place everywhere.
 */
export function canMeet(a: Installation, b: Installation): boolean {
  if (a.architecture !== b.architecture) return false;
  if (a.matches.length === 0 || b.matches.length === 0) return true;
  const ranges = rangesOf(b);
  return rangesOf(a).some((one) => ranges.some((other) => overlap(one, other)));
}

interface Range {
  readonly from: OsVersion;
  readonly until: OsVersion | undefined;
}

/** The ranges of Windows versions in which an installation is selected, each once. */
function rangesOf({ matches }: Installation): readonly Range[] {
  return [...new Set(matches.map(({ target }) => target))];
}

function overlap(a: Range, b: Range): boolean {
  const startsBefore = (one: Range, { until }: Range): boolean =>
    until === undefined || compareVersions(one.from, until) < 0;
  return startsBefore(a, b) && startsBefore(b, a);
}
