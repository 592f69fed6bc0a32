import type { Fix } from '../engine/types.js';
import type { Analysis } from '../plan/analysis.js';
import { readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { removeEntries } from './fixes/removal.js';
import { defineRule } from './rule.js';
import { lineSpan } from './support/places.js';
import { FIELD } from './support/registry-places.js';

/** Fields before the data: root, subkey, name of the value, flags. */
const WITHOUT_DATA = 4;

export default defineRule({
  name: 'empty-registry-line',
  summary: 'A registry line names a root and nothing else.',
  severity: 'hint',
  fix: 'unsafe',
  messages: {
    empty: { text: 'This line names the root {root} and nothing else, so it adds neither a key nor a named value.' },
  },
  *check({ analysis, finding }) {
    const lines = analysis
      .once(readRegistryFacts)
      .select(
        ({ root, name, flags, count }) => root !== undefined && name === '' && flags === 0 && count <= WITHOUT_DATA,
      );
    for (const fact of lines) {
      const written = fact.at.line.valueAt(FIELD.subkey) ?? '';
      // Nearly all of these lines create a key: only a token may expand to nothing.
      if (written !== '' && !written.includes('%')) continue;
      // A section may serve DelReg as well, where such a line deletes the key.
      if (fact.subkey !== '' || fact.section.kinds.has('delRegistry')) continue;
      const extras = { tags: ['unnecessary'] as const, fixes: () => [removal(analysis, fact)] };
      yield finding(lineSpan(fact.at), 'empty', { root: fact.rootText }, extras);
    }
  },
});

function removal({ model }: Analysis, { section, at }: RegistryFact): Fix {
  return makeFix({ action: 'remove-line', title: 'Remove the line', preferred: true }, () => {
    const draft = createDraft(model);
    removeEntries(model, draft, section, [at]);
    return draft.edits();
  });
}
