import type { OsVersion, TargetRange } from '../model/types.js';
import { compareVersions } from '../model/versions.js';

/**
 * The decoration that says "the systems of `target`, but only from this version on": the decoration as written where the
 * version is its own, else with the version replaced, `NTamd64.10.0...26100`.
 * Source: install/inf-manufacturer-section.md
 */
export function decorationFrom(target: TargetRange, from: OsVersion): string {
  const { decoration } = target;
  if (compareVersions(from, target.from) === 0) return decoration.text === '' ? 'NT' : decoration.text;
  const platform = decoration.text.split('.')[0] ?? '';
  const { productType, suiteMask } = decoration;
  const parts = [platform === '' ? 'NT' : platform, from.major, from.minor, productType ?? '', suiteMask ?? ''];
  const build = from.build === 0 ? '' : String(from.build);
  return [...parts, build].join('.').replace(/\.+$/, '');
}
