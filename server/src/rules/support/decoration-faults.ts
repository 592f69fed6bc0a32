import { lowestTargetBuild } from '../../language/platforms.js';
import { ARCHITECTURES, parseDecoration } from '../../model/targets.js';
import type { Decoration } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { absolute } from '../../syntax/cst.js';
import type { Span } from '../../text/span.js';

/** A TargetOSVersion as [Manufacturer] states it. */
export interface StatedTarget {
  /** Document span of the field. */
  readonly span: Span;
  /** Expanded. */
  readonly text: string;
  /** Name of the Models sections that the line is about, expanded. */
  readonly models: string;
  readonly decoration: Decoration;
}

/** All of them, without those that a token nobody defines leaves open. */
export function statedTargets({ model, entries }: Analysis): readonly StatedTarget[] {
  return entries.inKind('manufacturer').flatMap(({ at }) => {
    const [name, ...fields] = at.line.fields;
    const models = name === undefined ? '' : model.valueOf(name);
    return fields.flatMap((field) => {
      const text = model.valueOf(field);
      if (text === '' || text.includes('%')) return [];
      return [{ span: absolute(at.placed, field.span), text, models, decoration: parseDecoration(text) }];
    });
  });
}

/**
 * What is wrong with a TargetOSVersion:
 * - `form`: it cannot be read.
 * - `build-place`: a build number stands where another number belongs.
 * - `product-type`: not 1, 2 or 3.
 * - `old-version`: a build number with a version before 10.0.
 * - `low-build`: a build number below the first that Windows reads in decorations.
 */
export type DecorationFault = 'form' | 'build-place' | 'product-type' | 'old-version' | 'low-build';

/** Judges a TargetOSVersion; `undefined` for a good one. Source: install/inf-manufacturer-section */
export function decorationFault(decoration: Decoration): DecorationFault | undefined {
  const { valid, text, productType, suiteMask, version } = decoration;
  if (!valid) return misplacedBuild(text) === undefined ? 'form' : 'build-place';
  const build = buildOf(text);
  if (build === undefined) {
    const isBuild = (number: number | undefined): boolean => number !== undefined && number >= lowestTargetBuild;
    const isDecimal = misplacedBuild(text) !== undefined;
    if (isDecimal && (isBuild(suiteMask) || isBuild(productType) || isBuild(version?.minor))) return 'build-place';
  }
  if (productType !== undefined && productType > 3) return 'product-type';
  if (build === undefined || version === undefined) return undefined;
  if (version.major < 10) return 'old-version';
  return version.major === 10 && build < lowestTargetBuild ? 'low-build' : undefined;
}

/** The sixth part as a number, where it is there. */
function buildOf(text: string): number | undefined {
  const part = text.split('.')[BUILD_PART];
  return part === undefined || !/^\d+$/.test(part) ? undefined : Number(part);
}

/** Where the build belongs, counted from the platform. */
const BUILD_PART = 5;

/** A decimal number that can only be a build, in another place. */
function misplacedBuild(text: string): string | undefined {
  return text
    .split('.')
    .find(
      (part, index) => index > 1 && index !== BUILD_PART && /^\d{5}$/.test(part) && Number(part) >= lowestTargetBuild,
    );
}

/** What people write for an architecture. */
const SYNONYMS: Readonly<Record<string, string>> = {
  x64: 'amd64',
  'x86-64': 'amd64',
  x86_64: 'amd64',
  win64: 'amd64',
  i386: 'x86',
  ia32: 'x86',
  x32: 'x86',
  win32: 'x86',
  aarch64: 'arm64',
  arm32: 'arm',
  itanium: 'ia64',
};

/** The decoration that was probably meant; `undefined` where nothing suggests itself. */
export function meantDecoration(text: string, fault: DecorationFault): string | undefined {
  const [platform = '', ...rest] = text.split('.');
  if (fault === 'build-place') {
    const [, major = '', minor = ''] = text.split('.');
    const build = misplacedBuild(text);
    return build === undefined || major !== '10' || !/^0?$/.test(minor === build ? '' : minor)
      ? undefined
      : `${platform}.10.0...${build}`;
  }
  if (fault === 'old-version' || fault === 'low-build') {
    const kept = rest.slice(0, 4);
    while (kept.at(-1) === '') kept.pop();
    return [platform, ...kept].join('.');
  }
  return fault === 'form' ? withReadablePlatform(platform, rest) : undefined;
}

function withReadablePlatform(platform: string, rest: readonly string[]): string | undefined {
  const parts = platform.toLowerCase() === 'nt' ? [rest[0] ?? '', ...rest.slice(1)] : [platform, ...rest];
  const written = (parts[0] ?? '').toLowerCase().replace(/^nt/, '');
  const architecture = ARCHITECTURES.find((each) => each === (SYNONYMS[written] ?? written));
  if (architecture === undefined) return undefined;
  const meant = [`NT${architecture}`, ...parts.slice(1)].join('.');
  return decorationFault(parseDecoration(meant)) === undefined ? meant : undefined;
}
