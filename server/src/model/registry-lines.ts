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
      found.push(new ReadLine(at, expand));
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

/**
 * A line `root, subkey, value name, flags, data…`. Its parts are read on demand: large files have thousands of lines of
 * which nobody asks more than the name. Source: install/inf-addreg-directive.md
 */
class ReadLine implements RegistryLine {
  readonly at: LineRef;
  private readonly expand: (value: string) => string;

  constructor(at: LineRef, expand: (value: string) => string) {
    this.at = at;
    this.expand = expand;
  }

  get root(): RegistryRoot | undefined {
    return rootOf(this.rootField, this.expand);
  }

  get rootField(): Field | undefined {
    return this.at.line.fields[0];
  }

  get subkey(): string {
    return this.textOf(this.subkeyField);
  }

  get subkeyField(): Field | undefined {
    return this.at.line.fields[1];
  }

  get valueName(): string {
    return this.textOf(this.valueNameField);
  }

  get valueNameField(): Field | undefined {
    return this.at.line.fields[2];
  }

  get flags(): number | undefined {
    const text = this.textOf(this.flagsField);
    return text === '' ? 0 : readNumber(text);
  }

  get flagsField(): Field | undefined {
    return this.at.line.fields[3];
  }

  get data(): readonly string[] {
    return this.dataFields.map((field) => this.expand(field.value));
  }

  get dataFields(): readonly Field[] {
    return this.at.line.fields.slice(DATA);
  }

  private textOf(field: Field | undefined): string {
    return field === undefined ? '' : this.expand(field.value);
  }
}
