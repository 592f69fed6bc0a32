import { fold } from '../../language/fold.js';
import type { SectionKind } from '../../language/sections.js';
import type { RegistryLine, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { placeKey, placeOf, type Place } from '../../plan/destinations.js';
import { planFiles } from '../../plan/files.js';
import type { Field, LineRef } from '../../syntax/cst.js';
import type { TextEdit } from '../../text/span.js';
import { replaceField } from './field-edit.js';

/** Sections that name files, but no places of files that are installed. */
const SOURCES: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'strings',
  'sourceDisksNames',
  'sourceDisksFiles',
  'destinationDirs',
  'signatureAttributes',
  'signatureAttribute',
  'manufacturer',
  'models',
  'fileList',
]);
const REGISTRY: readonly SectionKind[] = ['addRegistry', 'delRegistry', 'bitRegistry'];
/** Names that are no place, wherever they stand. */
const NAMES_ONLY: ReadonlySet<string> = new Set(['copyinf', 'copyfiles']);
/** Registry values of systems without plug-and-play drivers as we know them: nobody reads their file names. */
const UNREAD: ReadonlySet<string> = new Set(['ntmpdriver', 'devloader']);
/** Values that name DLLs of System32, with or without `.dll`. Source: display/loading-an-opengl-installable-client-driver */
const BARE_DLLS = /^(?:InstalledDisplayDrivers|UserModeDriverName|OpenGLDriverName)/i;
const DATA = 4;

/**
 * The edits that take everything along that names the old place of a file which moves: paths of services and UMDF
 * services, registry data, event providers… `undefined` where something names it in a way that cannot follow: a path that
 * begins with no folder that is known, a file name without a folder, a list that deletes or renames the file.
 * @param paths new paths (`%13%\x.sys`) by the `placeKey` of the old place
 */
export function followMoved(analysis: Analysis, paths: ReadonlyMap<string, string>): readonly TextEdit[] | undefined {
  const names = new Set([...paths.keys()].map(lastPart));
  if (isDeleted(analysis, paths) || mayRunUnseen(analysis, names)) return undefined;
  const edits: TextEdit[] = [];
  for (const section of analysis.model.sections) {
    if ([...section.kinds].some((kind) => SOURCES.has(kind))) continue;
    for (const use of fieldsIn(analysis, section)) {
      const edit = follow(use, names, paths);
      if (edit === 'stays') return undefined;
      if (edit !== undefined) edits.push(edit);
    }
  }
  return edits;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}

/** Whether DelFiles or RenFiles name a moved file at its old place. */
function isDeleted(analysis: Analysis, paths: ReadonlyMap<string, string>): boolean {
  const plan = analysis.once(planFiles);
  return plan.operations.all.some((operation) => {
    if (operation.kind === 'copy') return false;
    const name = operation.kind === 'rename' ? operation.source : operation.destination;
    const place = plan.placeOf({ ...operation, destination: name });
    return place !== undefined && paths.has(placeKey(place));
  });
}

