import { fold } from '../language/fold.js';
import type { FileKind, Section } from './types.js';

/** Sections of other formats that end in .inf as well; the name alone is proof where no driver section stands beside. */
const FOREIGN_SECTIONS: Readonly<Record<string, FileKind>> = {
  defines: 'uefi-module',
  autorun: 'autorun',
  'autorun.i386': 'autorun',
  'autorun.amd64': 'autorun',
  unattend: 'unattend',
  unattended: 'unattend',
  guiunattended: 'unattend',
  'system access': 'security-template',
  'privilege rights': 'security-template',
  'registry values': 'security-template',
  'event audit': 'security-template',
  'kerberos policy': 'security-template',
  'service general setting': 'security-template',
  'group membership': 'security-template',
  unicode: 'security-template',
  newrequest: 'application',
};

/** Reserved sections that only a driver package has. Source: install/summary-of-inf-sections.md */
const DRIVER_SECTION =
  /^(?:manufacturer|classinstall32(?:\..*)?|interfaceinstall32|signatureattributes(?:\..*)?|controlflags)$/;
const DEFAULT_INSTALL = /^default(?:un)?install(?:\..*)?$/;
const SERVICES = /\.services$/;

/** Entries of [Version] that stand in driver packages only. Source: install/inf-version-section.md */
const DRIVER_ENTRIES: ReadonlySet<string> = new Set([
  'class',
  'catalogfile',
  'extensionid',
  'pnplockdown',
  'driverpackagetype',
]);
const LOOSE_REGISTRY = /^[ \t]{0,99}HK(?:LM|CU|CR|U|R)[ \t]{0,99},/im;
const NO_CLASS = '{00000000-0000-0000-0000-000000000000}';

/** What there is to see of a file. */
export interface FileContent {
  /** All sections; their kinds do not matter. */
  readonly sections: readonly Pick<Section, 'folded' | 'lines'>[];
  /** The text before the first section header. */
  readonly preamble: string;
  readonly expand: (value: string) => string;
}

type Entries = ReadonlyMap<string, string>;

/**
 * Tells by its content what an .inf file is. A file that has only begun counts as a driver as long as nothing in it
 * speaks for another format.
 */
export function detectFileKind({ sections, preamble, expand }: FileContent): FileKind {
  const version = readVersion(sections, expand);
  if (hasDriverEntry(version)) return 'driver';
  const named = sections.map((section) => ({ name: section.folded.trim(), section }));
  if (named.some(({ name }) => isDriverSection(name))) return 'driver';
  const foreign = named.find(({ name }) => Object.hasOwn(FOREIGN_SECTIONS, name));
  if (foreign !== undefined) return FOREIGN_SECTIONS[foreign.name] ?? 'unknown';
  const names = named.map(({ name }) => name);
  if (isRegistryHive(names, version, LOOSE_REGISTRY.test(preamble))) return 'registry-hive';
  const own = named.filter(({ name, section }) => !isCommonSection(name) && section.lines.length > 0);
  return judgeTheRest(
    own.map(({ name }) => name),
    version,
    names.includes('version'),
  );
}

/** The entries of [Version] by folded name, the first of each, expanded. */
function readVersion(sections: FileContent['sections'], expand: FileContent['expand']): Entries {
  const version = new Map<string, string>();
  for (const section of sections) {
    // The lines of a section are made when they are asked for: only of this one.
    if (section.folded.trim() !== 'version') continue;
    for (const { line } of section.lines) {
      const entry = fold(line.key?.value ?? '');
      if (!version.has(entry)) version.set(entry, expand(line.fields[0]?.value ?? ''));
    }
  }
  return version;
}

function hasDriverEntry(version: Entries): boolean {
  for (const entry of version.keys()) {
    if (DRIVER_ENTRIES.has(entry) || entry.startsWith('catalogfile.')) return true;
  }
  const guid = version.get('classguid');
  return guid !== undefined && guid !== '' && guid !== NO_CLASS;
}

function isDriverSection(name: string): boolean {
  return DRIVER_SECTION.test(name) || (DEFAULT_INSTALL.test(name) && SERVICES.test(name));
}

/** Text for a hive: add- and del-registry sections under their bare names, or such lines without any section. */
function isRegistryHive(names: readonly string[], version: Entries, hasLooseRegistry: boolean): boolean {
  if (version.has('provider') || version.has('driverver')) return false;
  if (names.length === 0) return hasLooseRegistry;
  const isRegistry = (name: string) => /^(?:add|del)reg(?:\.nt\w*)?$/.test(name);
  const isAlongside = (name: string) => name === 'version' || /^strings(?:\.|$)/.test(name);
  return names.some(isRegistry) && names.every((name) => isRegistry(name) || isAlongside(name));
}

/**
 * No section and no entry decides. With `ClassGuid` zero or writer-defined sections only, Windows itself would install
 * nothing from this file; a [Version] alone, or next to empty sections and those that every INF may have, may become a
 * driver yet. `own` are the sections that hold anything and that not every INF has.
 */
function judgeTheRest(own: readonly string[], version: Entries, hasVersion: boolean): FileKind {
  const isOld = fold(version.get('signature') ?? '') === '$chicago$';
  if (version.get('classguid') === NO_CLASS) return 'unknown';
  if (version.has('advancedinf')) return 'application';
  if (own.length === 0) return 'driver';
  if (own.every((name) => DEFAULT_INSTALL.test(name)) && !isOld) return 'driver';
  if (isOld) return 'application';
  const isBegun = version.has('provider') || version.has('driverver') || own.some((name) => DEFAULT_INSTALL.test(name));
  return isBegun || (version.size === 0 && hasVersion) ? 'driver' : 'unknown';
}

/** Sections that say nothing about what an INF installs. */
function isCommonSection(name: string): boolean {
  return /^(?:version|destinationdirs|strings(?:\..*)?|sourcedisks(?:names|files)(?:\..*)?)$/.test(name);
}
