import { placeAt } from '../text/snapshot.js';
import type { RegistryFact } from '../plan/registry-facts.js';
import { defineRule } from './rule.js';
import { lineSpan } from './support/places.js';
import { dataSpan, FIELD, registrySpan, valueText } from './support/registry-places.js';
import { findRegistryConflicts } from './support/registry-conflicts.js';

const REST =
  'here and differently on line {place} for those of [{other}]; what holds depends on the order of installation.';

export default defineRule({
  name: 'conflicting-registry-values',
  summary: 'One registry value is set differently by install sections that can both be applied on one system.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    global: { text: `{name} of {key} is set for the devices of [{section}] ${REST}`, infverif: 1331 },
    service: {
      text: `{name} of {key} of the service {service} is set for the devices of [{section}] ${REST}`,
      infverif: 1332,
    },
  },
  *check({ analysis, finding }) {
    const { snapshot } = analysis.model.cst;
    for (const { first, second, key, service, firstInstall, secondInstall } of analysis.once(findRegistryConflicts)) {
      const place = placeAt(snapshot, lineSpan(first.at).start).line + 1;
      const related = [{ span: lineSpan(first.at), message: `The value is set for [${firstInstall}] here.` }];
      const name = valueText(second.valueName).replace(/^t/, 'T');
      const args = { name, key, section: secondInstall, other: firstInstall, place };
      const span = spanOf(second);
      if (service === undefined) yield finding(span, 'global', args, { related });
      else yield finding(span, 'service', { ...args, service }, { related });
    }
  },
});

function spanOf(fact: RegistryFact): ReturnType<typeof dataSpan> {
  return fact.fields.length > FIELD.data ? dataSpan(fact) : registrySpan(fact, FIELD.valueName);
}
