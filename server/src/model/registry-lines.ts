import { fold } from '../language/fold.js';
import { sectionKinds, type SectionKind } from '../language/sections.js';
import type { Field, LineRef } from '../syntax/cst.js';
import { readNumber } from './numbers.js';
import type { RegistryLine, RegistryRoot, Section } from './types.js';

/** Source: install/inf-addreg-directive.md */
const ROOTS: ReadonlyMap<string, RegistryRoot> = new Map([
  ['hkcr', 'HKCR'],
  ['hkcu', 'HKCU'],
  ['hklm', 'HKLM'],
  ['hku', 'HKU'],
  ['hkr', 'HKR'],
]);

const DATA = 4;

/**
 * The add-registry lines of a section: all keyless lines of one that AddReg names, elsewhere those that begin with a
 * registry root (where they stand by mistake), none in sections whose lists mean something else.
 */
export function registryLinesOf(section: Section, expand: (value: string) => string): RegistryLine[] {
  const found: RegistryLine[] = [];
  const isRegistry = section.kinds.has('addRegistry');
  if (!isRegistry && hasOtherLists(section.kinds)) return found;
  for (const at of section.lines) {
    const { key, fields } = at.line;
    if (key !== undefined || fields.length === 0) continue;
    if (isRegistry ? fields.length > 1 || rootOf(fields[0], expand) : fields.length > 2 && rootOf(fields[0], expand)) {
      found.push(readRegistryLine(at, expand));
    }
  }
  return found;
}

/** Lines of these sections have the form of add-registry lines, but another meaning. */
function hasOtherLists(kinds: ReadonlySet<SectionKind>): boolean {
  for (const kind of kinds) {
    const { shape } = sectionKinds[kind];
    if (shape === 'list' || shape === 'text') return true;
  }
  return false;
}

function rootOf(field: Field | undefined, expand: (value: string) => string): RegistryRoot | undefined {
  return field === undefined ? undefined : ROOTS.get(fold(expand(field.value)));
}

/** Reads `root, subkey, value name, flags, data…`. Source: install/inf-addreg-directive.md */
function readRegistryLine(at: LineRef, expand: (value: string) => string): RegistryLine {
  const [rootField, subkeyField, valueNameField, flagsField] = at.line.fields;
  const dataFields = at.line.fields.slice(DATA);
  const flagsText = flagsField === undefined ? '' : expand(flagsField.value);
  return {
    at,
    root: rootOf(rootField, expand),
    rootField,
    subkey: subkeyField === undefined ? '' : expand(subkeyField.value),
    subkeyField,
    valueName: valueNameField === undefined ? '' : expand(valueNameField.value),
    valueNameField,
    flags: flagsText === '' ? 0 : readNumber(flagsText),
    flagsField,
    data: dataFields.map((field) => expand(field.value)),
    dataFields,
  };
}
