import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { holdsOpenToken } from '../model/placeholders.js';
import { editDistance } from '../text/edit-distance.js';
import { readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { FIELD, registrySpan } from './support/registry-places.js';

/** The roots, and the long names that INF files do not know. Source: install/inf-addreg-directive.md */
const ROOTS: ReadonlyMap<string, string> = new Map([
  ['hkey_classes_root', 'HKCR'],
  ['hkey_current_user', 'HKCU'],
  ['hkey_local_machine', 'HKLM'],
  ['hkey_users', 'HKU'],
]);
const SHORT = ['HKR', 'HKLM', 'HKCR', 'HKCU', 'HKU'];

export default defineRule({
  name: 'unknown-registry-root',
  summary: 'A registry line begins with a root that does not exist.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    unknown: {
      text: 'The registry root "{root}" of this {operation} line is none of HKCR, HKCU, HKLM, HKR and HKU.',
      infverif: 1224,
    },
    missing: {
      text: 'This {operation} line names no registry root: HKCR, HKCU, HKLM, HKR or HKU.',
      infverif: 1224,
    },
  },
  *check({ analysis, finding }) {
    const { select, others } = analysis.once(readRegistryFacts);
    const strange = others.filter(({ root }) => root === undefined);
    for (const fact of [...select(({ root }) => root === undefined), ...strange]) {
      const { rootText, operation } = fact;
      if (holdsOpenToken(rootText)) continue;
      const span = registrySpan(fact, FIELD.root);
      if (rootText === '') yield finding(span, 'missing', { operation });
      else yield finding(span, 'unknown', { root: rootText, operation }, { fixes: () => cures(fact) });
    }
  },
});

function cures({ at, fields, rootText }: RegistryFact): readonly Fix[] {
  const [field] = fields;
  const root = ROOTS.get(fold(rootText)) ?? nearestRoot(rootText);
  if (field === undefined || root === undefined) return [];
  const head = { action: 'set-root', title: `Change it to ${root}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, root)])];
}

/** The only root that is one letter away. */
function nearestRoot(written: string): string | undefined {
  const near = SHORT.filter((root) => editDistance(fold(root), fold(written.trim()), 1) <= 1);
  return near.length === 1 ? near[0] : undefined;
}
