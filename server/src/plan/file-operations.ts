import { readNumber } from '../model/numbers.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Section } from '../model/types.js';
import type { Field, LineRef } from '../syntax/cst.js';
import { addTo, groupBy } from '../text/group.js';
import type { Analysis } from './analysis.js';

export type FileOperationKind = 'copy' | 'delete' | 'rename';

/** One file that a list (or `CopyFiles = @file`) copies, deletes or renames. Names are expanded. */
export interface FileOperation {
  readonly kind: FileOperationKind;
  /** The line of the list; of the CopyFiles directive for `@file`. */
  readonly at: LineRef;
  /** `undefined` for `@file`. */
  readonly list: Section | undefined;
  /** The file that comes to be, is deleted, or gets another name; empty when it is missing. */
  readonly destination: string;
  readonly destinationField: Field | undefined;
  /** Copied: the source file, which is the destination where the line names no other. Renamed: the old name. */
  readonly source: string;
  /** Where the line states it; `undefined` for a copy that keeps its name. */
  readonly sourceField: Field | undefined;
  /** `undefined` when they are no number; 0 when missing. */
  readonly flags: number | undefined;
  readonly flagsField: Field | undefined;
  /** The build decides one of the names. */
  readonly isOpen: boolean;
}

/** A directive that names a list: `X` of `CopyFiles = X`. */
export interface ListUse {
  readonly kind: FileOperationKind;
  /** The section that holds the directive. */
  readonly from: Section;
  readonly at: LineRef;
  readonly field: Field;
  /** Expanded. */
  readonly name: string;
  /** `undefined` when there is no such section here. */
  readonly list: Section | undefined;
}

/** What a file does with files, whatever installation does it. */
export interface FileOperations {
  readonly all: readonly FileOperation[];
  /** Directives that name lists, in file order by kind. */
  readonly uses: readonly ListUse[];
  usesOf(list: Section): readonly ListUse[];
  /** The operations by the lines that state them: a list that is copied and deleted has its lines once, as copies. */
  readonly byLine: readonly FileOperation[];
  /** The operations of one list in one role. */
  of(list: Section, kind: FileOperationKind): readonly FileOperation[];
  /** `CopyFiles = @file` of one install section. */
  singlesIn(section: Section): readonly FileOperation[];
}

const DIRECTIVES = [
  ['CopyFiles', 'copy', 'copy list'],
  ['DelFiles', 'delete', 'delete list'],
  ['RenFiles', 'rename', 'rename list'],
] as const satisfies readonly (readonly [string, FileOperationKind, string])[];
const FLAGS = 3;

/** Reads CopyFiles, DelFiles, RenFiles and their lists; keep it with `analysis.once(readFileOperations)`. */
export function readFileOperations(analysis: Analysis): FileOperations {
  const all: FileOperation[] = [];
  const uses: ListUse[] = [];
  const byList = new Map<Section, FileOperation[]>();
  const singles = new Map<Section, FileOperation[]>();
  for (const [directive, kind, lines] of DIRECTIVES) {
    for (const { section, at } of analysis.entries.named(directive)) {
      for (const field of at.line.fields) {
        const file = kind === 'copy' ? singleFile(analysis, at, field) : undefined;
        if (file !== undefined) add(all, singles, section, file);
        else if (field.value !== '') uses.push(listUse(analysis, kind, section, at, field));
      }
    }
    for (const { section, at } of analysis.entries.named(lines)) {
      add(all, byList, section, operation(analysis, kind, section, at));
    }
  }
  const usesByList = groupBy(uses, ({ list }) => list);
  const copied = new Set(all.filter(({ kind }) => kind === 'copy').map(({ at }) => at.line));
  return {
    all,
    byLine: all.filter(({ kind, at }) => kind === 'copy' || !copied.has(at.line)),
    uses,
    usesOf: (list) => usesByList.get(list) ?? [],
    of: (list, kind) => byList.get(list)?.filter((one) => one.kind === kind) ?? [],
    singlesIn: (section) => singles.get(section) ?? [],
  };
}

function add(
  all: FileOperation[],
  groups: Map<Section, FileOperation[]>,
  section: Section,
  operation: FileOperation,
): void {
  all.push(operation);
  addTo(groups, section, operation);
}

/** `@driver.sys`, but not `@NAME@.files`, where the at signs mark a build placeholder. */
function singleFile({ model }: Analysis, at: LineRef, field: Field): FileOperation | undefined {
  const value = model.valueOf(field);
  if (!value.startsWith('@') || /^@\w{1,64}@/.test(value)) return undefined;
  const name = value.slice(1).trim();
  return {
    kind: 'copy',
    at,
    list: undefined,
    destination: name,
    destinationField: field,
    source: name,
    sourceField: undefined,
    flags: 0,
    flagsField: undefined,
    isOpen: isOpenValue(name),
  };
}

function listUse({ model }: Analysis, kind: FileOperationKind, from: Section, at: LineRef, field: Field): ListUse {
  const name = model.valueOf(field);
  return { kind, from, at, field, name, list: model.sectionNamed(name) };
}

function operation({ model }: Analysis, kind: FileOperationKind, list: Section, at: LineRef): FileOperation {
  const [destinationField, sourceField] = at.line.fields;
  const destination = destinationField === undefined ? '' : model.valueOf(destinationField);
  const other = kind === 'delete' || sourceField === undefined ? '' : model.valueOf(sourceField);
  const source = other === '' && kind === 'copy' ? destination : other;
  const flagsField = kind === 'rename' ? undefined : at.line.fields[FLAGS];
  const flags = flagsField === undefined ? '' : model.valueOf(flagsField);
  return {
    kind,
    at,
    list,
    destination,
    destinationField,
    source,
    sourceField: other === '' ? undefined : sourceField,
    flags: flags === '' ? 0 : readNumber(flags),
    flagsField: flags === '' ? undefined : flagsField,
    isOpen: isOpenValue(destination) || isOpenValue(source),
  };
}
