import { readNumber } from '../../model/numbers.js';
import type { Installation, Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { Entry } from '../../plan/entries.js';
import type { Field, Line, LineRef } from '../../syntax/cst.js';

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
export function serviceLines(analysis: Analysis): readonly ServiceLine[] {
  return [...analysis.once(linesByEntry).values()];
}

function linesByEntry({ model, entries }: Analysis): ReadonlyMap<Line, ServiceLine> {
  const lines = new Map<Line, ServiceLine>();
  for (const { at } of entries.named('AddService')) {
    if (!lines.has(at.line)) lines.set(at.line, readServiceLine(model, at));
  }
  return lines;
}

/** The AddService lines of an installation: those of its .Services section and of what this needs in the same file. */
export type ServicesOf = (installation: Installation) => readonly ServiceLine[];

/** Answers for all installations of a file; keep it with `analysis.once(installedServices)`. */
export function installedServices(analysis: Analysis): ServicesOf {
  const lines = analysis.once(linesByEntry);
  // Installations that begin at the same section share the list of their services.
  const known = new Map<Installation['services'], readonly ServiceLine[]>();
  return ({ companions, services }) => {
    let found = known.get(services);
    if (found === undefined) {
      const own = companions.get('Services')?.lines ?? [];
      const all = new Set([...services.map(({ at }) => at.line), ...own.map(({ line }) => line)]);
      found = [...all].flatMap((line) => lines.get(line) ?? []);
      known.set(services, found);
    }
    return found;
  };
}

/**
 * What a service-install section says in its first line of a directive; `undefined` where that line is missing or empty.
 * @param name as in the table: `ServiceType`
 */
export function settingOf({ entries, model }: Analysis, section: Section, name: string): Setting | undefined {
  for (const entry of entries.of(section, 'serviceInstall')) {
    if (entry.directive?.name !== name) continue;
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
