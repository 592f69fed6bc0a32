import { fold } from '../../language/fold.js';
import type { RegistryLine } from '../../model/types.js';
import { textOf, type Field } from '../../syntax/cst.js';
import { alignmentOf, indentBefore, mostCommon, padding, widthOf } from './style.js';

/** The flags of a REG_DWORD value (FLG_ADDREG_TYPE_DWORD). Source: install/inf-addreg-directive.md */
export const DWORD_FLAGS = 0x00010001;

/** What an add-registry line shall say; the way it is written comes from the file. */
export interface RegistryContent {
  readonly subkey: string;
  readonly valueName: string;
  /** As written, e.g. of a line that is moved; `undefined`: REG_DWORD in the file's own spelling. */
  readonly flagsText: string | undefined;
  /** A number is written in the file's own notation, a text as it is. */
  readonly value: number | string;
  /** Blanks and comment behind the last field, e.g. of a line that is moved. */
  readonly trailing?: string;
}

/** How a set of add-registry lines is spelt; `undefined` where they give no evidence. */
export interface Spelling {
  readonly root: string | undefined;
  /** Whether subkeys with a blank in them stand in quotes. */
  readonly blankSubkey: Quoting | undefined;
  readonly plainSubkey: Quoting | undefined;
  readonly valueName: Quoting | undefined;
  /** The flags of REG_DWORD: `0x00010001`, `0x10001`, `65537` or `%REG_DWORD%`. */
  readonly dwordFlags: string | undefined;
  /** Small REG_DWORD numbers: `decimal`, or `0x` and as many zeros as there are digits. */
  readonly number: string | undefined;
}

type Quoting = 'quoted' | 'bare';

/** Reads the spelling of lines, each part that of the majority. */
export function readSpelling(lines: readonly RegistryLine[]): Spelling {
  const majority = <T>(read: (line: RegistryLine) => T | undefined): T | undefined =>
    mostCommon(lines.map(read).filter((one) => one !== undefined));
  return {
    root: majority(rootOf),
    blankSubkey: majority((line) => (line.subkey.includes(' ') ? quotingOf(line.subkeyField) : undefined)),
    plainSubkey: majority((line) => (/^[^ ]+$/.test(line.subkey) ? quotingOf(line.subkeyField) : undefined)),
    valueName: majority((line) => (/^[a-z]\w*$/i.test(line.valueName) ? quotingOf(line.valueNameField) : undefined)),
    dwordFlags: majority(dwordFlagsOf),
    number: majority(notationOf),
  };
}

/** The nearer spelling, completed by the farther one. */
export function mergeSpellings(near: Spelling, far: Spelling): Spelling {
  return {
    root: near.root ?? far.root,
    blankSubkey: near.blankSubkey ?? far.blankSubkey,
    plainSubkey: near.plainSubkey ?? far.plainSubkey,
    valueName: near.valueName ?? far.valueName,
    dwordFlags: near.dwordFlags ?? far.dwordFlags,
    number: near.number ?? far.number,
  };
}

/** Text of a field as written, quotes included. */
function written(line: RegistryLine, field: Field): string {
  return textOf(line.at.placed.block, field.span);
}

function rootOf(line: RegistryLine): string | undefined {
  if (line.root !== 'HKR' || line.rootField === undefined) return undefined;
  const text = written(line, line.rootField);
  return fold(text) === 'hkr' ? text : undefined;
}

function quotingOf(field: Field | undefined): Quoting | undefined {
  if (field === undefined) return undefined;
  return field.quoted ? 'quoted' : 'bare';
}

function dwordFlagsOf(line: RegistryLine): string | undefined {
  if (line.flags !== DWORD_FLAGS || line.flagsField === undefined || line.flagsField.quoted) return undefined;
  return written(line, line.flagsField);
}

function notationOf(line: RegistryLine): string | undefined {
  const field = line.dataFields[0];
  if (line.flags === undefined || (line.flags & DWORD_FLAGS) !== DWORD_FLAGS || field === undefined) return undefined;
  const hex = /^0x(0*[0-9])$/i.exec(written(line, field));
  if (hex?.[1] !== undefined) return `0x${'0'.repeat(hex[1].length)}`;
  return /^[0-9]$/.test(written(line, field)) ? 'decimal' : undefined;
}

