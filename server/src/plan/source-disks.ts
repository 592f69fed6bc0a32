import { fold } from '../language/fold.js';
import { sourceDisksSuffixes } from '../language/platforms.js';
import { readNumber } from '../model/numbers.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Architecture, Section } from '../model/types.js';
import type { Field, LineRef } from '../syntax/cst.js';
import { groupBy } from '../text/group.js';
import type { Analysis } from './analysis.js';
import type { Entry } from './entries.js';

/** The systems that read a section of sources: those of one architecture, all, or those that a build decides. */
export type SourceScope = Architecture | 'all' | 'open';

/** A value that nobody knows yet: a build mark, or a %token% that nothing defines. */
export type Known<T> = T | 'open' | undefined;

/** A line of [SourceDisksNames]: one medium or source folder. Source: install/inf-sourcedisksnames-section.md */
export interface SourceDisk {
  readonly at: LineRef;
  readonly section: Section;
  readonly scope: SourceScope;
  /** `undefined` when the key is no number. */
  readonly id: Known<number>;
  /** Below the folder of the INF; as written, empty when there is none. */
  readonly folder: string;
  readonly folderField: Field | undefined;
}

/** A line of [SourceDisksFiles]: where one source file is found. Source: install/inf-sourcedisksfiles-section.md */
export interface SourceFile {
  readonly at: LineRef;
  readonly section: Section;
  readonly scope: SourceScope;
  /** Expanded. */
  readonly name: string;
  /** `undefined` when it is missing or no number. */
  readonly disk: Known<number>;
  readonly diskField: Field | undefined;
  readonly folder: string;
  readonly folderField: Field | undefined;
}

/** The sources of a package. */
export interface SourceDisks {
  readonly disks: readonly SourceDisk[];
  readonly files: readonly SourceFile[];
  /** The lines of a file, by its name (case is ignored), in all sections. */
  filesNamed(name: string): readonly SourceFile[];
  /** The lines of a disk number in all sections. */
  disksNamed(id: number): readonly SourceDisk[];
  /** Whether another file, [Version] LayoutFile, says where sources are: then this one need not. */
  readonly hasLayoutFile: boolean;
}

const NO_FILES: readonly SourceFile[] = [];
const NO_DISKS: readonly SourceDisk[] = [];
/** Position of the path among the values of a SourceDisksNames line. */
const DISK_FOLDER = 3;

/** Reads [SourceDisksNames] and [SourceDisksFiles], decorated ones too; keep it with `analysis.once(readSourceDisks)`. */
export function readSourceDisks(analysis: Analysis): SourceDisks {
  const { entries } = analysis;
  const disks = entries.inKind('sourceDisksNames').flatMap((entry) => readDisk(analysis, entry));
  const files = entries.inKind('sourceDisksFiles').flatMap((entry) => readFile(analysis, entry));
  const byName = groupBy(files, ({ name }) => fold(name));
  const byId = groupBy(disks, ({ id }) => id);
  return {
    disks,
    files,
    filesNamed: (name) => byName.get(fold(name)) ?? NO_FILES,
    disksNamed: (id) => byId.get(id) ?? NO_DISKS,
    hasLayoutFile: entries.named('LayoutFile').length > 0,
  };
}

function readDisk({ model }: Analysis, { at, section }: Entry): SourceDisk[] {
  const { key, fields } = at.line;
  if (key === undefined) return [];
  const folderField = fields[DISK_FOLDER];
  return [
    {
      at,
      section,
      scope: scopeOf(section),
      id: readId(model.valueOf(key)),
      folder: folderField === undefined ? '' : model.valueOf(folderField),
      folderField,
    },
  ];
}

function readFile({ model }: Analysis, { at, section }: Entry): SourceFile[] {
  const { key, fields } = at.line;
  if (key === undefined)
    return fields.length === 1 ? fields.map((field) => bareFile(model.valueOf(field), at, section)) : [];
  const [diskField, folderField] = fields;
  return [
    {
      at,
      section,
      scope: scopeOf(section),
      name: model.valueOf(key),
      disk: diskField === undefined ? undefined : readId(model.valueOf(diskField)),
      diskField,
      folder: folderField === undefined ? '' : model.valueOf(folderField),
      folderField,
    },
  ];
}

/** A file name without `=`: not in the form of the section, but what is meant is plain. */
function bareFile(name: string, at: LineRef, section: Section): SourceFile {
  const unknown = { diskField: undefined, folder: '', folderField: undefined };
  return { at, section, scope: scopeOf(section), name, disk: 'open', ...unknown };
}

/** A disk number; blanks and leading zeros do not count. */
function readId(text: string): Known<number> {
  if (isOpenValue(text)) return 'open';
  return readNumber(text.trim());
}

function scopeOf({ folded }: Section): SourceScope {
  const dot = folded.indexOf('.');
  if (dot < 0) return 'all';
  return sourceDisksSuffixes[folded.slice(dot)] ?? 'open';
}

/** Tells whether systems of an architecture (`undefined`: nobody says which) may read a section of the scope. */
export function covers(scope: SourceScope, architecture: Architecture | undefined): boolean {
  return scope === 'all' || scope === 'open' || architecture === undefined || scope === architecture;
}

/**
 * The line that Windows uses on an architecture: that of the architecture's own section, else that of the plain one; any
 * line where the architecture is unknown.
 */
export function forArchitecture<T extends { readonly scope: SourceScope }>(
  lines: readonly T[],
  architecture: Architecture | undefined,
): T | undefined {
  const own = lines.find(({ scope }) => scope === architecture);
  return own ?? lines.find(({ scope }) => covers(scope, architecture));
}

const SEPARATOR = /[\\/]/;

/** A folder as parts, without empty ones and `.`: `\x64\\sub` is `x64`, `sub`. Slashes count as backslashes. */
export function folderParts(folder: string): readonly string[] {
  return folder === '' ? [] : folder.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
}

/** Folders joined, in one spelling: `x64\sub`. */
export function joinFolders(...folders: readonly string[]): string {
  // Nearly always there is one plain name or none at all.
  const [only = '', ...others] = folders.filter((folder) => folder !== '');
  if (others.length === 0 && !SEPARATOR.test(only)) return only === '.' ? '' : only;
  return folders.flatMap((folder) => folderParts(folder)).join('\\');
}
