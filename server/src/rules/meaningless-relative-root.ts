import { createRegistryUses, readRegistryFacts } from '../plan/registry-facts.js';
import { defineRule } from './rule.js';
import { FIELD, isAboutDma, registrySpan } from './support/registry-places.js';

export default defineRule({
  name: 'meaningless-relative-root',
  summary: 'A registry line below HKR is applied by a section in which HKR stands for no key.',
  severity: 'warning',
  fix: 'none',
  messages: {
    relative: {
      text: 'Reached from [{section}], HKR stands for no key, so Windows does not apply this line: HKR takes a device, a service or an interface.',
    },
  },
  *check({ analysis, finding }) {
    const uses = analysis.once(createRegistryUses);
    const { of } = analysis.once(readRegistryFacts);
    for (const [section, writes] of uses.namedIn(['defaultInstall', 'defaultUninstall'])) {
      const [first] = writes;
      if (first === undefined || !writes.every(({ relativeTo }) => relativeTo === 'none')) continue;
      const from = first.path.at(-2)?.section.name ?? first.installation.name;
      for (const fact of of(section)) {
        if (fact.root !== 'HKR' || isAboutDma(analysis, fact)) continue;
        yield finding(registrySpan(fact, FIELD.root), 'relative', { section: from });
      }
    }
  },
});
