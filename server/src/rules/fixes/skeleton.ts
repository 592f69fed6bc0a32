import type { FieldSpec } from '../../language/fields.js';
import { directiveNamed, sectionFacts } from '../../language/lookup.js';
import type { SectionKind } from '../../language/sections.js';
import { valueSets } from '../../language/values.js';
import type { Model } from '../../model/types.js';
import type { NewSection } from './draft.js';
import { asField } from './field-edit.js';

/** What the author will most likely write; all other values come from the types of the fields. */
const USUAL: Readonly<Record<string, string>> = {
  ServiceType: '1',
  StartType: '3',
  ErrorControl: '1',
  KmdfLibraryVersion: '1.15',
  UmdfLibraryVersion: '2.15.0',
  SoftwareType: '2',
};

const IN_TEMPLATES: Readonly<Record<string, string>> = {
  KmdfLibraryVersion: '$KMDFVERSION$',
  UmdfLibraryVersion: '$UMDFVERSION$',
};

/** What names a new section is given by: the section itself, and the service or other thing that it describes. */
export interface SkeletonNames {
  readonly section: string;
  readonly subject: string;
}

/** The sections that a reference to a missing one asks for: that one, and what its required entries lead to. */
export function skeletonOf(model: Model, kind: SectionKind, names: SkeletonNames): readonly NewSection[] {
  if (kind === 'eventLogInstall') return eventLogSections(names.section);
  const entries = requiredNames(kind);
  const width = Math.max(0, ...entries.map(({ length }) => length));
  const lines = entries.map((name) => `${name.padEnd(width)} = ${usualValue(model, kind, name, names)}`);
  return [{ name: names.section, lines }];
}

/** Source: install/inf-addservice-directive.md */
function eventLogSections(name: string): readonly NewSection[] {
  const addRegistry = `${name}_AddReg`;
  const lines = [
    'HKR,,EventMessageFile,0x00020000,"%%SystemRoot%%\\System32\\IoLogMsg.dll"',
    'HKR,,TypesSupported,0x00010001,7',
  ];
  return [
    { name, lines: [`AddReg = ${addRegistry}`] },
    { name: addRegistry, lines },
  ];
}

/** The entries that a kind of section must have; of several of which one will do, the first. */
function requiredNames(kind: SectionKind): readonly string[] {
  return sectionFacts(kind).required.flatMap((name) => (typeof name === 'string' ? [name] : name.slice(0, 1)));
}

/** The value with which a required entry is written for the time being. */
export function usualValue(model: Model, kind: SectionKind, name: string, names: SkeletonNames): string {
  const usual = (model.isTemplate ? IN_TEMPLATES[name] : undefined) ?? USUAL[name];
  if (usual !== undefined) return usual;
  const specs = directiveNamed(kind, name)?.values ?? [];
  const last = specs.findLastIndex(({ optional }) => !optional);
  return specs
    .slice(0, last + 1)
    .map((spec) => placeholderFor(spec, names))
    .join(', ');
}

function placeholderFor({ type, optional }: FieldSpec, { section, subject }: SkeletonNames): string {
  if (optional) return '';
  switch (type.type) {
    case 'oneOf':
    case 'flags': {
      const { form, members } = valueSets[type.set];
      const [first] = members;
      return form === 'words' ? (first?.name ?? '') : String(first?.value ?? 0);
    }
    case 'guid':
      return '{00000000-0000-0000-0000-000000000000}';
    case 'integer':
      return String(type.min ?? 0);
    case 'path':
      return asField(`%13%\\${subject.toLowerCase()}.${section === subject ? 'dll' : 'sys'}`);
    case 'version':
      return '1.0';
    case 'sectionRef':
      return asField(`${section}_Section`);
    default:
      return asField(subject);
  }
}
