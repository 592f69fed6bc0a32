import type { Fix } from '../engine/types.js';
import { setupClassNamed } from '../language/setup-classes.js';
import type { Model } from '../model/types.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { isGuid, knownEntry, valueSpan, type VersionEntry } from './support/version-section.js';

export default defineRule({
  name: 'invalid-class-guid',
  summary: 'ClassGuid is not a GUID in braces.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    malformed: {
      text: 'ClassGuid is "{value}", which is no GUID: a GUID has 8, 4, 4, 4 and 12 hexadecimal digits, separated by hyphens, in braces.',
      infverif: 1010,
    },
  },
  *check({ analysis, finding }) {
    const entry = knownEntry(analysis.model, 'ClassGuid');
    if (entry === undefined || isGuid(entry.value)) return;
    const fixes = (): readonly Fix[] => fixesOf(analysis.model, entry);
    yield finding(valueSpan(entry), 'malformed', { value: entry.value }, { fixes });
  },
});

function fixesOf(model: Model, { value, at, field }: VersionEntry): readonly Fix[] {
  if (field === undefined) return [];
  const fixes: Fix[] = [];
  const bare = `{${value.replace(/^[{(]|[})]$/g, '')}}`;
  if (isGuid(bare)) {
    const head = { action: 'add-braces', title: `Write it as ${bare}`, preferred: true };
    fixes.push(makeFix(head, () => [replaceField(at, field, bare)]));
  }
  const named = setupClassNamed(model.version('Class')?.value ?? '');
  if (named !== undefined && named.guid !== bare.toLowerCase()) {
    const head = { action: 'set-class-guid', title: `Set ClassGuid to that of ${named.name}: ${named.guid}` };
    fixes.push(makeFix(head, () => [replaceField(at, field, named.guid)]));
  }
  return fixes;
}
