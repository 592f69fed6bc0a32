import type { OsVersion, TargetRange } from '../model/types.js';
import { compareVersions } from '../model/versions.js';
import { architectureOf } from '../plan/dma-wording.js';

/**
 * The decoration that says "the systems of `target`, but only from this version on": the decoration as written where the
 * version is its own, else with the version replaced, `NTamd64.10.0...26100`. One without architecture is spelt with the
 * architecture that it means: `NTx86`.
 * Source: install/inf-manufacturer-section.md
 */
export function decorationFrom(target: TargetRange, from: OsVersion): string {
  const { decoration } = target;
  const [written = '', ...version] = decoration.text.split('.');
  const platform = /^(?:nt)?$/i.test(written) ? `NT${architectureOf(target) ?? ''}` : written;
  if (compareVersions(from, target.from) === 0) return [platform, ...version].join('.');
  const { productType, suiteMask } = decoration;
  const parts = [platform, from.major, from.minor, productType ?? '', suiteMask ?? ''];
  const build = from.build === 0 ? '' : String(from.build);
  return [...parts, build].join('.').replace(/\.+$/, '');
}
