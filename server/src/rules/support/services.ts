import { fold } from '../../language/fold.js';
import { readNumber } from '../../model/numbers.js';
import { hasPlaceholder } from '../../model/placeholders.js';
import type { Installation, Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { Entry } from '../../plan/entries.js';
import type { Field, LineRef } from '../../syntax/cst.js';

/** SPSVCINST_ASSOCSERVICE: the service is the function driver of the device. Source: install/inf-addservice-directive */
export const FUNCTION_DRIVER = 0x2;
/** SPSVCINST_UNIQUE_NAME of setupapi.h: the service gets a name of its own. */
export const UNIQUE_NAME = 0x10000;

const FLAGS_AT = 1;
const SECTION_AT = 2;
/** SERVICE_WIN32_OWN_PROCESS and SERVICE_WIN32_SHARE_PROCESS */
const WIN32 = 0x30;
/** SERVICE_KERNEL_DRIVER, SERVICE_FILE_SYSTEM_DRIVER and SERVICE_RECOGNIZER_DRIVER */
const DRIVER = 0xb;

/** An AddService line as Windows reads it. */
export interface ServiceLine {
  readonly at: LineRef;
  /** Expanded; empty for a device that needs no function driver. */
  readonly name: string;
  readonly nameField: Field | undefined;
  /** `undefined` when they are no number, or when a build has yet to say. */
  readonly flags: number | undefined;
  readonly flagsField: Field | undefined;
  readonly sectionField: Field | undefined;
  /** The service-install section, where the file has it. */
  readonly section: Section | undefined;
}

/** Reads a line of AddService. */
export function readServiceLine(model: Model, at: LineRef): ServiceLine {
  const [nameField] = at.line.fields;
  const flagsField = at.line.fields[FLAGS_AT];
  const sectionField = filled(at.line.fields[SECTION_AT]);
  return {
    at,
    name: nameField === undefined ? '' : model.valueOf(nameField),
    nameField,
    flags: flagsField === undefined || flagsField.value === '' ? 0 : readNumber(model.valueOf(flagsField)),
    flagsField,
    sectionField,
    section: sectionField === undefined ? undefined : model.sectionNamed(model.valueOf(sectionField)),
  };
}

function filled(field: Field | undefined): Field | undefined {
  return field === undefined || field.value === '' ? undefined : field;
}

/** All AddService lines of a file, in its order; keep them with `analysis.once(serviceLines)`. */
export function serviceLines({ model, entries }: Analysis): readonly ServiceLine[] {
  const lines = new Map(entries.named('AddService').map(({ at }) => [at.line, at] as const));
  return [...lines.values()].map((at) => readServiceLine(model, at));
}

/** The AddService lines of an installation: those of its .Services section and of what this needs in the same file. */
export function servicesOf(
  { model, entries }: Analysis,
  { companions, services }: Installation,
): readonly ServiceLine[] {
  const own = companions.get('Services');
  const lines = new Set<LineRef>(services.map(({ at }) => at));
  for (const { at, directive } of own === undefined ? [] : entries.of(own, 'installServices')) {
    if (directive?.name === 'AddService') lines.add(at);
  }
  const byLine = new Map([...lines].map((at) => [at.line, at] as const));
  return [...byLine.values()].map((at) => readServiceLine(model, at));
}

/** What a service-install section says in its first line of a name; `undefined` where that line is missing or empty. */
export function settingOf({ entries, model }: Analysis, section: Section, name: string): Setting | undefined {
  const folded = fold(name);
  for (const entry of entries.of(section, 'serviceInstall')) {
    if (entry.directive === undefined || fold(entry.directive.name) !== folded) continue;
    const [field] = entry.at.line.fields;
    if (field === undefined || field.value === '') return undefined;
    return { entry, field, value: model.valueOf(field) };
  }
  return undefined;
}

/** One entry of a section. */
export interface Setting {
  readonly entry: Entry;
  readonly field: Field;
  /** Expanded. */
  readonly value: string;
}

/** What kind of service a service-install section makes; `undefined` where its type cannot be told. */
export function serviceKind(analysis: Analysis, section: Section): 'driver' | 'win32' | undefined {
  const type = readNumber(settingOf(analysis, section, 'ServiceType')?.value ?? '');
  if (type === undefined) return undefined;
  if ((type & WIN32) !== 0) return 'win32';
  return (type & DRIVER) !== 0 ? 'driver' : undefined;
}

/** A token without definition or a mark that a build replaces: what the value will be is not known. */
export function isOpenValue(value: string): boolean {
  return value.includes('%') || hasPlaceholder(value);
}
