import { fold } from '../language/fold.js';
import { readNumber } from '../model/numbers.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Model, RegistryLine, RegistryWrite, Section } from '../model/types.js';
import { editDistance } from '../text/edit-distance.js';
import type { Analysis } from './analysis.js';
import { DMA_VALUE_NAMES, DMA_VALUES, writesDword } from './dma-values.js';
import type { DmaLine, DmaValueName } from './dma.js';
import { readRegistryFacts } from './registry-facts.js';

/** Applications of DMA lines that are looked at in one file; the largest real files have some thousands. */
const MAX_WRITES = 100_000;
const NAME_SLIPS = 2;
const SUBKEY_SLIPS = 2;

const FOLDED_NAMES: ReadonlyMap<string, DmaValueName> = new Map(DMA_VALUE_NAMES.map((name) => [fold(name), name]));

/** Names cut down to what a wrong memory keeps: `RemapSupported`, `DmaRemappingCompat`. */
const SKELETONS: ReadonlyMap<string, DmaValueName> = new Map(DMA_VALUE_NAMES.map((name) => [skeleton(name), name]));

/** Finds every line that sets a DMA remapping value or clearly means to; see `DmaLine`. */
export function findDmaLines(analysis: Analysis): DmaLine[] {
  const { model } = analysis;
  const lines: DmaLine[] = [];
  let writes = 0;
  const listed = new Set(
    analysis
      .once(readRegistryFacts)
      .select(({ name }) => MENTION.test(name))
      .map(({ section }) => section),
  );
  const inStrings = model.strings.some(({ value }) => hasHint(value));
  for (const section of model.sections) {
    const isList = section.kinds.has('addRegistry');
    if (isList ? !listed.has(section) : !mayNameValue(section, inStrings)) continue;
    for (const line of model.registryLinesIn(section)) {
      const meant = recognise(line);
      if (meant === undefined) continue;
      const read = readDmaLine(model, line, meant);
      lines.push(read);
      writes += read.writes.length;
      if (writes > MAX_WRITES) return lines;
    }
  }
  return lines;
}

/** Every name that `recognise` knows holds it. */
const MENTION = /map/i;
/** The same in a text as written: perhaps with quotes or a continuation in between. */
const HINT = /m["\\\s]*a["\\\s]*p/i;
/** A comment may stand in the middle of a continued name, a token for all of it. */
const COMMENTED_CONTINUATION = /\\[ \t]*;/;

function hasHint(text: string): boolean {
  return HINT.test(text) || (text.includes(';') && COMMENTED_CONTINUATION.test(text));
}

/** Tells by its text whether a section that is no list of registry values can hold a line about DMA remapping. */
function mayNameValue({ blocks }: Section, inStrings: boolean): boolean {
  return blocks.some(({ block: { text } }) => hasHint(text) || (inStrings && text.includes('%')));
}

interface Recognised {
  readonly intended: DmaValueName;
  readonly named: boolean;
}

/** Which value a line means: the right name anywhere, a near miss only where no other meaning is likely. */
function recognise(line: RegistryLine): Recognised | undefined {
  if (!MENTION.test(line.valueName)) return undefined;
  const name = fold(line.valueName.trim());
  const exact = FOLDED_NAMES.get(name);
  if (exact !== undefined) return { intended: exact, named: line.valueName === line.valueName.trim() };
  if (line.root === undefined) return undefined;
  for (const candidate of DMA_VALUE_NAMES) {
    if (editDistance(name, fold(candidate), NAME_SLIPS) <= NAME_SLIPS) return { intended: candidate, named: false };
  }
  const intended = SKELETONS.get(skeleton(name));
  if (intended === undefined || !isPlausiblePlace(line, intended)) return undefined;
  return { intended, named: false };
}

/** `RemapFlags` alone may belong to anybody's driver; below something like `DMA Management` it is ours. */
function isPlausiblePlace(line: RegistryLine, intended: DmaValueName): boolean {
  return intended === 'DmaRemappingCompatible' || isNearSubkey(line.subkey, DMA_VALUES[intended].subkey);
}

/** Tells whether a subkey is `wanted` or a slip of it: case, blanks and up to two letters apart. */
export function isNearSubkey(subkey: string, wanted: string): boolean {
  const bare = (text: string) => fold(text).replace(/[\s_-]+/g, '');
  return editDistance(bare(subkey), bare(wanted), SUBKEY_SLIPS) <= SUBKEY_SLIPS;
}

/** Brings the variants of a name to one form: `dmaremappingcompatible` and `DmaRemapCompat` to `compat`. */
function skeleton(name: string): string {
  const parts = /^(dma)?_?(?:re)map(?:p?ing|ped|p?able)?_?(compat|support|flag)(?:ible|ibility|ed|s)?$/.exec(
    fold(name),
  );
  return parts?.[2] ?? fold(name);
}

function readDmaLine(model: Model, line: RegistryLine, { intended, named }: Recognised): DmaLine {
  const valueText = joinData(line.data);
  const placeholder = hasPlaceholder(valueText);
  const number = placeholder ? undefined : readNumber(valueText);
  const isReadThere = named ? placesOf(line, intended) : nowhere;
  return {
    line,
    intended,
    named,
    value: number !== undefined && number <= DMA_VALUES[intended].maximum ? number : undefined,
    valueText,
    valueField: line.dataFields[0],
    placeholder,
    type: typeOf(model, line),
    writes: model.writesOf(line.at).map((write) => ({ write, effective: isReadThere(write) })),
  };
}

/** Several data fields are no number: `01,00,00,00` stays a list. */
function joinData(data: readonly string[]): string {
  return data.join(',').replace(/,+$/, '');
}

function typeOf(model: Model, line: RegistryLine): DmaLine['type'] {
  if (line.flags !== undefined) return writesDword(line.flags) ? 'dword' : 'other';
  const text = line.flagsField === undefined ? '' : model.valueOf(line.flagsField);
  return hasPlaceholder(text) ? 'placeholder' : 'unreadable';
}

/** Tells whether Windows reads the value in the key that a write goes to. */
type PlaceTest = (write: RegistryWrite) => boolean;

const nowhere: PlaceTest = () => false;

/** The test for the writes of a line that sets a value. */
function placesOf({ root, subkey: written }: RegistryLine, intended: DmaValueName): PlaceTest {
  if (root === 'HKR') {
    const { relativeTo, subkey } = DMA_VALUES[intended];
    return trimSubkey(written) === fold(subkey) ? (write) => write.relativeTo === relativeTo : nowhere;
  }
  const mayBeOfService = root === 'HKLM' && intended === 'DmaRemappingCompatible';
  return mayBeOfService ? (write) => absoluteService(write) !== undefined : nowhere;
}

function trimSubkey(subkey: string): string {
  return fold(subkey).replace(/\\$/, '');
}

/** The service of the installation below whose Parameters key an HKLM line writes. */
function absoluteService(write: RegistryWrite): string | undefined {
  const key = trimSubkey(write.line.subkey);
  const match = /^system\\currentcontrolset\\services\\([^\\]+)\\parameters$/.exec(key);
  if (match === null) return undefined;
  return write.installation.services.find((service) => fold(service.name) === match[1])?.name;
}

/** The service whose policy an effective write decides. */
export function serviceOf(write: RegistryWrite): string | undefined {
  return write.line.root === 'HKLM' ? absoluteService(write) : write.service;
}
