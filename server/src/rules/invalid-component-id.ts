import type { Fix } from '../engine/types.js';
import type { Entry } from '../plan/entries.js';
import type { Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'invalid-component-id',
  summary: 'The ID of a software component has a backslash or a comma in it.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    character: {
      text: 'The component ID "{id}" has "{character}" in it: Windows puts SWC\\ in front, and no other separator is allowed.',
      infverif: 1150,
    },
  },
  *check({ analysis, finding }) {
    for (const entry of analysis.entries.named('ComponentIDs')) {
      for (const field of entry.at.line.fields) {
        const id = analysis.model.valueOf(field);
        const [character] = /[\\,]/.exec(id) ?? [];
        if (character === undefined) continue;
        const fixes = () => cures(entry, field, id);
        yield finding(fieldSpan(entry.at, field), 'character', { id, character }, { fixes });
      }
    }
  },
});

/** What Windows adds by itself. */
const ENUMERATOR = /^SWC\\/i;

function cures({ at }: Entry, field: Field, id: string): readonly Fix[] {
  if (field.value.includes('%')) return [];
  const rest = id.replace(ENUMERATOR, '').replace(/[\\,]/g, '_');
  const title = ENUMERATOR.test(id) ? `Change it to ${rest}, without SWC\\` : `Change it to ${rest}`;
  return [makeFix({ action: 'set-value', title, preferred: true }, () => [replaceField(at, field, rest)])];
}
