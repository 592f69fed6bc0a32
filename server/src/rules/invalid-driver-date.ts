import type { Fix } from '../engine/types.js';
import { holdsOpenToken } from '../model/placeholders.js';
import type { Entry } from '../plan/entries.js';
import type { Analysis } from '../plan/analysis.js';
import { absolute, type Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { setToday } from './fixes/set-today.js';
import { defineRule } from './rule.js';
import { guessDates, readDate, writeDate } from './support/driver-ver.js';

export default defineRule({
  name: 'invalid-driver-date',
  summary: 'The date of DriverVer is not a day written as mm/dd/yyyy.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    malformed: {
      text: 'The date of DriverVer is "{value}", which is not a day written as mm/dd/yyyy.',
      infverif: 1218,
    },
    missing: { text: 'DriverVer has no date; it begins with one, written as mm/dd/yyyy.', infverif: 1218 },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    for (const entry of entries.named('DriverVer')) {
      const { at, kind } = entry;
      const field = at.line.fields[0];
      const value = field === undefined ? '' : model.valueOf(field);
      if (isStamped(analysis, entry) || holdsOpenToken(value) || readDate(value) !== undefined) continue;
      if (field === undefined || value === '') {
        // An entry of [Version] without any value is told by missing-version-entry.
        if (kind === 'version' && at.line.fields.every((each) => each.value === '')) continue;
        yield finding(absolute(at.placed, at.line.span), 'missing', {}, { fixes: () => setToday(analysis, entry) });
      } else {
        const fixes = (): readonly Fix[] => [...rewrite(entry, field, value), ...setToday(analysis, entry)];
        yield finding(absolute(at.placed, field.span), 'malformed', { value }, { fixes });
      }
    }
  },
});

/** The build of a template stamps DriverVer into [Version]. Source: devtest/stampinf-command-options */
function isStamped({ model }: Analysis, { kind }: Entry): boolean {
  return kind === 'version' && model.isTemplate;
}

function rewrite({ at }: Entry, field: Field, value: string): readonly Fix[] {
  return guessDates(value).map((day) => {
    const text = writeDate(day);
    return makeFix({ action: 'rewrite-date', title: `Write the date as ${text}`, preferred: true }, () => [
      replaceField(at, field, text),
    ]);
  });
}
