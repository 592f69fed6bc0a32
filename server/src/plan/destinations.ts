import { driverStoreDirid } from '../language/dirids.js';
import { fold } from '../language/fold.js';
import { readNumber } from '../model/numbers.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Field, LineRef } from '../syntax/cst.js';
import type { Analysis } from './analysis.js';
import { joinFolders, type Known } from './source-disks.js';

/** A line of [DestinationDirs]: where the files of a list go. Source: install/inf-destinationdirs-section.md */
export interface Destination {
  readonly at: LineRef;
  /** The list it is for, expanded; `undefined`: DefaultDestDir, for all lists that have no line of their own. */
  readonly list: string | undefined;
  /** `undefined` when it is missing or no number; 65535 reads as -1. */
  readonly dirid: Known<number>;
  readonly diridField: Field | undefined;
  /** Below the folder of the dirid, expanded. */
  readonly folder: string;
  readonly folderField: Field | undefined;
}

/** The lines of [DestinationDirs], found by list. */
export interface Destinations {
  readonly all: readonly Destination[];
  /** The line of DefaultDestDir; of several the last one. */
  readonly byDefault: Destination | undefined;
  /** Where the files of a list go; `undefined` for a list (or a single @file) without any line. */
  of(list: string | undefined): Destination | undefined;
  /** The list's own line. */
  ownOf(list: string): Destination | undefined;
}

const ABSOLUTE_16_BIT = 65535;

/** Reads [DestinationDirs]; keep it with `analysis.once(readDestinations)`. */
export function readDestinations(analysis: Analysis): Destinations {
  const all = analysis.entries.inKind('destinationDirs').flatMap(({ at }) => readDestination(analysis, at));
  const byList = new Map(all.flatMap((one) => (one.list === undefined ? [] : [[fold(one.list), one] as const])));
  const byDefault = all.findLast(({ list }) => list === undefined);
  const ownOf = (list: string): Destination | undefined => byList.get(fold(list));
  return { all, byDefault, ownOf, of: (list) => (list === undefined ? undefined : ownOf(list)) ?? byDefault };
}

function readDestination({ model }: Analysis, at: LineRef): Destination[] {
  const { key, fields } = at.line;
  if (key === undefined) return [];
  const [diridField, folderField] = fields;
  const name = model.valueOf(key);
  return [
    {
      at,
      list: fold(name) === 'defaultdestdir' ? undefined : name,
      dirid: diridField === undefined ? undefined : readDirid(model.valueOf(diridField)),
      diridField,
      folder: folderField === undefined ? '' : model.valueOf(folderField),
      folderField,
    },
  ];
}

/** A dirid as a number: `13`, `0x0D`, `-1`, `01`. `%13%`, which belongs into paths, is none. */
export function readDirid(text: string): Known<number> {
  const trimmed = text.trim();
  if (/^%-?\d+%/.test(trimmed)) return undefined;
  if (isOpenValue(trimmed)) return 'open';
  const number = trimmed.startsWith('-') ? negative(trimmed.slice(1)) : readNumber(trimmed);
  return number === ABSOLUTE_16_BIT ? -1 : number;
}

function negative(text: string): number | undefined {
  const number = readNumber(text);
  return number === undefined ? undefined : -number;
}

/** A place below a dirid, in one spelling whatever dirid the author chose for it. */
export interface Place {
  readonly dirid: number;
  /** Folders and file name, joined with backslashes. */
  readonly path: string;
}

/** System folders that lie in another one: `10,System32` is 11, `11,drivers` is 12. */
const NESTED: readonly { readonly dirid: number; readonly folder: string; readonly is: number }[] = [
  { dirid: 10, folder: 'system32', is: 11 },
  { dirid: 10, folder: 'syswow64', is: 16425 },
  { dirid: 10, folder: 'system', is: 50 },
  { dirid: 11, folder: 'drivers', is: 12 },
];

/** Normalizes a place, so that two spellings of one folder compare equal with `samePlace`. */
export function placeOf(dirid: number, ...path: readonly string[]): Place {
  let place: Place = { dirid, path: joinFolders(...path) };
  for (const { dirid: outer, folder, is } of NESTED) {
    if (place.dirid === outer && fold(place.path).startsWith(`${folder}\\`)) {
      place = { dirid: is, path: place.path.slice(folder.length + 1) };
    }
  }
  return place;
}

/** A text that is the same for two spellings of one place. */
export function placeKey({ dirid, path }: Place): string {
  return `${String(dirid)}\\${fold(path)}`;
}

/** A place as the author of an INF writes it: `%12%\UMDF\x.dll`. */
export function placeText({ dirid, path }: Place): string {
  return `%${String(dirid)}%${path === '' ? '' : `\\${path}`}`;
}

/** Tells whether the files stay in the driver store. */
export function isDriverStore(destination: Destination | undefined): boolean {
  return destination?.dirid === driverStoreDirid;
}