/** Writes a subkey; a name with a blank is quoted unless the file does not. */
export function spellSubkey({ blankSubkey, plainSubkey }: Spelling, subkey: string): string {
  const quoting = subkey.includes(' ') ? (blankSubkey ?? 'quoted') : (plainSubkey ?? 'bare');
  return quoting === 'quoted' ? `"${subkey}"` : subkey;
}

/** Writes the flags of a REG_DWORD. */
export function spellDwordFlags({ dwordFlags }: Spelling): string {
  return dwordFlags ?? '0x00010001';
}

/** Writes a small number. */
export function spellNumber({ number = 'decimal' }: Spelling, value: number): string {
  return number === 'decimal' ? String(value) : `0x${value.toString(16).padStart(number.length - 2, '0')}`;
}

/**
 * Writes an add-registry line below HKR.
 * @param spelling of the neighbours, completed by that of the file
 * @param local the neighbours, whose columns and separators it takes on
 * @param separator `,` or `, `, where there are no neighbours
 */
export function renderRegistry(
  spelling: Spelling,
  local: readonly RegistryLine[],
  separator: string,
  content: RegistryContent,
): string {
  const fields = [
    spelling.root ?? 'HKR',
    spellSubkey(spelling, content.subkey),
    spelling.valueName === 'quoted' ? `"${content.valueName}"` : content.valueName,
    content.flagsText ?? spellDwordFlags(spelling),
    typeof content.value === 'number' ? spellNumber(spelling, content.value) : content.value,
  ];
  const samples = samplesOf(local);
  return (samples.length > 0 ? joinLike(samples, fields) : fields.join(separator)) + (content.trailing ?? '');
}

/** `,` or `, `: the commonest separator of lines, wide gaps counted as a blank. */
export function separatorOf(lines: readonly RegistryLine[]): string {
  return plainSeparator(samplesOf(lines));
}

/** An add-registry line as written: the prefix up to each field and the blanks after the comma before it. */
interface Sample {
  readonly indent: string;
  readonly prefixes: readonly string[];
  readonly gaps: readonly (string | undefined)[];
}

function samplesOf(lines: readonly RegistryLine[]): readonly Sample[] {
  return lines.flatMap((line) => {
    const { text } = line.at.placed.block;
    const { span, fields } = line.at.line;
    if (/[\r\n]/.test(text.slice(span.start, span.end))) return [];
    const indent = indentBefore(text, span.start);
    const from = span.start - indent.length;
    const prefixes = fields.map((field) => text.slice(from, field.span.start));
    const gaps = fields.map((field, index) =>
      index > 0 && field.span.end > field.span.start ? /,([ \t]*)$/.exec(prefixes[index] ?? '')?.[1] : undefined,
    );
    return [{ indent, prefixes, gaps }];
  });
}

/** Joins fields as the samples are joined: field by field in their column where they have one, else with their gap. */
function joinLike(samples: readonly Sample[], fields: readonly string[]): string {
  const plain = plainSeparator(samples);
  let result = (mostCommon(samples.map((sample) => sample.indent)) ?? '') + (fields[0] ?? '');
  fields.slice(1).forEach((field, index) => {
    const having = samples.filter((sample) => sample.gaps[index + 1] !== undefined);
    const gaps = having.map((sample) => sample.gaps[index + 1] ?? '');
    const column = alignmentOf(
      having.map((sample) => sample.prefixes[index + 1] ?? ''),
      gaps,
    );
    result += ',';
    if (column === undefined) {
      result += (narrow(mostCommon(gaps)) ?? plain.slice(1)) + field;
    } else {
      const tabs = gaps.some((gap) => gap.includes('\t')) ? column.tab : undefined;
      const least = gaps.includes('') ? '' : plain.slice(1);
      result += padding(widthOf(result, column.tab), column.column, tabs, least) + field;
    }
  });
  return result;
}

/** A gap that is wider than a blank is the rest of an alignment. */
function narrow(gap: string | undefined): string | undefined {
  return gap === undefined || gap.length <= 1 ? gap : ' ';
}

/** `,` or `, `: the commonest separator, wide gaps counted as a blank. */
function plainSeparator(samples: readonly Sample[]): string {
  const gaps = samples.flatMap((sample) => sample.gaps).filter((gap) => gap !== undefined);
  return `,${mostCommon(gaps.map((gap) => narrow(gap) ?? '')) ?? ''}`;
}
