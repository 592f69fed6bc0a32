import { fold } from '../../language/fold.js';
import type { Model, Section } from '../../model/types.js';
import { textOf } from '../../syntax/cst.js';
import { mostCommon } from './style.js';

/** SetupAPI's limit of a section name, in characters. Source: install/general-syntax-rules-for-inf-files.md */
const LONGEST_NAME = 255;
/** Characters that may stand in a section name wherever it is referred to without quotes. */
const UNSAFE = /[^\w.$@#-]+/g;

/**
 * A name for a new add-registry section, after the section that refers to it: `Netkvm_Service` gives
 * `Netkvm_Service_DmaRemap_AddReg`, parted by `.` where the file parts names so, and numbered if already in use.
 * @param added names of sections that are about to be added
 */
export function unusedSectionName(model: Model, base: string, added: readonly string[]): string {
  const part = separatorOf(model, base);
  const stem = base.replace(UNSAFE, '_').slice(0, LONGEST_NAME - 30);
  const name = `${stem}${part}DmaRemap${part}AddReg`;
  const used = new Set([
    ...model.sections.map((section) => section.folded),
    ...model.references.map((reference) => fold(reference.name)),
    ...added.map(fold),
  ]);
  let candidate = name;
  for (let number = 2; used.has(fold(candidate)); number++) candidate = `${name}${String(number)}`;
  return candidate;
}

/** `.` or `_`: what parts the words in the names of add-registry sections, or else in the base name. */
function separatorOf(model: Model, base: string): string {
  const names = model.references.filter((reference) => reference.expects === 'addRegistry').map(({ name }) => name);
  const used = names.flatMap((name) => /[._](?=[A-Za-z]+$)/.exec(name)?.[0] ?? []);
  return mostCommon(used) ?? /[._]/.exec(base)?.[0] ?? '_';
}

/** The suffix that makes a hardware section, in the case in which the file writes its suffixes: `.HW` or `.hw`. */
export function hardwareSuffix(model: Model): string {
  const suffixes = model.sections.flatMap((section) => /\.(hw)$/i.exec(section.name)?.[1] ?? []);
  const own = mostCommon(suffixes);
  if (own !== undefined) return `.${own}`;
  const services = model.sections.flatMap((section) => /\.(services)$/i.exec(section.name)?.[1] ?? []);
  return mostCommon(services) === 'services' ? '.hw' : '.HW';
}

/** `AddReg` in the case in which the file writes it: in this section, else anywhere. */
export function addRegKey(model: Model, section: Section | undefined): string {
  return spelledKey(section === undefined ? [] : [section]) ?? spelledKey(model.sections) ?? 'AddReg';
}

function spelledKey(sections: readonly Section[]): string | undefined {
  const keys = sections.flatMap((section) =>
    section.lines.flatMap(({ placed, line }) =>
      line.key !== undefined && fold(line.key.value) === 'addreg' ? [textOf(placed.block, line.key.span)] : [],
    ),
  );
  return mostCommon(keys);
}
