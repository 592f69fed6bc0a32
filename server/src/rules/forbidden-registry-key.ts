import type { Fix } from '../engine/types.js';
import type { RegistryFact } from '../plan/registry-facts.js';
import { absolute, textOf } from '../syntax/cst.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { forbiddenLines, hiveOf } from './support/global-keys.js';
import { FIELD, namedKey, registrySpan } from './support/registry-places.js';

/** `SYSTEM\ControlSet001`: one of the control sets of which CurrentControlSet is the one in use. */
const NUMBERED_SET = /^("?\\?system\\)controlset\d{3}(?=["\\]|$)/i;

export default defineRule({
  name: 'forbidden-registry-key',
  summary: 'A registry line writes below a key of Windows that no package may change.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    system: {
      text: 'A package may not change {key}: of HKLM\\SYSTEM only CurrentControlSet is open to it.',
      infverif: 1222,
    },
    hive: { text: 'A package may not change {key}: HKLM\\{hive} belongs to Windows alone.', infverif: 1223 },
  },
  *check({ analysis, finding }) {
    for (const fact of analysis.once(forbiddenLines)) {
      const key = namedKey(fact);
      const span = registrySpan(fact, FIELD.subkey);
      const hive = hiveOf(fact).toUpperCase();
      if (hive === 'SYSTEM') yield finding(span, 'system', { key }, { fixes: () => cures(fact) });
      else yield finding(span, 'hive', { key, hive });
    }
  },
});

function cures({ at: { placed }, fields }: RegistryFact): readonly Fix[] {
  const field = fields[FIELD.subkey];
  if (field === undefined) return [];
  const text = textOf(placed.block, field.span);
  const newText = text.replace(NUMBERED_SET, '$1CurrentControlSet');
  if (newText === text) return [];
  const head = { action: 'use-current-control-set', title: 'Change it to CurrentControlSet', preferred: true };
  return [makeFix(head, () => [{ span: absolute(placed, field.span), newText }])];
}
