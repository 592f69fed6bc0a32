import { createRegistryUses, readRegistryFacts } from '../plan/registry-facts.js';
import type { RegistryWrite, Section } from '../model/types.js';
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
    let section: Section | undefined;
    let first: RegistryWrite | undefined;
    for (const fact of analysis.once(readRegistryFacts).added) {
      if (fact.section !== section) {
        section = fact.section;
        const writes = uses.through(['defaultInstall', 'defaultUninstall'], fact);
        first = writes.every(({ relativeTo }) => relativeTo === 'none') ? writes[0] : undefined;
      }
      if (first === undefined || fact.root !== 'HKR' || isAboutDma(analysis, fact)) continue;
      const from = first.path.at(-2)?.section.name ?? first.installation.name;
      yield finding(registrySpan(fact, FIELD.root), 'relative', { section: from });
    }
  },
});