/** Whether a service whose section stands in another file may run a moved driver: nothing here says from where. */
function mayRunUnseen(analysis: Analysis, names: ReadonlySet<string>): boolean {
  const { model, entries } = analysis;
  const isUnseen = model.installations.some(({ services }) =>
    services.some(({ section, sectionField }) => section === undefined && (sectionField?.value ?? '') !== ''),
  );
  if (!isUnseen) return false;
  const run = entries.named('ServiceBinary').flatMap(({ at: { line } }) => {
    const value = fold(line.fields[0] === undefined ? '' : model.valueOf(line.fields[0]));
    return lastPart(value).replace(/["\s].*$/s, '');
  });
  return [...names].some((name) => name.endsWith('.sys') && !run.includes(name));
}

/** A field that may name a place. */
interface Use {
  readonly at: LineRef;
  readonly field: Field;
  /** Expanded. */
  readonly value: string;
  /** `path`: read from the Windows folder where it names no other; `label`: a key or a name, which may look like a path. */
  readonly role: 'path' | 'data' | 'label' | 'dlls';
}

function* fieldsIn({ model }: Analysis, section: Section): Iterable<Use> {
  const isRegistry = REGISTRY.some((kind) => section.kinds.has(kind));
  for (const at of section.lines) {
    const { key, fields } = at.line;
    const name = key === undefined ? '' : fold(model.valueOf(key));
    if (NAMES_ONLY.has(name)) continue;
    const registry = isRegistry || section.kinds.size === 0 ? model.registryLineAt(at) : undefined;
    if (UNREAD.has(fold(registry?.valueName ?? ''))) continue;
    for (const [index, field] of fields.entries()) {
      if (!/[.%\\]/.test(field.value) && registry === undefined) continue;
      yield { at, field, value: model.valueOf(field), role: roleOf(name, registry, index) };
    }
  }
}

function roleOf(directive: string, registry: RegistryLine | undefined, index: number): Use['role'] {
  if (registry === undefined) return directive === 'servicebinary' ? 'path' : 'data';
  if (index < DATA) return 'label';
  if (fold(registry.valueName) === 'imagepath') return 'path';
  return BARE_DLLS.test(registry.valueName) ? 'dlls' : 'data';
}

/** What ends a path, or stands before one: `@%11%\x.dll,-100`, `a.dll;b.dll`, `"x.exe" /s`. */
const BORDER = /[";,@<>|=]/;
const FILE = /[\\/]([^\\/";,@<>|=]+)/g;

/** The edit that changes the old places in a field to the new ones; `stays` where that cannot be done. */
function follow(
  use: Use,
  names: ReadonlySet<string>,
  paths: ReadonlyMap<string, string>,
): TextEdit | 'stays' | undefined {
  const { value, role, at, field } = use;
  let result = '';
  let from = 0;
  for (const { start, end } of chunks(value)) {
    const chunk = value.slice(start, end);
    if (role !== 'label' && isBareName(chunk, names, role)) return 'stays';
    for (const part of chunk.matchAll(FILE)) {
      const name = nameAt(part[1] ?? '', names);
      if (name === undefined) continue;
      const stop = part.index + 1 + name.length;
      const path = pathBefore(chunk.slice(0, stop), role);
      const to = path === undefined ? undefined : paths.get(placeKey(path.place));
      if (path === undefined && role !== 'label') return 'stays';
      if (path === undefined || to === undefined) continue;
      result += escaped(value.slice(from, start + path.start)) + to;
      from = start + stop;
    }
  }
  if (from === 0) return undefined;
  const moved = result + escaped(value.slice(from));
  const isInQuotes = value.startsWith('"') || !/ /.test(result) || role !== 'path';
  return replaceField(at, field, isInQuotes ? moved : `"${result}"${escaped(value.slice(from))}`);
}

function* chunks(value: string): Iterable<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (let at = 0; at <= value.length; at++) {
    if (at < value.length && !BORDER.test(value.charAt(at))) continue;
    if (at > start) yield { start, end: at };
    start = at + 1;
  }
}

/** A moved file's name without a folder; of some values a DLL's name without extension, too. */
function isBareName(chunk: string, names: ReadonlySet<string>, role: Use['role']): boolean {
  const bare = fold(chunk.trim());
  return names.has(bare) || (role === 'dlls' && names.has(`${bare}.dll`));
}

/** The moved file that a part of a path names: all of it, or what stands before its first blanks (`x.exe /s`). */
function nameAt(part: string, names: ReadonlySet<string>): string | undefined {
  const folded = fold(part);
  if (names.has(folded.trimEnd())) return part.trimEnd();
  for (let blank = folded.indexOf(' '); blank > 0; blank = folded.indexOf(' ', blank + 1)) {
    if (names.has(folded.slice(0, blank))) return part.slice(0, blank);
  }
  return undefined;
}

/** What stands for a folder of Windows in a path that is used while Windows runs, or when the INF is processed. */
const ANCHOR =
  /(?:\\\?\?\\)?(?:%(-?\d{1,5})%|\\?%(SystemRoot|windir|ProgramFiles|ProgramData)%|\\(SystemRoot))(?=[\\/])/gi;
const DIRIDS: ReadonlyMap<string, number> = new Map([
  ['systemroot', 10],
  ['windir', 10],
  ['programfiles', 16422],
  ['programdata', 16419],
]);
const BELOW_WINDOWS = /^\s*(?=(?:System32|SysWOW64)[\\/])/i;

/** Where the path that ends a text begins, and the place that it names; `undefined` where its folder is not known. */
function pathBefore(text: string, role: Use['role']): { readonly start: number; readonly place: Place } | undefined {
  const anchor = [...text.matchAll(ANCHOR)].at(-1);
  if (anchor !== undefined) {
    const [written, dirid, variable, root] = anchor;
    const folder = dirid === undefined ? DIRIDS.get(fold(variable ?? root ?? '')) : Number(dirid);
    const rest = text.slice(anchor.index + written.length).replaceAll('/', '\\');
    return folder === undefined ? undefined : { start: anchor.index, place: placeOf(folder, rest) };
  }
  const relative = role === 'path' ? BELOW_WINDOWS.exec(text) : null;
  if (relative === null) return undefined;
  const start = relative[0].length;
  return { start, place: placeOf(10, text.slice(start).replaceAll('/', '\\')) };
}

/** Text of a value as an INF writes it: percent signs doubled, but those of dirids. */
function escaped(text: string): string {
  return text.replaceAll(/%-?\d{1,5}%|%/g, (found) => (found === '%' ? '%%' : found));
}
