import { fold } from '../language/fold.js';
import type { SectionKind } from '../language/sections.js';
import type { ModelsUse } from './manufacturers.js';
import type { Roles } from './roles.js';
import type { SectionDraft, SectionIndex } from './section-index.js';
import { parseDecoration } from './targets.js';
import type { Architecture, Device, DeviceMatch, Installation, TargetRange } from './types.js';

/** Where an installation begins. */
export interface Start {
  readonly origin: Installation['origin'];
  readonly name: string;
  readonly architecture: Architecture | undefined;
  readonly suffix: string;
  readonly section: SectionDraft | undefined;
  readonly kind: SectionKind;
  readonly matches: DeviceMatch[];
}

/** What the starts are found in. */
export interface StartInput {
  readonly index: SectionIndex;
  readonly roles: Roles;
  readonly uses: readonly ModelsUse[];
  readonly devicesIn: (section: SectionDraft) => readonly Device[];
}

/** Devices on targets that are looked at in one file; the largest real files have some ten thousand. */
const MAX_MATCHES = 300_000;

/** All sections at which Windows begins an installation: behind the Models lines, then those of a reserved name. */
export function findStarts(input: StartInput): Start[] {
  return [...startsFromModels(input), ...startsFromReserved(input)];
}

/** One start for each install section name and architecture, whatever the number of devices. */
function startsFromModels({ index, uses, devicesIn }: StartInput): Start[] {
  const byPlatform = new Map<string, Map<string, readonly Start[]>>();
  const all: Start[] = [];
  let left = MAX_MATCHES;
  for (const { section, target } of uses) {
    const platform = platformKey(target);
    const starts = byPlatform.get(platform) ?? new Map<string, readonly Start[]>();
    byPlatform.set(platform, starts);
    const narrowed = new Map<Architecture, TargetRange>();
    const devices = devicesIn(section);
    left -= devices.length;
    if (left < 0) break;
    for (const device of devices) {
      const name = fold(device.installName);
      let found = starts.get(name);
      if (found === undefined) {
        found = startsOf(device.installName, target, index);
        starts.set(name, found);
        all.push(...found);
      }
      for (const { architecture, matches } of found) {
        matches.push({ device, target: narrow(target, architecture, narrowed) });
      }
    }
  }
  return all;
}

function platformKey({ architecture, decoration }: TargetRange): string {
  return architecture ?? (decoration.placeholder ? fold(platformOf(decoration.text)) : '');
}

/** `NT$ARCH$` of `NT$ARCH$.10.0...16299`. */
function platformOf(decoration: string): string {
  return decoration.split('.')[0] ?? '';
}

/** A target that leaves the architecture open, for the installation on one of them. */
function narrow(
  target: TargetRange,
  architecture: Architecture | undefined,
  known: Map<Architecture, TargetRange>,
): TargetRange {
  if (architecture === undefined || target.architecture !== undefined) return target;
  const narrowed = known.get(architecture) ?? { ...target, architecture };
  known.set(architecture, narrowed);
  return narrowed;
}

/**
 * The install sections that Windows picks for a name: that of the architecture, else `.NT`, else the plain one. Where the
 * target leaves the architecture open, each that the file knows counts.
 * Source: install/creating-inf-files-for-multiple-platforms-and-operating-systems.md
 */
function startsOf(name: string, target: TargetRange, index: SectionIndex): Start[] {
  const { architecture, decoration } = target;
  const variants = index.platformVariantsOf(name);
  const start = (of: Architecture | undefined, section: SectionDraft | undefined): Start => {
    const suffix = section?.name.slice(name.length) ?? '';
    return { origin: 'models', name, architecture: of, suffix, section, kind: 'install', matches: [] };
  };
  const withPlatform = (platform: string) =>
    variants.find((variant) => fold(variant.decoration.text) === platform)?.section;
  const fallback = withPlatform('nt') ?? index.named(name);
  if (architecture !== undefined) return [start(architecture, withPlatform(`nt${architecture}`) ?? fallback)];
  if (decoration.placeholder) {
    const literal = withPlatform(fold(platformOf(decoration.text)));
    if (literal !== undefined) return [start(undefined, literal)];
  }
  const found: Start[] = [];
  for (const variant of variants) {
    if (variant.decoration.architecture !== undefined)
      found.push(start(variant.decoration.architecture, variant.section));
    else if (variant.decoration.placeholder) found.push(start(undefined, variant.section));
  }
  if (fallback !== undefined || found.length === 0) found.push(start(undefined, fallback));
  return found;
}

const RESERVED_ORIGINS: Readonly<Partial<Record<SectionKind, Installation['origin']>>> = {
  defaultInstall: 'default-install',
  classInstall: 'class-install',
  interfaceClassInstall: 'class-install',
};

/** [DefaultInstall…], [ClassInstall32…] and [InterfaceInstall32] are where Windows begins without a device. */
function startsFromReserved({ roles }: StartInput): Start[] {
  const starts: Start[] = [];
  for (const { section, kind } of roles.reserved) {
    const origin = RESERVED_ORIGINS[kind];
    if (origin === undefined) continue;
    const dot = section.name.indexOf('.');
    const name = dot < 0 ? section.name : section.name.slice(0, dot);
    const suffix = section.name.slice(name.length);
    const { architecture } = parseDecoration(suffix.slice(1));
    starts.push({ origin, name, architecture, suffix, section, kind, matches: [] });
  }
  return starts;
}
