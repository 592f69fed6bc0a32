import type { SectionKind } from '../language/sections.js';
import type { Cst, Field, LineRef, PlacedBlock } from '../syntax/cst.js';
import type { Span } from '../text/span.js';

/**
 * What a file that ends in .inf can be. Only `driver` is linted; the others share the extension, not the language.
 * `application`: a legacy `$CHICAGO$` installer without device or driver sections.
 */
export type FileKind =
  'driver' | 'uefi-module' | 'autorun' | 'security-template' | 'registry-hive' | 'application' | 'unattend' | 'unknown';

/** A section as Windows sees it: every block of that name merged, in file order. */
export interface Section {
  /** As first written between the brackets. */
  readonly name: string;
  /** `fold(name)` with %tokens% expanded: the key for every look-up. */
  readonly folded: string;
  readonly blocks: readonly PlacedBlock[];
  readonly lines: readonly LineRef[];
  /** Roles in which the file reaches this section; empty when nothing refers to it and its name is not reserved. */
  readonly kinds: ReadonlySet<SectionKind>;
}

/** A field that names a section, e.g. `X` in `AddReg = X`. */
export interface SectionReference {
  /** The section that holds the referring line. */
  readonly from: Section;
  readonly at: LineRef;
  readonly field: Field;
  /** Table name of the directive (or of the keyless line's kind): `AddReg`, `AddService`, `Models`… */
  readonly directive: string;
  /** The name, expanded, as written. */
  readonly name: string;
  readonly expects: SectionKind;
  /** The sections the name reaches: one for a literal look-up, several for decorated ones (a DDInstall name in a Models line). */
  readonly targets: readonly Section[];
}

export type Architecture = 'x86' | 'ia64' | 'amd64' | 'arm' | 'arm64';

/** An operating system: `build` counts only where major.minor is 10.0. */
export interface OsVersion {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
}

/** A TargetOSVersion decoration: `NTamd64.10.0...16299`. Source: install/inf-manufacturer-section.md */
export interface Decoration {
  /** As written, without a leading dot; empty for the undecorated Models section. */
  readonly text: string;
  /** `undefined`: not stated (NT alone or nothing), or a placeholder such as `$ARCH$` (then `placeholder` is true). */
  readonly architecture: Architecture | undefined;
  readonly version: OsVersion | undefined;
  readonly productType: number | undefined;
  readonly suiteMask: number | undefined;
  readonly placeholder: boolean;
  /** False when it cannot be read (InfVerif 1287). */
  readonly valid: boolean;
}

/** The systems for which Windows selects one Models section: `from` inclusive, `until` exclusive (`undefined`: open). */
export interface TargetRange {
  readonly decoration: Decoration;
  readonly architecture: Architecture | undefined;
  readonly from: OsVersion;
  readonly until: OsVersion | undefined;
}

/** One Models line. Source: install/inf-models-section.md */
export interface Device {
  readonly at: LineRef;
  readonly modelsSection: Section;
  readonly description: string;
  /** Undecorated DDInstall name, expanded. */
  readonly installName: string;
  readonly installField: Field | undefined;
  /** Hardware ID first, then compatible IDs; expanded; empty ones left out. */
  readonly ids: readonly { readonly id: string; readonly field: Field }[];
}

/** A device on the systems that select its Models section. */
export interface DeviceMatch {
  readonly device: Device;
  readonly target: TargetRange;
}

/** Sections that hang on a DDInstall section by suffix. */
export type CompanionSuffix =
  | 'HW'
  | 'Services'
  | 'CoInstallers'
  | 'FactDef'
  | 'LogConfigOverride'
  | 'Interfaces'
  | 'WMI'
  | 'Wdf'
  | 'Filters'
  | 'Events'
  | 'COM'
  | 'Software'
  | 'Components';

/**
 * What one DDInstall name means on one architecture: the decorated section Windows picks, its companions, and all the
 * devices and targets that come here. Also made for [DefaultInstall…], [ClassInstall32…] and [InterfaceInstall32] (then
 * `matches` is empty).
 */
export interface Installation {
  readonly origin: 'models' | 'default-install' | 'class-install';
  readonly name: string;
  readonly architecture: Architecture | undefined;
  /** `.NTamd64`, `.NT` or empty: as written in the header that was found. */
  readonly suffix: string;
  readonly section: Section | undefined;
  readonly companions: ReadonlyMap<CompanionSuffix, Section>;
  readonly services: readonly ServiceInstall[];
  readonly matches: readonly DeviceMatch[];
  readonly writes: readonly RegistryWrite[];
  /** `Include`d files and `Needs`ed sections of the installation and its companions, expanded. */
  readonly includes: readonly string[];
  readonly needs: readonly string[];
}

