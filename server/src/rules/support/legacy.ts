import type { Directive } from '../../language/directives.js';
import type { SectionKind } from '../../language/sections.js';
import { hasPlaceholder } from '../../model/placeholders.js';
import type { Analysis } from '../../plan/analysis.js';
import type { Entry } from '../../plan/entries.js';

/** Sections that undo an installation, for systems and network components that need them: to remove is their task. */
const UNDOING: ReadonlySet<SectionKind> = new Set([
  'defaultUninstall',
  'defaultUninstallServices',
  'installRemove',
  'installRemoveServices',
]);

/** The lines of directives of the table that hold for `wanted`, each line once, in an installing section. */
export function* legacyEntries(
  { entries }: Analysis,
  rows: readonly Directive[],
  isLegacySection: (kind: SectionKind) => boolean,
): Generator<Entry & { readonly directive: Directive }> {
  const seen = new Set<unknown>();
  for (const name of new Set(rows.map((row) => row.name))) {
    for (const entry of entries.named(name)) {
      const { directive, kind, at } = entry;
      if (directive === undefined || !rows.includes(directive) || UNDOING.has(kind) || isLegacySection(kind)) continue;
      if (seen.has(at.line) || hasPlaceholder(at.line.key?.value ?? '')) continue;
      seen.add(at.line);
      yield { ...entry, directive };
    }
  }
}
