import { fold } from '../language/fold.js';
import { addTo } from '../text/group.js';
import { readNumber } from './numbers.js';
import { hasPlaceholder } from './placeholders.js';
import type { Architecture, Decoration, OsVersion, TargetRange } from './types.js';
import { compareVersions } from './versions.js';

/** Every architecture a decoration can name, in the order of the documentation. Source: install/inf-manufacturer-section.md */
export const ARCHITECTURES: readonly Architecture[] = ['x86', 'ia64', 'amd64', 'arm', 'arm64'];

const MAX_PARTS = 6;
const FIRST_VERSION: OsVersion = { major: 0, minor: 0, build: 0 };

/**
 * Reads a TargetOSVersion decoration, `NT[arch][.[major][.[minor][.[productType][.[suite][.[build]]]]]]`, without a
 * leading dot. The empty text is the undecorated section, which is valid. Source: install/inf-manufacturer-section.md
 */
export function parseDecoration(text: string): Decoration {
  const parts = text.split('.');
  const platform = fold(parts[0] ?? '');
  const architecture = ARCHITECTURES.find((each) => platform === `nt${each}`);
  const numbers = parts.slice(1).map((part) => (part === '' ? undefined : readNumber(part)));
  const placeholder = hasPlaceholder(text);
  const isPlatform = architecture !== undefined || platform === 'nt' || text === '';
  const isReadable = parts.slice(1).every((part, index) => part === '' || numbers[index] !== undefined);
  return {
    text,
    architecture,
    version: versionOf(numbers),
    productType: numbers[2],
    suiteMask: numbers[3],
    placeholder,
    valid: placeholder || (isPlatform && isReadable && parts.length <= MAX_PARTS),
  };
}

/** Major, minor, product type, suite mask, build. Without a major version there is no version. */
function versionOf(numbers: readonly (number | undefined)[]): OsVersion | undefined {
  const [major, minor, , , build] = numbers;
  return major === undefined ? undefined : { major, minor: minor ?? 0, build: build ?? 0 };
}

/**
 * The systems that each decoration of one Manufacturer line stands for: from its own version up to the next higher one
 * of the same architecture, since Windows takes the highest that is not above itself. A decoration that asks for a
 * product type or suite takes nothing from the others. Source: install/combining-platform-extensions-with-operating-system-versions.md
 */
export function rangesOf(decorations: readonly Decoration[]): TargetRange[] {
  const versions = new Map<string, OsVersion[]>();
  for (const decoration of decorations) {
    if (decoration.version === undefined || !bounds(decoration)) continue;
    const platform = platformOf(decoration);
    addTo(versions, platform, decoration.version);
  }
  for (const each of versions.values()) each.sort(compareVersions);
  return decorations.map((decoration) => {
    const from = decoration.version ?? FIRST_VERSION;
    const until = nextAfter(versions.get(platformOf(decoration)) ?? [], from);
    return { decoration, architecture: decoration.architecture, from, until };
  });
}

/** The first of the ascending versions that is newer than `from`. */
function nextAfter(versions: readonly OsVersion[], from: OsVersion): OsVersion | undefined {
  let low = 0;
  let high = versions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const version = versions[middle];
    if (version !== undefined && compareVersions(version, from) <= 0) low = middle + 1;
    else high = middle;
  }
  return versions[low];
}

/** Tells whether a decoration ends the range of a lower one: not when it is for some editions only. */
function bounds({ valid, productType, suiteMask }: Decoration): boolean {
  return valid && productType === undefined && suiteMask === undefined;
}

function platformOf(decoration: Decoration): string {
  return architectureRead(decoration) ?? fold(decoration.text.split('.')[0] ?? '');
}

/**
 * The architecture on which Windows reads a Models section: undecorated and `NT` mean x86 since Windows Server 2003 SP1.
 * `undefined` where the build fills it in.
 * Source: install/creating-inf-files-for-multiple-platforms-and-operating-systems.md
 */
export function architectureRead({ architecture, placeholder }: Decoration): Architecture | undefined {
  return architecture ?? (placeholder ? undefined : 'x86');
}
