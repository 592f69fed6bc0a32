import type { Fix } from '../engine/types.js';
import { readNumber } from '../model/numbers.js';
import { holdsOpenToken } from '../model/placeholders.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { insertVersionEntry } from './fixes/version-entry.js';
import { defineRule } from './rule.js';
import { valueSpan, versionHeader, type VersionEntry } from './support/version-section.js';

export default defineRule({
  name: 'missing-pnp-lockdown',
  summary: 'PnpLockdown = 1 is missing, so programs may change the files that the package installed.',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    missing: {
      text: '[Version] lacks PnpLockdown = 1, so programs may change the files that the package installed.',
      infverif: 1324,
    },
    off: {
      text: 'PnpLockdown is {value}, so programs may change the files that the package installed; 1 prevents it.',
      infverif: 1324,
    },
  },
  *check({ analysis: { model }, finding }) {
    const entry = model.version('PnpLockdown');
    const header = versionHeader(model);
    if (entry === undefined && header !== undefined) {
      yield finding(
        header,
        'missing',
        {},
        {
          fixes: () => [
            makeFix({ action: 'add-pnp-lockdown', title: 'Add PnpLockdown = 1', safety: 'safe', preferred: true }, () =>
              insertVersionEntry(model, 'PnpLockdown', '1'),
            ),
          ],
        },
      );
    } else if (entry !== undefined && !holdsOpenToken(entry.value) && readNumber(entry.value) !== 1) {
      const value = entry.value === '' ? 'empty' : entry.value;
      yield finding(valueSpan(entry), 'off', { value }, { fixes: () => setLockdown(entry) });
    }
  },
});

/** Somebody who wrote 0 may have had a reason: programs that delete the files themselves. */
function setLockdown({ at, field }: VersionEntry): readonly Fix[] {
  if (field === undefined) return [];
  const head = { action: 'set-pnp-lockdown', title: 'Set PnpLockdown to 1', preferred: true };
  return [makeFix(head, () => [replaceField(at, field, '1')])];
}
