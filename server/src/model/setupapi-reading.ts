import { fold } from '../language/fold.js';
import type { Cst, Line, LineRef } from '../syntax/cst.js';
import { expandPercent } from '../syntax/percent.js';
import { lineAt, type Snapshot } from '../text/snapshot.js';

/** What SetupAPI answers about a file it opens: sections merged, strings expanded. */
export interface SetupApiReading {
  readonly sections: readonly SetupApiSection[];
}

export interface SetupApiSection {
  /** As first written between the brackets. */
  readonly name: string;
  readonly lines: readonly SetupApiLine[];
}

export interface SetupApiLine {
  /** 1-based number of the first physical line. */
  readonly line: number;
  /** What stands before `=`; of a line with a single value that value; `null` for other lines. */
  readonly key: string | null;
  /** Fields 1…n. */
  readonly fields: readonly string[];
}

/** Why SetupAPI does not open a file. */
export interface SetupApiRefusal {
  /** Error code as GetLastError gives it: 0xE0000001. */
  readonly code: number;
  /** 1-based line; 0 when no line is to blame. */
  readonly line: number;
  readonly reason: string;
}

/** Result of `readAsSetupApi`. */
export type SetupApiAnswer =
  { readonly ok: true; readonly reading: SetupApiReading } | { readonly ok: false; readonly refusal: SetupApiRefusal };

/** Signatures that SetupAPI accepts. Source: install/inf-version-section.md */
const SIGNATURES: ReadonlySet<string> = new Set(['$windows nt$', '$windows 95$', '$chicago$']);

const REASONS = {
  'text-before-first-section': 'text stands before the first section',
  'unclosed-header': 'a section name has no closing bracket',
  'section-name-too-long': 'a section name is longer than 255 characters',
} as const;

interface RawSection {
  readonly name: string;
  readonly lines: LineRef[];
}

/**
 * Reads a file as SetupAPI does (SetupOpenInfFile, SetupEnumInfSections, SetupGetStringField): same-named sections
 * merged, `%tokens%` replaced from [Strings]. Directory tokens such as `%13%` stay as written, for their value depends
 * on the machine; so do the localized [Strings.LANGID] sections stay unused, for they depend on the user's language.
 */
export function readAsSetupApi(cst: Cst): SetupApiAnswer {
  const { snapshot, refusal } = cst;
  if (snapshot.text === '') return refused(0x3ee, 0, 'the file is empty');
  if (refusal)
    return refused(refusal.code, lineFeedsBefore(snapshot.text, refusal.span.start) + 1, REASONS[refusal.reason]);
  const sections = mergeSections(cst);
  if (!hasSignature(sections.get('version'))) {
    return refused(
      0xe0000100,
      0,
      'the Signature in [Version] is missing or not one of $WINDOWS NT$, $CHICAGO$, $WINDOWS 95$',
    );
  }
  const strings = readStrings(sections.get('strings'));
  const expand = (value: string): string => expandPercent(value, (name) => strings.get(fold(name)));
  const readings = [...sections.values()].map(({ name, lines }) => ({
    name,
    lines: lines.map((at) => readLine(at, cst.snapshot, expand)),
  }));
  return { ok: true, reading: { sections: readings } };
}

function refused(code: number, line: number, reason: string): SetupApiAnswer {
  return { ok: false, refusal: { code, line, reason } };
}

/** SetupAPI counts line feeds only. */
function lineFeedsBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Sections by folded name, in the order in which their first headers stand. */
function mergeSections(cst: Cst): ReadonlyMap<string, RawSection> {
  const sections = new Map<string, RawSection>();
  for (const placed of cst.blocks) {
    const { header, lines } = placed.block;
    if (!header) continue;
    const folded = fold(header.name);
    let section = sections.get(folded);
    if (!section) sections.set(folded, (section = { name: header.name, lines: [] }));
    for (const line of lines) section.lines.push({ placed, line });
  }
  return sections;
}

/** The key before string substitution: a single value is its own key. */
function rawKey({ key, fields }: Line): string | undefined {
  return key ? key.value : fields.length === 1 ? fields[0]?.value : undefined;
}

/** SetupAPI looks at the first Signature entry only, and does not expand it. */
function hasSignature(version: RawSection | undefined): boolean {
  const entry = version?.lines.find(({ line }) => fold(rawKey(line) ?? '') === 'signature');
  return SIGNATURES.has(fold(entry?.line.fields[0]?.value ?? ''));
}

/** Tokens by folded name; of two definitions the first counts, of several values the first is taken. */
function readStrings(section: RawSection | undefined): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  for (const { line } of section?.lines ?? []) {
    const key = rawKey(line);
    if (key === undefined) continue;
    const folded = fold(key);
    if (!strings.has(folded)) strings.set(folded, line.fields[0]?.value ?? '');
  }
  return strings;
}

function readLine({ placed, line }: LineRef, snapshot: Snapshot, expand: (value: string) => string): SetupApiLine {
  const key = rawKey(line);
  return {
    line: lineAt(snapshot, placed.start + line.span.start) + 1,
    key: key === undefined ? null : expand(key),
    fields: line.fields.map((field) => expand(field.value)),
  };
}
