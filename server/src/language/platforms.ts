import { fold } from './fold.js';
import type { ReleaseName } from './releases.js';

/** A processor architecture as decorations spell it. */
export type ArchitectureName = 'x86' | 'ia64' | 'amd64' | 'arm' | 'arm64';

/**
 * Architectures and the release from which their platform extension (`.ntarm64`) is read.
 * Source: install/creating-inf-files-for-multiple-platforms-and-operating-systems
 */
export const architectures: Readonly<
  Record<ArchitectureName, { readonly title: string; readonly since: ReleaseName; readonly until?: ReleaseName }>
> = {
  x86: { title: '32-bit x86', since: 'Windows XP', until: 'Windows 11' },
  ia64: { title: 'Itanium', since: 'Windows XP', until: 'Windows 8' },
  amd64: { title: 'x64', since: 'Windows XP' },
  arm: { title: '32-bit Arm', since: 'Windows 8', until: 'Windows 11' },
  arm64: { title: 'Arm64', since: 'Windows 10 1709' },
};

/** Extensions of section and directive names, folded, with their leading dot; `.nt` stands for x86 (before 2003 SP1: all). */
export const platformExtensions: Readonly<Record<string, ArchitectureName | undefined>> = {
  '.nt': undefined,
  '.ntx86': 'x86',
  '.ntia64': 'ia64',
  '.ntamd64': 'amd64',
  '.ntarm': 'arm',
  '.ntarm64': 'arm64',
};

/** Suffixes of SourceDisksNames and SourceDisksFiles, folded, with their leading dot. */
export const sourceDisksSuffixes: Readonly<Record<string, ArchitectureName>> = {
  '.x86': 'x86',
  '.ia64': 'ia64',
  '.amd64': 'amd64',
  '.arm': 'arm',
  '.arm64': 'arm64',
};

/** A name and its platform extension: `Install.NTamd64` is `Install` and `.NTamd64`; the latter may be empty. */
export interface PlatformName {
  readonly base: string;
  /** As written, with the leading dot, or empty. */
  readonly extension: string;
}

/**
 * Whether a suffix with its leading dot is a platform extension, ignoring case; in templates the build puts the
 * architecture in: `.NT$ARCH$`.
 */
export function isPlatformExtension(suffix: string): boolean {
  const folded = fold(suffix);
  return Object.hasOwn(platformExtensions, folded) || /^\.nt\$\w+\$$/.test(folded);
}

/** Whether a suffix with its leading dot is one of SourceDisksNames and SourceDisksFiles: `.amd64`, or `.$ARCH$`. */
export function isSourceDisksSuffix(suffix: string): boolean {
  const folded = fold(suffix);
  return Object.hasOwn(sourceDisksSuffixes, folded) || /^\.\$\w+\$$/.test(folded);
}

/** Splits a platform extension off the end of a name. */
export function splitPlatform(name: string): PlatformName {
  const dot = name.lastIndexOf('.');
  if (dot < 0 || !isPlatformExtension(name.slice(dot))) return { base: name, extension: '' };
  return { base: name.slice(0, dot), extension: name.slice(dot) };
}

/** One part of a TargetOSVersion decoration, in order. Source: install/inf-manufacturer-section */
export interface TargetField {
  readonly name: string;
  readonly summary: string;
  /** What may stand there, for people. */
  readonly allowed: string;
  readonly since?: ReleaseName;
  /** Windows Drivers and universal drivers may not state it. */
  readonly desktopOnly?: true;
}

/** `NT[architecture][.[major][.[minor][.[product type][.[suite mask][.[build]]]]]]`: skipped parts keep their dots. */
export const targetFields: readonly TargetField[] = [
  { name: 'NT', summary: 'The literal prefix.', allowed: 'NT' },
  {
    name: 'Architecture',
    summary: 'Joined to NT. Every architecture but x86 must be stated.',
    allowed: 'x86, ia64, amd64, arm, arm64',
  },
  { name: 'OSMajorVersion', summary: 'The oldest major version.', allowed: 'a number, such as 10' },
  { name: 'OSMinorVersion', summary: 'The oldest minor version.', allowed: 'a number, such as 0' },
  { name: 'ProductType', summary: 'The kind of product it must be.', allowed: '1, 2 or 3', desktopOnly: true },
  { name: 'SuiteMask', summary: 'The suites it must have, all of them.', allowed: 'bits', desktopOnly: true },
  {
    name: 'BuildNumber',
    summary: 'The oldest build, compared only where major and minor version are equal. Older systems skip the section.',
    allowed: '14310 or more',
    since: 'Windows 10 1607',
  },
];

/** The lowest build number that a decoration may state (InfVerif 1288). */
export const lowestTargetBuild = 14310;

/** VER_NT_… numbers of the product type in a decoration. */
export const productTypes = [
  { value: 1, name: 'VER_NT_WORKSTATION', summary: 'A client.' },
  { value: 2, name: 'VER_NT_DOMAIN_CONTROLLER', summary: 'A domain controller.' },
  { value: 3, name: 'VER_NT_SERVER', summary: 'A server that is no domain controller.' },
] as const;

/** VER_SUITE_… bits of the suite mask in a decoration. */
export const suiteMasks = [
  { value: 0x1, name: 'VER_SUITE_SMALLBUSINESS' },
  { value: 0x2, name: 'VER_SUITE_ENTERPRISE' },
  { value: 0x4, name: 'VER_SUITE_BACKOFFICE' },
  { value: 0x8, name: 'VER_SUITE_COMMUNICATIONS' },
  { value: 0x10, name: 'VER_SUITE_TERMINAL' },
  { value: 0x20, name: 'VER_SUITE_SMALLBUSINESS_RESTRICTED' },
  { value: 0x40, name: 'VER_SUITE_EMBEDDEDNT' },
  { value: 0x80, name: 'VER_SUITE_DATACENTER' },
  { value: 0x100, name: 'VER_SUITE_SINGLEUSERTS' },
  { value: 0x200, name: 'VER_SUITE_PERSONAL' },
  { value: 0x400, name: 'VER_SUITE_SERVERAPPLIANCE' },
] as const;
