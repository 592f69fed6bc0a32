import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { extensionClassGuid } from '../language/setup-classes.js';
import { holdsOpenToken } from '../model/placeholders.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { isGuid, isOfClass, valueSpan, type VersionEntry, versionHeader } from './support/version-section.js';

export default defineRule({
  name: 'invalid-extension-id',
  summary: 'The ExtensionId of an extension INF is missing or not a GUID.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    missing: {
      text: 'An extension INF needs an ExtensionId: a GUID of its own, made once and kept in all later versions.',
      infverif: 1381,
    },
    malformed: {
      text: 'ExtensionId is "{value}", which is no GUID: a GUID has 8, 4, 4, 4 and 12 hexadecimal digits, separated by hyphens, in braces.',
      infverif: 1380,
    },
    empty: { text: 'ExtensionId has no value; it takes a GUID of its own in braces.', infverif: 1380 },
  },
  *check({ analysis: { model }, finding }) {
    const id = model.version('ExtensionId');
    if (id !== undefined) {
      if (id.value === '') yield finding(valueSpan(id), 'empty', {});
      else if (!holdsOpenToken(id.value) && !isGuid(id.value)) {
        yield finding(valueSpan(id), 'malformed', { value: id.value }, { fixes: () => addBraces(id) });
      }
      return;
    }
    const guid = fold(model.version('ClassGuid')?.value ?? '');
    const isExtension = guid === extensionClassGuid || isOfClass(model, 'extension');
    const header = versionHeader(model);
    if (isExtension && header !== undefined) yield finding(header, 'missing', {});
  },
});

function addBraces({ value, at, field }: VersionEntry): readonly Fix[] {
  const braced = `{${value.replace(/^[{(]|[})]$/g, '')}}`;
  if (field === undefined || !isGuid(braced)) return [];
  const head = { action: 'add-braces', title: `Write it as ${braced}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, braced)])];
}
