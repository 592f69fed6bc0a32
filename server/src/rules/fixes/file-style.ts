import { fold } from '../../language/fold.js';
import type { SectionKind } from '../../language/sections.js';
import type { Model, RegistryLine, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { textOf, type LineRef } from '../../syntax/cst.js';
import { readSpelling, separatorOf, type Spelling } from './registry-style.js';
import { keyedSamples, mostCommon, type KeyedSample } from './style.js';

/** So many lines of a file are enough to know how it is written. */
const ENOUGH_LINES = 500;

/** How a file is written as a whole, for what has no neighbours to follow. */
export interface FileStyle {
  readonly spelling: Spelling;
  /** What parts the fields of add-registry lines: `,` or `, `. */
  readonly separator: string;
  /** `AddReg` in the case of the file. */
  readonly addReg: string;
  /** How `AddReg` is written in install sections, or else how the entries of install sections are. */
  readonly addRegSamples: readonly KeyedSample[];
  /** What parts the names in lists of sections: `,` or `, `. */
  readonly comma: string;
  /** What stands before the name of a section behind other fields, as in `AddService = x, 2, Section`: `,` or `, `. */
  readonly fieldComma: string;
  /** `.HW` or `.hw`. */
  readonly hardwareSuffix: string;
  /** `.` or `_`: what parts the words in the names of add-registry sections; `undefined` when none has any. */
  readonly namePart: string | undefined;
  /** Folded names that sections have or are referred to by. */
  readonly usedNames: ReadonlySet<string>;
}

/** The style of a file, read once. */
export function fileStyle(analysis: Analysis): FileStyle {
  return analysis.once(readFileStyle);
}

/** The add-registry lines that show how a file writes its own. */
export function sampleLines(model: Model): readonly RegistryLine[] {
  return model.registryLines.slice(0, ENOUGH_LINES);
}

function readFileStyle({ model }: Analysis): FileStyle {
  const sample = sampleLines(model);
  const addRegs = model.references.filter(({ expects }) => expects === 'addRegistry').slice(0, ENOUGH_LINES);
  return {
    spelling: readSpelling(sample),
    separator: separatorOf(sample),
    addReg: mostCommon(addRegs.flatMap(({ at }) => addRegKeyOf(at) ?? [])) ?? 'AddReg',
    addRegSamples: readAddRegSamples(model),
    comma: addRegs.map(({ at }) => commaIn(at)).find((comma) => comma !== undefined) ?? ', ',
    fieldComma: readFieldComma(model),
    hardwareSuffix: readHardwareSuffix(model),
    namePart: mostCommon(addRegs.flatMap(({ name }) => /[._](?=[A-Za-z]+$)/.exec(name)?.[0] ?? [])),
    usedNames: new Set([
      ...model.sections.map((section) => section.folded),
      ...model.references.map((reference) => fold(reference.name)),
    ]),
  };
}

/** The key of an `AddReg` entry as written; `undefined` for any other entry. */
export function addRegKeyOf({ placed, line: { key } }: LineRef): string | undefined {
  return key !== undefined && fold(key.value) === 'addreg' ? textOf(placed.block, key.span) : undefined;
}

/** `,` or `, ` between the first two values of an entry. */
export function commaIn({ placed, line }: LineRef): string | undefined {
  const [first, second] = line.fields;
  if (first === undefined || second === undefined) return undefined;
  return /^,[ \t]?$/.exec(placed.block.text.slice(first.span.end, second.span.start))?.[0];
}

/** From the sections that AddService, AddInterface and the like name; without any from all names of sections. */
function readFieldComma({ references }: Model): string {
  const gaps = references.slice(0, ENOUGH_LINES).flatMap(({ at, field, directive }) => {
    const before = at.placed.block.text.slice(at.line.span.start, field.span.start);
    const gap = /,[ \t]?$/.exec(before)?.[0];
    return gap === undefined ? [] : [{ gap, isLate: LATE_NAMES.has(directive) }];
  });
  const late = gaps.filter(({ isLate }) => isLate);
  return mostCommon((late.length > 0 ? late : gaps).map(({ gap }) => gap)) ?? ', ';
}

/** Directives that name a section behind what it is for. */
const LATE_NAMES: ReadonlySet<string> = new Set([
  'AddService',
  'AddFilter',
  'AddInterface',
  'AddEventProvider',
  'AddComponent',
  'AddSoftware',
  'UmdfService',
  'KmdfService',
]);

const INSTALL_KINDS: readonly SectionKind[] = ['install', 'installHardware', 'installServices', 'classInstall'];

function readAddRegSamples(model: Model): readonly KeyedSample[] {
  const lines: LineRef[] = [];
  for (const section of model.sections) {
    if (lines.length > ENOUGH_LINES) break;
    if (INSTALL_KINDS.some((kind) => section.kinds.has(kind))) lines.push(...section.lines);
  }
  const addRegs = keyedSamples(lines.filter((at) => addRegKeyOf(at) !== undefined));
  return addRegs.length > 0 ? addRegs : keyedSamples(lines);
}

function readHardwareSuffix({ sections }: Model): string {
  const suffixes = (pattern: RegExp): readonly string[] =>
    sections.flatMap((section: Section) => pattern.exec(section.name)?.[0] ?? []);
  const own = mostCommon(suffixes(/\.hw$/i));
  return own ?? (mostCommon(suffixes(/\.services$/i)) === '.services' ? '.hw' : '.HW');
}
