import { fold } from '../../language/fold.js';
import type { Installation, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { createRegistryUses, type RegistryFact } from '../../plan/registry-facts.js';

/** `DefaultInstall.NTamd64.10.0...22000`: with a version behind the architecture. */
const DATED_DEFAULT = /^(defaultinstall\.nt[^.]*)\.\d/;

/**
 * Tells whether a line is applied on the newest Windows: `infverif /h` judges what only older ones install by their own,
 * milder rules. Lines that nothing applies are not judged at all. Source: devtest/infverif_h.md
 */
export function isUnderNewestRules(analysis: Analysis, fact: RegistryFact): boolean {
  const known = analysis.once(sectionsJudged);
  let answer = known.get(fact.section);
  if (answer === undefined) {
    const uses = analysis.once(createRegistryUses).of(fact);
    answer = uses.some(({ installation }) => reachesNewest(analysis, installation));
    known.set(fact.section, answer);
  }
  return answer;
}

/** What was found out so far; all lines of a section are applied alike. */
function sectionsJudged(): Map<Section, boolean> {
  return new Map();
}

function reachesNewest(analysis: Analysis, { matches, origin, section }: Installation): boolean {
  if (origin === 'default-install') return !analysis.once(olderDefaults).has(section?.folded ?? '');
  return matches.length === 0 || matches.some(({ target }) => target.until === undefined);
}

/** Folded names of the [DefaultInstall] sections beside which a newer Windows finds one of its own. */
function olderDefaults({ model }: Analysis): ReadonlySet<string> {
  return new Set(
    model.sections.flatMap(({ name }) => {
      const plain = DATED_DEFAULT.exec(fold(name))?.[1];
      return plain === undefined ? [] : [plain];
    }),
  );
}
