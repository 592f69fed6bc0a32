import { fold } from '../../language/fold.js';
import type { FileStyle } from './file-style.js';

/** SetupAPI's limit of a section name, in characters. Source: install/general-syntax-rules-for-inf-files.md */
const LONGEST_NAME = 255;
/** Room for what is put behind the base of a name. */
const SUFFIX_ROOM = 30;
/** Characters that may not stand in a section name wherever it is referred to without quotes. */
const UNSAFE = /[^\w.$@#-]+/g;

/**
 * A name for a new add-registry section, after the section that refers to it: `Netkvm_Service` gives
 * `Netkvm_Service_DmaRemap_AddReg`, parted by `.` where the file parts names so, and numbered if already in use.
 * @param added names of sections that are about to be added
 */
export function unusedSectionName(style: FileStyle, base: string, added: readonly string[]): string {
  const part = style.namePart ?? /[._]/.exec(base)?.[0] ?? '_';
  const stem = base.replace(UNSAFE, '_').slice(0, LONGEST_NAME - SUFFIX_ROOM);
  return unused(style, `${stem}${part}DmaRemap${part}AddReg`, added);
}

/** A name for a new section after another one: `Svc_Files` and `DelFiles` give `Svc_Files_DelFiles`, numbered if in use. */
export function unusedNameAfter(style: FileStyle, base: string, suffix: string): string {
  const part = /[._]/.exec(base)?.[0] ?? style.namePart ?? '_';
  return unused(style, `${base.replace(UNSAFE, '_').slice(0, LONGEST_NAME - SUFFIX_ROOM)}${part}${suffix}`, []);
}

function unused(style: FileStyle, name: string, added: readonly string[]): string {
  const taken = new Set(added.map(fold));
  let candidate = name;
  for (let number = 2; style.usedNames.has(fold(candidate)) || taken.has(fold(candidate)); number++) {
    candidate = `${name}${String(number)}`;
  }
  return candidate;
}
