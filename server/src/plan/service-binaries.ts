import { fold } from '../language/fold.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Architecture, Installation, Model, Section } from '../model/types.js';
import type { Field, LineRef } from '../syntax/cst.js';
import { groupBy } from '../text/group.js';
import type { Analysis } from './analysis.js';
import { placeKey, placeOf, type Place } from './destinations.js';
import type { FileOperation } from './file-operations.js';
import { planFiles } from './files.js';

/** A ServiceBinary line as Windows reads it. Source: install/inf-addservice-directive.md */
export interface ServiceBinary {
  readonly at: LineRef;
  readonly section: Section;
  readonly isUmdf: boolean;
  readonly field: Field;
  /** Expanded, with dirids still as `%13%`. */
  readonly value: string;
  /** The path without quotation marks and arguments: `%13%\driver.sys`. */
  readonly path: string;
  /** What follows the path, as in ` -k group`. */
  readonly rest: string;
  readonly isQuoted: boolean;
  /** Where it is; `undefined` for a path that does not begin with a dirid. */
  readonly place: Place | undefined;
}

const DIRID_PATH = /^%(-?\d{1,10})%(.*)$/s;

/**
 * All ServiceBinary lines whose value is known: no build mark in it, and no token that nothing defines. Keep them with
 * `analysis.once(readServiceBinaries)`.
 */
export function readServiceBinaries(analysis: Analysis): readonly ServiceBinary[] {
  const { model, entries } = analysis;
  return entries.named('ServiceBinary').flatMap(({ at, section, kind }): ServiceBinary[] => {
    const [field] = at.line.fields;
    const value = field === undefined ? '' : model.valueOf(field).trim();
    if (field === undefined || value === '' || hasPlaceholder(value)) return [];
    if (hasUndefinedToken(model, field.value)) return [];
    const { path, rest, isQuoted } = splitCommand(value);
    const place = placeOfPath(path);
    return [{ at, section, isUmdf: kind === 'umdfServiceInstall', field, value, path, rest, isQuoted, place }];
  });
}

/** Tells whether a value as written has a token that no [Strings] section defines; a dirid is none. */
function hasUndefinedToken(model: Model, value: string): boolean {
  let open = value.indexOf('%');
  while (open >= 0) {
    const close = value.indexOf('%', open + 1);
    if (close < 0) return false;
    const name = value.slice(open + 1, close);
    if (/\D/.test(name) && model.definitionsOf(name).length === 0) return true;
    open = value.indexOf('%', close + 1);
  }
  return false;
}

/** The path of a command line: in quotation marks, or up to the first blank. */
function splitCommand(value: string): { readonly path: string; readonly rest: string; readonly isQuoted: boolean } {
  const end = value.indexOf('"', 1);
  if (value.startsWith('"') && end > 0) {
    return { path: value.slice(1, end), rest: value.slice(end + 1), isQuoted: true };
  }
  const blank = value.search(/\s/);
  if (blank < 0) return { path: value, rest: '', isQuoted: false };
  return { path: value.slice(0, blank), rest: value.slice(blank), isQuoted: false };
}

/** `%12%\x.sys` as a place; `undefined` for a path that does not begin with a dirid. */
export function placeOfPath(path: string): Place | undefined {
  const match = DIRID_PATH.exec(path);
  return match === null ? undefined : placeOf(Number(match[1]), match[2] ?? '');
}

/** The files that the package copies, by place and by name. */
export interface CopiedFiles {
  /** Whether installations of the architecture (`undefined`: any) copy a file there. */
  has(place: Place, architecture: Architecture | undefined): boolean;
  /** Copies of files of that name, whatever folder it goes to. */
  named(name: string): readonly FileOperation[];
  readonly names: ReadonlySet<string>;
  /** Whether the build decides the name of some file: then it may be any. */
  readonly hasOpenNames: boolean;
}

/** Looks at all copies of a file; keep it with `analysis.once(findCopiedFiles)`. */
export function findCopiedFiles(analysis: Analysis): CopiedFiles {
  const plan = analysis.once(planFiles);
  const copies = plan.operations.all.filter(({ kind }) => kind === 'copy');
  const byName = groupBy(copies, ({ destination }) => fold(destination));
  const keysOf = (operations: Iterable<FileOperation>): ReadonlySet<string> => {
    const keys = new Set<string>();
    for (const operation of operations) {
      const place = plan.placeOf(operation);
      if (place !== undefined) keys.add(placeKey(place));
    }
    return keys;
  };
  const everywhere = keysOf(copies);
  const byArchitecture = new Map<Architecture, ReadonlySet<string>>();
  const onArchitecture = (architecture: Architecture): ReadonlySet<string> => {
    const known = byArchitecture.get(architecture);
    if (known !== undefined) return known;
    const applies = (one: Installation): boolean => one.architecture === undefined || one.architecture === architecture;
    const operations = new Set(analysis.model.installations.filter(applies).flatMap((one) => plan.users.copiesOf(one)));
    const keys = keysOf(operations);
    byArchitecture.set(architecture, keys);
    return keys;
  };
  return {
    has(place, architecture) {
      const key = placeKey(place);
      return everywhere.has(key) && (architecture === undefined || onArchitecture(architecture).has(key));
    },
    named: (name) => byName.get(fold(name)) ?? [],
    names: new Set(copies.map(({ destination }) => destination)),
    hasOpenNames: copies.some(({ isOpen }) => isOpen),
  };
}
