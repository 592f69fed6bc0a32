import { fold } from '../../language/fold.js';
import { architectures } from '../../language/platforms.js';
import { releases, type ReleaseName } from '../../language/releases.js';
import { parseDecoration } from '../../model/targets.js';
import type { Installation, Model, OsVersion, TargetRange } from '../../model/types.js';
import { compareVersions } from '../../model/versions.js';
import type { TextEdit } from '../../text/span.js';
import { redecorate } from './decorate-models.js';

/** The oldest system that takes a target; there is no Windows for Arm64 before 10 1709. */
export function oldestOf({ from, architecture }: TargetRange): OsVersion {
  const first = architecture === undefined ? from : releases[architectures[architecture].since];
  return compareVersions(from, first) < 0 ? first : from;
}

/**
 * A TargetOSVersion that keeps older releases away: `NTamd64.10.0...16299` for `NTamd64` and Windows 10 1709; product
 * type and suite mask stay. `undefined` for an undecorated section, one that cannot be read, and one that is for older
 * releases alone because the decoration `until` takes the others.
 */
export function raised(decoration: string, since: ReleaseName, until?: OsVersion): string | undefined {
  if (decoration === '' || !parseDecoration(decoration).valid) return undefined;
  if (until !== undefined && compareVersions(until, releases[since]) <= 0) return undefined;
  const [platform = '', , , productType = '', suiteMask = ''] = decoration.split('.');
  const { major, minor, build } = releases[since];
  return [platform, major, minor, productType, suiteMask, build].join('.');
}

/**
 * Edits that keep releases before `since` away from all devices of installations, in Manufacturer and Models headers
 * together: none where no older one gets them, `undefined` where it cannot be written.
 */
export function raiseTargets(
  model: Model,
  installations: readonly Installation[],
  since: ReleaseName,
): readonly TextEdit[] | undefined {
  const edits = new Map<string, readonly TextEdit[]>();
  for (const { device, target } of [...new Set(installations)].flatMap(({ matches }) => matches)) {
    const { text, placeholder, version } = target.decoration;
    const isOpen = placeholder && version === undefined && text.includes('.');
    if (isOpen || compareVersions(oldestOf(target), releases[since]) >= 0) continue;
    const { name } = device.modelsSection;
    const key = fold(name);
    if (edits.has(key)) continue;
    const to = raised(text, since, target.until);
    const modelsName = model.expand(name.slice(0, name.length - text.length - 1));
    const changes = to === undefined ? undefined : redecorate(model, modelsName, text, to);
    if (changes === undefined) return undefined;
    edits.set(key, changes);
  }
  return [...edits.values()].flat();
}
