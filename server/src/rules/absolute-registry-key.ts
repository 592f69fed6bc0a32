import type { Fix } from '../engine/types.js';
import {
  isAtOrBelow,
  replacementOf,
  toleratedKeys,
  universalKeys,
  type GlobalKey,
} from '../language/global-registry.js';
import { createsKeyOnly } from './support/registry-flags.js';
import type { Analysis } from '../plan/analysis.js';
import type { Section } from '../model/types.js';
import { createRegistryUses, type RegistryFact } from '../plan/registry-facts.js';
import { makeRelative, removeUnusedLines } from './fixes/relative-key.js';
import { useClassKey, useServiceKey } from './fixes/service-key.js';
import { defineRule } from './rule.js';
import { forbiddenLines, globalLines, isAboutApo } from './support/global-keys.js';
import { isUnderNewestRules } from './support/newest-rules.js';
import { FIELD, isAboutDma, namedKey, registrySpan, valueText } from './support/registry-places.js';
import { isClassCoInstaller } from './support/co-installers.js';

const ADVICE = 'HKR stands for the own keys of the device, service or interface';

/** Modes in which a driver has to be isolated, as far as `infverif /h` lets nothing pass. */
const ISOLATED = { h: 'error', w: 'error', u: 'off', k: 'off' } as const;
const TOLERATED = { h: 'info', w: 'error', u: 'off', k: 'off' } as const;
/** Further lines of a section that passes, and what only older Windows installs. */
const ONLY_ISOLATED = { h: 'off', w: 'error', u: 'off', k: 'off' } as const;
const LEGACY = { h: 'off', w: 'off', u: 'error', k: 'warning' } as const;

const NOT_ISOLATED =
  '{what} is written to {key}, outside the keys that belong to the driver; isolation allows HKR only: {advice}.';
const STILL_PASSES = '{what} is written to {key}; a signature still allows that, isolation does not: {advice}.';

export default defineRule({
  name: 'absolute-registry-key',
  summary: 'A registry line writes below a root that is the same for all drivers, not below HKR.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    legacy: {
      text: 'This line writes to {key} by an absolute root, which is left to registrations of COM and Media Foundation: {advice}.',
      infverif: 1304,
      severity: LEGACY,
    },
    key: { text: NOT_ISOLATED, infverif: 1320, severity: ISOLATED },
    value: { text: NOT_ISOLATED, infverif: 1321, severity: ISOLATED },
    toleratedKey: { text: STILL_PASSES, infverif: 1320, severity: TOLERATED },
    toleratedValue: { text: STILL_PASSES, infverif: 1321, severity: TOLERATED },
    isolatedKey: { text: NOT_ISOLATED, infverif: 1320, severity: ONLY_ISOLATED },
    isolatedValue: { text: NOT_ISOLATED, infverif: 1321, severity: ONLY_ISOLATED },
  },
  *check({ analysis, finding }) {
    const told = new Set<Section>();
    for (const fact of analysis.once(globalLines)) {
      if (analysis.once(createRegistryUses).of(fact).length === 0) continue;
      if (analysis.once(forbiddenLines).has(fact) || isToldElsewhere(analysis, fact)) continue;
      const { root, subkey, valueName } = fact;
      const span = registrySpan(fact, FIELD.root);
      const key = namedKey(fact);
      const advice = replacementOf(root, subkey)?.advice ?? ADVICE;
      const extras = { fixes: () => cures(analysis, fact) };
      if (!isIn(universalKeys, fact)) yield finding(span, 'legacy', { key, advice }, extras);
      const isKey = isAboutKey(fact);
      const args = { what: isKey ? 'The key' : valueText(valueName).replace(/^the/, 'The'), key, advice };
      const passes = isIn(toleratedKeys, fact);
      if (!isUnderNewestRules(analysis, fact) || (passes && told.has(fact.section))) {
        yield finding(span, isKey ? 'isolatedKey' : 'isolatedValue', args, extras);
      } else if (passes) {
        told.add(fact.section);
        yield finding(span, isKey ? 'toleratedKey' : 'toleratedValue', args, extras);
      } else yield finding(span, isKey ? 'key' : 'value', args, extras);
    }
  },
});

/** Other rules speak of DMA remapping, of audio processing objects and of co-installers. */
function isToldElsewhere(analysis: Analysis, fact: RegistryFact): boolean {
  return (fact.root === 'HKCR' && isAboutApo(fact)) || isClassCoInstaller(fact) || isAboutDma(analysis, fact);
}

function isIn(keys: readonly GlobalKey[], { root, subkey }: RegistryFact): boolean {
  return keys.some((key) => isAtOrBelow(key, root, subkey));
}

/** A line creates a key alone when its flags say so, or when it has neither name nor data. */
function isAboutKey({ valueName, flags, fields }: RegistryFact): boolean {
  if (flags !== undefined && createsKeyOnly(flags)) return true;
  return valueName === '' && fields.slice(FIELD.flags).every(({ value }) => value === '');
}

function cures(analysis: Analysis, fact: RegistryFact): readonly Fix[] {
  const all = [makeRelative, useServiceKey, useClassKey, removeUnusedLines];
  return all.flatMap((cure) => cure(analysis, fact) ?? []);
}
