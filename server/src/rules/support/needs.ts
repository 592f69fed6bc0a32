import { fold } from '../../language/fold.js';
import { inboxInfNamed, type InboxInf } from '../../language/inbox-infs.js';
import { companionSuffixOf, suffixOfKind } from '../../language/section-suffix.js';
import { isOpenValue } from '../../model/placeholders.js';
import type { Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { Entry } from '../../plan/entries.js';
import type { Field, LineRef } from '../../syntax/cst.js';

/** One value of an Include or Needs line. */
export interface Mention {
  readonly at: LineRef;
  readonly field: Field;
  /** Expanded. */
  readonly name: string;
  /** Whether nobody knows yet what it says: a build placeholder or an undefined token. */
  readonly open: boolean;
}

/** A section with Include or Needs lines. */
export interface Needing {
  readonly section: Section;
  /** The suffix of the role in which the section is read: `.HW`, empty for DDInstall. */
  readonly suffix: string;
  readonly includes: readonly Mention[];
  readonly needs: readonly Mention[];
}

/** What a file includes and needs. */
export interface Inclusions {
  readonly sections: readonly Needing[];
  /** Every value of an Include line. */
  readonly includes: readonly Mention[];
  /** Folded names of all included files. */
  readonly files: ReadonlySet<string>;
  /** The included files that the table of Windows' own INF files has, each once. */
  readonly inbox: readonly InboxInf[];
}

/** Reads the Include and Needs lines of a file; keep it with `analysis.once(readInclusions)`. */
export function readInclusions(analysis: Analysis): Inclusions {
  const sections = new Map<Section, { suffix: string; includes: Mention[]; needs: Mention[] }>();
  for (const name of ['Include', 'Needs'] as const) {
    const seen = new Set<unknown>();
    for (const entry of analysis.entries.named(name)) {
      const { section, at } = entry;
      const known = sections.get(section) ?? { suffix: roleSuffix(section, entry), includes: [], needs: [] };
      sections.set(section, known);
      if (seen.has(at.line)) continue;
      seen.add(at.line);
      known[name === 'Include' ? 'includes' : 'needs'].push(...mentionsIn(analysis, at));
    }
  }
  const list = [...sections].map(([section, known]) => ({ section, ...known }));
  const includes = list.flatMap((one) => one.includes);
  const files = new Set(includes.map(({ name }) => fold(name)));
  return { sections: list, includes, files, inbox: [...files].flatMap((file) => inboxInfNamed(file) ?? []) };
}

/** Of a section with several roles the one that its name tells. */
function roleSuffix(section: Section, { kind }: Entry): string {
  return section.kinds.size > 1 ? (companionSuffixOf(section.name) ?? '') : suffixOfKind(kind);
}

function mentionsIn({ model }: Analysis, at: LineRef): readonly Mention[] {
  return at.line.fields.flatMap((field) => {
    const name = model.valueOf(field).trim();
    return name === '' ? [] : [{ at, field, name, open: isOpenValue(name) }];
  });
}

/** Whether the file is one of Windows' own: those have no catalog. Source: install/inf-version-section */
export function isWindowsOwn({ model }: Analysis): boolean {
  const version = model.sectionNamed('Version');
  return version?.lines.some(({ line }) => /^catalogfile(?:\.|$)/i.test(line.key?.value ?? '')) !== true;
}
