import { fold } from '../language/fold.js';
import type { Entry } from '../plan/entries.js';
import { DATA, readRegistryFacts } from '../plan/registry-facts.js';
import type { Field } from '../syntax/cst.js';
import type { Fix } from '../engine/types.js';
import { isOpenValue } from '../model/placeholders.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { nearestName } from './support/nearest-name.js';
import { fieldSpan } from './support/places.js';
import { serviceLines } from './support/services.js';

export default defineRule({
  name: 'unknown-network-service',
  summary: 'A network component names a service that the INF does not install.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    unknown: {
      text: 'Ndi\\Service names the service "{service}", which no AddService of this INF installs.',
      infverif: 2501,
    },
    unknownProtocol: {
      text: 'Ndi\\Service names the service "{service}", which no AddService of this INF installs.',
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    const isProtocol = NETWORK_CLASSES.get(fold(model.version('Class')?.value ?? ''));
    if (isProtocol === undefined || entries.named('Include').length > 0) return;
    const names = analysis.once(serviceLines).map(({ name }) => name);
    if (names.some(isOpenValue)) return;
    const known = new Set(names.map(fold));
    for (const { at, subkey } of analysis.once(readRegistryFacts).select(({ name }) => name === VALUE)) {
      if (fold(subkey) !== SUBKEY) continue;
      const service = model.expand(at.line.valueAt(DATA) ?? '');
      if (service === '' || isOpenValue(service) || known.has(fold(service))) continue;
      const data = at.line.fields[DATA];
      if (data === undefined) continue;
      const fixes = () => cures(at, data, service, names);
      yield finding(fieldSpan(at, data), isProtocol ? 'unknownProtocol' : 'unknown', { service }, { fixes });
    }
  },
});

const SUBKEY = 'ndi';
const VALUE = 'service';

/**
 * Classes of network components, and whether they are protocols: with those InfVerif passes it over, as Microsoft's own
 * samples show. Source: network/adding-service-related-values-to-the-ndi-key
 */
const NETWORK_CLASSES: ReadonlyMap<string, boolean> = new Map([
  ['net', false],
  ['netservice', false],
  ['nettrans', true],
  ['netclient', true],
]);

/** The service that is meant, or the only one that the INF installs. */
function cures(at: Entry['at'], field: Field, service: string, names: readonly string[]): readonly Fix[] {
  const unique = [...new Set(names.filter((name) => name !== ''))];
  const right = nearestName(service, unique) ?? (unique.length === 1 ? unique[0] : undefined);
  if (right === undefined || field.value.includes('%')) return [];
  const head = { action: 'rename-service', title: `Change it to ${right}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, right)])];
}
