import { fold } from './fold.js';
import { sectionKinds, type SectionKind } from './sections.js';

/** Suffixes as the tables spell them, by their folded form: `.hw` gives `.HW`. Those of one part only. */
const suffixes: ReadonlyMap<string, string> = new Map(
  Object.values(sectionKinds).flatMap(({ recognition }) =>
    recognition.by === 'companion' && !recognition.suffix.includes('.', 1)
      ? [[fold(recognition.suffix), recognition.suffix] as const]
      : [],
  ),
);

/**
 * The suffix by which a section hangs on a DDInstall section, with its dot and as the tables spell it: `.Services` of
 * `WUDFRD.NT.services`; `undefined` for a name without one.
 */
export function companionSuffixOf(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  return dot < 1 ? undefined : suffixes.get(fold(name.slice(dot)));
}

/** The suffix that sections of a kind have, with its dot; empty for those without, such as DDInstall. */
export function suffixOfKind(kind: SectionKind): string {
  const { recognition } = sectionKinds[kind];
  return recognition.by === 'companion' ? recognition.suffix : '';
}
