import { fold } from '../../language/fold.js';
import type { Model, RegistryLine } from '../../model/types.js';
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

/** Writes an add-registry line below HKR as the lines of `local` are written, or else those of the whole file. */
export function renderRegistry(model: Model, local: readonly RegistryLine[], content: RegistryContent): string {
  const everywhere = model.registryLines;
  const fields = [
    spellRoot(local, everywhere),
    spellSubkey(local, everywhere, content.subkey),
    spellValueName(local, everywhere, content.valueName),
    content.flagsText ?? spellDwordFlags(local, everywhere),
    typeof content.value === 'number' ? spellNumber(local, everywhere, content.value) : content.value,
  ];
  const samples = samplesOf(local);
  const line = samples.length > 0 ? joinLike(samples, fields) : fields.join(plainSeparator(samplesOf(everywhere)));
  return line + (content.trailing ?? '');
}

/** Text of a field as written, quotes included. */
function written(line: RegistryLine, field: Field): string {
  return textOf(line.at.placed.block, field.span);
}

/** The commonest spelling among the neighbours, else in the file, else `undefined`. */
function spelling(
  local: readonly RegistryLine[],
  everywhere: readonly RegistryLine[],
  read: (line: RegistryLine) => string | undefined,
): string | undefined {
  const of = (lines: readonly RegistryLine[]): string | undefined =>
    mostCommon(lines.map(read).filter((text) => text !== undefined));
  return of(local) ?? of(everywhere);
}

function spellRoot(local: readonly RegistryLine[], everywhere: readonly RegistryLine[]): string {
  const read = (line: RegistryLine): string | undefined => {
    if (line.root !== 'HKR' || line.rootField === undefined) return undefined;
    const text = written(line, line.rootField);
    return fold(text) === 'hkr' ? text : undefined;
  };
  return spelling(local, everywhere, read) ?? 'HKR';
}

/** Writes a subkey quoted or bare, as the file writes its like. A name with a blank is quoted unless the file does not. */
export function spellSubkey(
  local: readonly RegistryLine[],
  everywhere: readonly RegistryLine[],
  subkey: string,
): string {
  const blank = subkey.includes(' ');
  const read = (line: RegistryLine): string | undefined => {
    const like = line.subkeyField !== undefined && line.subkey !== '' && line.subkey.includes(' ') === blank;
    return like ? quotedOrBare(line.subkeyField) : undefined;
  };
  return (spelling(local, everywhere, read) ?? (blank ? 'quoted' : 'bare')) === 'quoted' ? `"${subkey}"` : subkey;
}

/** Writes a value name quoted or bare, as the file writes its like. */
export function spellValueName(
  local: readonly RegistryLine[],
  everywhere: readonly RegistryLine[],
  name: string,
): string {
  const read = (line: RegistryLine): string | undefined =>
    line.valueNameField !== undefined && /^[a-z]\w*$/i.test(line.valueName)
      ? quotedOrBare(line.valueNameField)
      : undefined;
  return spelling(local, everywhere, read) === 'quoted' ? `"${name}"` : name;
}

function quotedOrBare(field: Field): 'quoted' | 'bare' {
  return field.quoted ? 'quoted' : 'bare';
}

/** The flags of REG_DWORD in the file's spelling: `0x00010001`, `0x10001`, `65537` or `%REG_DWORD%`. */
export function spellDwordFlags(local: readonly RegistryLine[], everywhere: readonly RegistryLine[]): string {
  const read = (line: RegistryLine): string | undefined =>
    line.flags === DWORD_FLAGS && line.flagsField !== undefined && !line.flagsField.quoted
      ? written(line, line.flagsField)
      : undefined;
  return spelling(local, everywhere, read) ?? '0x00010001';
}

/** A small number in the notation that the file uses for small REG_DWORD numbers: `1`, `0x1` or `0x00000001`. */
export function spellNumber(
  local: readonly RegistryLine[],
  everywhere: readonly RegistryLine[],
  value: number,
): string {
  const read = (line: RegistryLine): string | undefined => {
    const field = line.dataFields[0];
    if (line.flags === undefined || (line.flags & DWORD_FLAGS) !== DWORD_FLAGS || field === undefined) return undefined;
    const hex = /^0x(0*[0-9])$/i.exec(written(line, field));
    if (hex?.[1] !== undefined) return `0x${'0'.repeat(hex[1].length)}`;
    return /^[0-9]$/.test(written(line, field)) ? 'decimal' : undefined;
  };
  const notation = spelling(local, everywhere, read) ?? 'decimal';
  return notation === 'decimal' ? String(value) : `0x${value.toString(16).padStart(notation.length - 2, '0')}`;
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
