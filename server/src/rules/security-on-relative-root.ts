import { relatedHeader } from './support/places.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { readRegistryFacts } from '../plan/registry-facts.js';
import { defineRule } from './rule.js';
import { createsKeyOnly, deletesValue } from './support/registry-flags.js';
import { FIELD, registrySpan, valueText } from './support/registry-places.js';

export default defineRule({
  name: 'security-on-relative-root',
  summary: 'A security descriptor is meant for a value directly below HKR, where none can be set.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    value: {
      text: 'The security descriptor of [{security}] cannot be set for {name}, which stands directly below HKR and not in a subkey.',
      infverif: 1226,
    },
  },
  *check({ analysis, finding }) {
    const secured = analysis.once(securedSections);
    if (secured.size === 0) return;
    const { of } = analysis.once(readRegistryFacts);
    for (const fact of [...secured.keys()].flatMap((section) => of(section))) {
      const security = secured.get(fact.section);
      const { root, subkey, flags, valueName } = fact;
      if (security === undefined || root !== 'HKR' || subkey !== '') continue;
      if (flags !== undefined && (deletesValue(flags) || createsKeyOnly(flags))) continue;
      const related = [relatedHeader(security, 'The security descriptor stands here.')];
      const args = { security: security.name, name: valueText(valueName) };
      yield finding(registrySpan(fact, FIELD.valueName), 'value', args, { related });
    }
  },
});

/** Add-registry sections beside which a `.security` section stands, with that section. */
function securedSections({ model }: Analysis): ReadonlyMap<Section, Section> {
  const secured = new Map<Section, Section>();
  for (const security of model.sections) {
    if (!security.kinds.has('addRegistrySecurity')) continue;
    const section = model.sectionNamed(security.name.slice(0, -'.security'.length));
    if (section !== undefined) secured.set(section, security);
  }
  return secured;
}
