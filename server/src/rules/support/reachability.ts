import { fold } from '../../language/fold.js';
import type { Model, Section } from '../../model/types.js';

/** A DDInstall section that Windows picks, and the companion it looks for beside it. */
export interface CompanionInUse {
  readonly install: string;
  readonly wanted: string;
}

/** Finds the sections from which others would be reached. */
export interface Referrers {
  /**
   * The sections from which a section is reached and to which nothing refers themselves; the section itself when nothing
   * refers to it, none when references run in a circle.
   */
  rootsOf(section: Section): readonly Section[];
}

/** Indexes who refers to whom, sections included that nothing applies, whose lines the model does not interpret. */
export function createReferrers(model: Model): Referrers {
  const mentions = findMentions(model);
  const referring = (section: Section): readonly Section[] => [
    ...model.referencesTo(section).map(({ from }) => from),
    ...stemsOf(section.folded).flatMap((stem) => mentions.get(stem) ?? []),
  ];
  return {
    rootsOf(section) {
      const seen = new Set([section]);
      const found: Section[] = [];
      const waiting = [section];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const sources = referring(next);
        if (sources.length === 0) found.push(next);
        for (const from of sources) {
          if (seen.has(from)) continue;
          seen.add(from);
          waiting.push(from);
        }
      }
      return found;
    },
  };
}

/** `dev.nt.hw`, `dev.nt` and `dev`: a section without any role may name a DDInstall section, to which others belong. */
function stemsOf(folded: string): readonly string[] {
  const parts = folded.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/** By folded name, the sections without any role whose entries name it: `AddReg = X`, `AddService = Svc,2,X`. */
function findMentions(model: Model): ReadonlyMap<string, readonly Section[]> {
  const mentions = new Map<string, Section[]>();
  for (const section of model.sections) {
    if (section.kinds.size > 0) continue;
    for (const { line } of section.lines) {
      if (line.key === undefined) continue;
      for (const field of line.fields) {
        const name = fold(model.valueOf(field));
        if (name === '' || name === section.folded) continue;
        const known = mentions.get(name);
        if (known === undefined) mentions.set(name, [section]);
        else if (known.at(-1) !== section) known.push(section);
      }
    }
  }
  return mentions;
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
