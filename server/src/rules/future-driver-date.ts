import type { Fix } from '../engine/types.js';
import { absolute } from '../syntax/cst.js';
import { setToday } from './fixes/set-today.js';
import { defineRule } from './rule.js';
import { dateFromIso, isoDate, readDate } from './support/driver-ver.js';

export default defineRule({
  name: 'future-driver-date',
  summary: 'The date of DriverVer has not come yet in UTC.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    future: {
      text: 'The date of DriverVer, {date}, lies in the future: it is {today} in UTC, and such packages are not signed.',
    },
  },
  *check({ analysis, finding }) {
    const { model, entries, surroundings } = analysis;
    const today = dateFromIso(surroundings.today ?? '');
    if (today === undefined || surroundings.today === undefined) return;
    for (const entry of entries.named('DriverVer')) {
      const field = entry.at.line.fields[0];
      if (field === undefined || (entry.kind === 'version' && model.isTemplate)) continue;
      const day = readDate(model.valueOf(field));
      if (day === undefined || isoDate(day) <= surroundings.today.slice(0, 10)) continue;
      const fixes = (): readonly Fix[] => setToday(analysis, entry);
      const date = model.valueOf(field);
      yield finding(absolute(entry.at.placed, field.span), 'future', { date, today }, { fixes });
    }
  },
});
