import { fold } from '../language/fold.js';
import type { Cst } from '../syntax/cst.js';
import type { FileKind } from './types.js';

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
const DRIVER_SECTION = /^(?:manufacturer|classinstall32(?:\..*)?|interfaceinstall32|signatureattributes(?:\..*)?|controlflags)$/;
const DEFAULT_INSTALL = /^default(?:un)?install(?:\..*)?$/;
const SERVICES = /\.services$/;

/** Entries of [Version] that stand in driver packages only. Source: install/inf-version-section.md */
const DRIVER_ENTRIES: ReadonlySet<string> = new Set(['class', 'catalogfile', 'extensionid', 'pnplockdown', 'driverpackagetype']);
const LOOSE_REGISTRY = /^[ \t]{0,99}HK(?:LM|CU|CR|U|R)[ \t]{0,99},/im;
const NO_CLASS = '{00000000-0000-0000-0000-000000000000}';

/** What the sections and [Version] of a file tell about its kind. */
interface Evidence {
  /** Folded names of the sections. */
  readonly names: ReadonlySet<string>;
  /** Those that hold at least one line. */
  readonly filled: ReadonlySet<string>;
  readonly foreign: FileKind | undefined;
  readonly version: ReadonlyMap<string, string>;
  /** Registry lines before any section header. */
  readonly hasLooseRegistry: boolean;
}

/**
 * Tells by its content what an .inf file is. A file that has only begun counts as a driver as long as nothing in it
 * speaks for another format. `expand` replaces %tokens%.
 */
export function detectFileKind(cst: Cst, expand: (value: string) => string): FileKind {
  const evidence = gather(cst, expand);
  if (hasDriverEvidence(evidence)) return 'driver';
  if (evidence.foreign !== undefined) return evidence.foreign;
  if (isRegistryHive(evidence)) return 'registry-hive';
  return judgeTheRest(evidence);
}

function gather(cst: Cst, expand: (value: string) => string): Evidence {
  const names = new Set<string>();
  const filled = new Set<string>();
  const version = new Map<string, string>();
  let foreign: FileKind | undefined;
  for (const { block } of cst.blocks) {
    if (block.header === undefined) continue;
    const name = fold(block.header.name.trim());
    names.add(name);
    if (block.lines.length > 0) filled.add(name);
    foreign ??= Object.hasOwn(FOREIGN_SECTIONS, name) ? FOREIGN_SECTIONS[name] : undefined;
    if (name !== 'version') continue;
    for (const { key, fields } of block.lines) {
      const entry = fold(key?.value ?? '');
      if (!version.has(entry)) version.set(entry, expand(fields[0]?.value ?? ''));
    }
  }
  return { names, filled, foreign, version, hasLooseRegistry: LOOSE_REGISTRY.test(cst.blocks[0]?.block.text ?? '') };
}

function hasDriverEvidence({ names, version }: Evidence): boolean {
  for (const entry of version.keys()) {
    if (DRIVER_ENTRIES.has(entry) || entry.startsWith('catalogfile.')) return true;
  }
  const guid = version.get('classguid');
  if (guid !== undefined && guid !== '' && guid !== NO_CLASS) return true;
  for (const name of names) {
    if (DRIVER_SECTION.test(name) || (DEFAULT_INSTALL.test(name) && SERVICES.test(name))) return true;
  }
  return false;
}

/** Text for a hive: add- and del-registry sections under their bare names, or such lines before any section. */
function isRegistryHive({ names, version, hasLooseRegistry }: Evidence): boolean {
  if (version.has('provider') || version.has('driverver')) return false;
  let hasRegistry = false;
  for (const name of names) {
    if (/^(?:add|del)reg(?:\.nt\w*)?$/.test(name)) hasRegistry = true;
    else if (name !== 'version' && !/^strings(?:\.|$)/.test(name)) return false;
  }
  return hasRegistry || (hasLooseRegistry && names.size === 0);
}

/**
 * No section and no entry decides. With `ClassGuid` zero or writer-defined sections only, Windows itself would install
 * nothing from this file; a [Version] alone, or next to empty sections and those that every INF may have, may become a
 * driver yet.
 */
function judgeTheRest({ names, filled, version }: Evidence): FileKind {
  const isOld = fold(version.get('signature') ?? '') === '$chicago$';
  if (version.get('classguid') === NO_CLASS) return 'unknown';
  if (version.has('advancedinf')) return 'application';
  const own = [...filled].filter((name) => !isCommonSection(name));
  if (own.length === 0) return 'driver';
  if (own.every((name) => DEFAULT_INSTALL.test(name)) && !isOld) return 'driver';
  if (isOld) return 'application';
  const isBegun = version.has('provider') || version.has('driverver') || own.some((name) => DEFAULT_INSTALL.test(name));
  return isBegun || (version.size === 0 && names.has('version')) ? 'driver' : 'unknown';
}

/** Sections that say nothing about what an INF installs. */
function isCommonSection(name: string): boolean {
  return /^(?:version|destinationdirs|strings(?:\..*)?|sourcedisks(?:names|files)(?:\..*)?)$/.test(name);
}
