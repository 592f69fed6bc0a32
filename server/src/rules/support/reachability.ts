import { fold } from '../../language/fold.js';
import type { Model, Section } from '../../model/types.js';

/** A DDInstall or companion section that Windows picks, and what it would look for beside it. */
export interface CompanionInUse {
  readonly install: string;
  readonly wanted: string;
}

/**
 * The sections from which a section is reached and to which nothing refers themselves; the section itself when nothing
 * refers to it, none when references run in a circle.
 */
export function roots(model: Model, section: Section): readonly Section[] {
  const seen = new Set([section]);
  const found: Section[] = [];
  const waiting = [section];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const referring = model.referencesTo(next);
    if (referring.length === 0) found.push(next);
    for (const { from } of referring) {
      if (seen.has(from)) continue;
      seen.add(from);
      waiting.push(from);
    }
  }
  return found;
}

const COMPANION = /^(.*?)((?:\.nt[a-z0-9]*)?)\.(hw|services)((?:\.nt[a-z0-9]*)?)$/i;

/**
 * For a `.HW` or `.Services` section that nobody reads: the section Windows looks for instead, because the DDInstall
 * section it picks is decorated otherwise or the suffix stands before the decoration: `[Dev.HW]` and `[Dev.HW.NTamd64]`
 * beside `[Dev.NTamd64]`. Source: install/combining-platform-extensions-with-other-section-name-extensions.md
 */
export function companionInUse(model: Model, section: Section): CompanionInUse | undefined {
  const match = COMPANION.exec(section.name);
  if (match === null) return undefined;
  const [, base = '', , suffix = ''] = match;
  const used = model.installations.find((one) => fold(one.name) === fold(base) && one.section !== undefined);
  if (used?.section === undefined) return undefined;
  const wanted = `${used.section.name}.${suffix}`;
  return fold(wanted) === section.folded ? undefined : { install: used.section.name, wanted };
}
