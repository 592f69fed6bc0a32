import type { Fix } from '../engine/types.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Field, LineRef } from '../syntax/cst.js';
import { baseName } from '../text/base-name.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'data-file-outside-driver-data',
  summary: 'The log of an AutoLogger session does not lie below %DriverData%.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    outside: {
      text: 'The log lies below %DriverData%, written %%DriverData%%, and "{path}" is elsewhere.',
      infverif: 1326,
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    for (const { at, kind } of entries.named('FileName')) {
      const [field] = at.line.fields;
      if (kind !== 'autoLoggerInstall' || field === undefined || field.value === '') continue;
      const path = model.valueOf(field);
      const span = fieldSpan(at, field);
      if (/^%DriverData%(?:\\|$)/i.test(path)) continue;
      if (isOpenValue(path.replace(/%%|%\d+%|%(?:SystemRoot|SystemDrive|ProgramData|windir|Temp|Tmp)%/gi, '')))
        continue;
      yield finding(span, 'outside', { path }, { fixes: () => moves(at, field, path) });
    }
  },
});

/** The same file below %DriverData%. */
function moves(at: LineRef, field: Field, path: string): readonly Fix[] {
  const name = baseName(path);
  if (name === '' || /[%"<>|?*]/.test(name)) return [];
  const newPath = `%%DriverData%%\\${name}`;
  const head = { action: 'move-below-driver-data', title: `Write the log to ${newPath}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, newPath)])];
}
