import { isSetByWindows } from '../language/reserved-values.js';
import { readRegistryFacts } from '../plan/registry-facts.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { removeEntries } from './fixes/removal.js';
import { defineRule } from './rule.js';
import { deletesValue } from './support/registry-flags.js';
import { FIELD, isRelativeTo, registrySpan } from './support/registry-places.js';

export default defineRule({
  name: 'reserved-registry-value',
  summary: 'A registry line sets a value of the software key that Windows itself sets.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    reserved: {
      text: 'Windows itself sets "{name}" in the software key when it installs the device, so a package may not.',
      infverif: 1430,
    },
  },
  *check({ analysis, finding }) {
    const reserved = analysis
      .once(readRegistryFacts)
      .select(({ root, name }) => root === 'HKR' && isSetByWindows(name));
    for (const fact of reserved) {
      const { subkey, valueName, flags, section, at } = fact;
      if (subkey !== '') continue;
      if ((flags !== undefined && deletesValue(flags)) || !isRelativeTo(analysis, fact, 'software')) continue;
      const remove = makeFix({ action: 'remove-line', title: 'Remove the line', preferred: true }, () => {
        const draft = createDraft(analysis.model);
        removeEntries(analysis.model, draft, section, [at]);
        return draft.edits();
      });
      yield finding(registrySpan(fact, FIELD.valueName), 'reserved', { name: valueName }, { fixes: () => [remove] });
    }
  },
});