/** One AddService (or AddFilter-less filter) line. Source: install/inf-addservice-directive.md */
export interface ServiceInstall {
  readonly at: LineRef;
  readonly name: string;
  readonly flags: number;
  /** SPSVCINST_ASSOCSERVICE (0x2): the function driver of the device. */
  readonly isFunctionDriver: boolean;
  readonly section: Section | undefined;
  readonly sectionField: Field | undefined;
}

export type RegistryRoot = 'HKCR' | 'HKCU' | 'HKLM' | 'HKU' | 'HKR';

/** What HKR stands for. Source: install/inf-addreg-directive.md */
export type RelativeRoot =
  | 'software' // Control\Class\{guid}\nnnn
  | 'hardware' // Enum\…\Device Parameters
  | 'service' // Services\name
  | 'umdf-service' // WUDF\Services\name
  | 'interface'
  | 'interface-class'
  | 'class' // Control\Class\{guid}
  | 'event-log'
  | 'filter'
  | 'component'
  | 'none'; // DefaultInstall: HKR means nothing

/** An add-registry line, read but not yet placed in any installation. */
export interface RegistryLine {
  readonly at: LineRef;
  /** `undefined` when the first field is no root that exists. */
  readonly root: RegistryRoot | undefined;
  readonly rootField: Field | undefined;
  readonly subkey: string;
  readonly subkeyField: Field | undefined;
  readonly valueName: string;
  readonly valueNameField: Field | undefined;
  /** `undefined` when the flags cannot be read as a number; empty flags are 0 (REG_SZ). */
  readonly flags: number | undefined;
  readonly flagsField: Field | undefined;
  /** Expanded data fields. */
  readonly data: readonly string[];
  readonly dataFields: readonly Field[];
}

/** One link of the chain from a Models line (or reserved section) to the line that is applied. */
export interface Step {
  readonly section: Section;
  /** The field that led here; `undefined` for a companion reached by its suffix. */
  readonly via: { readonly at: LineRef; readonly field: Field } | undefined;
}

/** One add-registry line as one installation applies it. */
export interface RegistryWrite {
  readonly line: RegistryLine;
  readonly installation: Installation;
  /** DDInstall section → … → the add-registry section. */
  readonly path: readonly Step[];
  /** Grows in the order in which the installation applies its add-registry sections. */
  readonly order: number;
  readonly relativeTo: RelativeRoot;
  /** For `service`, `filter` and `event-log`: the service's name. */
  readonly service: string | undefined;
  /** Absolute key, with `<…>` for what only the machine knows: `HKLM\SYSTEM\CurrentControlSet\Services\netkvm\Parameters`. */
  readonly key: string;
}

/** A token of [Strings] and where it is defined. */
export interface StringDefinition {
  readonly name: string;
  readonly value: string;
  readonly at: LineRef;
  /** Folded LANGID of `[Strings.0407]`, empty for [Strings]. */
  readonly language: string;
}

/** `%name%` somewhere in the text. */
export interface TokenUse {
  readonly name: string;
  /** Document span, percent signs included. */
  readonly span: Span;
  readonly kind: 'string' | 'dirid' | 'escape';
}

/**
 * Everything known about one version of one file. Made by `bind`; answers are computed on first demand and kept.
 * Spans inside LineRef are relative to their block; `spanOf` and `absolute` make them document spans.
 */
export interface Model {
  readonly cst: Cst;
  readonly fileKind: FileKind;
  /** True for .inx, .inf.in and files with build placeholders. */
  readonly isTemplate: boolean;
  /** In file order of their first block. */
  readonly sections: readonly Section[];
  sectionNamed(name: string): Section | undefined;
  /** The section a block belongs to; `undefined` for block 0. */
  sectionOf(placed: PlacedBlock): Section | undefined;
  /** Replaces %tokens% as SetupAPI does; undefined ones stay as written. */
  expand(value: string): string;
  /** Expanded value of a field. */
  valueOf(field: Field): string;
  /** Definitions of a token, [Strings] first, then the localized sections. */
  definitionsOf(token: string): readonly StringDefinition[];
  readonly strings: readonly StringDefinition[];
  tokenUses(at: LineRef): readonly TokenUse[];
  readonly references: readonly SectionReference[];
  referencesTo(section: Section): readonly SectionReference[];
  /** First value of an entry of [Version], expanded: `version('Class')`. */
  version(
    entry: string,
  ): { readonly value: string; readonly at: LineRef; readonly field: Field | undefined } | undefined;
  readonly devices: readonly Device[];
  readonly targets: readonly TargetRange[];
  readonly installations: readonly Installation[];
  /** Every add-registry line of every section of that kind or that looks like one. */
  readonly registryLines: readonly RegistryLine[];
  /** Those of one section: for who can tell by a section's text that it matters, and leaves the others unread. */
  registryLinesIn(section: Section): readonly RegistryLine[];
  registryLineAt(at: LineRef): RegistryLine | undefined;
  /** All the ways in which a line is applied; empty when nothing reaches it. */
  writesOf(at: LineRef): readonly RegistryWrite[];
}
