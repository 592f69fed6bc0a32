import type { Analysis } from '../plan/analysis.js';
import { readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { defineRule } from './rule.js';
import { filterLines } from './support/filter-values.js';
import { APPEND, typeNameOf } from './support/registry-flags.js';
import { FIELD, registrySpan } from './support/registry-places.js';
import { isClassCoInstaller } from './support/co-installers.js';

/** FLG_DELREG_MULTI_SZ_DELSTRING. Source: install/inf-delreg-directive.md */
const DELETE_STRING = 0x00018002;

/** In the other modes the filter itself is reported: AddFilter cures both. */
const FILTERS = { h: 'off', w: 'off', u: 'error', k: 'warning' } as const;

const APPENDS =
  'The flags {flags} append to the list {name}, which others change too, so that the outcome depends on the order.';

export default defineRule({
  name: 'appended-registry-string',
  summary: 'A registry line appends to a REG_MULTI_SZ or takes strings out of one.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    append: { text: APPENDS, infverif: 1305 },
    filter: { text: APPENDS, infverif: 1305, severity: FILTERS },
    remove: {
      text: 'The flags {flags} take strings out of the list {name}, so that the outcome depends on the order of installation.',
      infverif: 1305,
    },
  },
  *check({ analysis, finding }) {
    const { select, deleted } = analysis.once(readRegistryFacts);
    for (const fact of select(({ flags }) => flags !== undefined && (deletesString(flags) || appends(flags)))) {
      const { flags } = fact;
      if (flags === undefined || isClassCoInstaller(fact)) continue;
      const args = argumentsOf(fact);
      const span = registrySpan(fact, FIELD.flags);
      if (deletesString(flags)) yield finding(span, 'remove', args);
      else yield finding(span, analysis.once(filterFacts).has(fact) ? 'filter' : 'append', args);
    }
    for (const fact of deleted) {
      if (fact.flags === undefined || !deletesString(fact.flags)) continue;
      yield finding(registrySpan(fact, FIELD.flags), 'remove', argumentsOf(fact));
    }
  },
});

function deletesString(flags: number): boolean {
  return (flags & DELETE_STRING) === DELETE_STRING;
}

function appends(flags: number): boolean {
  return (flags & APPEND) !== 0 && typeNameOf(flags) === 'REG_MULTI_SZ';
}

function argumentsOf({ flagsText, valueName }: RegistryFact): { flags: string; name: string } {
  return { flags: flagsText, name: valueName };
}

function filterFacts(analysis: Analysis): ReadonlySet<RegistryFact> {
  return new Set(analysis.once(filterLines).map(({ fact }) => fact));
}
