import type { Fix } from '../../engine/types.js';
import type { Analysis } from '../../plan/analysis.js';
import type { Entry } from '../../plan/entries.js';
import { absolute } from '../../syntax/cst.js';
import { dateFromIso } from '../support/driver-ver.js';
import { replaceField } from './field-edit.js';
import { makeFix } from './fix.js';

/** Sets the date of a DriverVer entry to today in UTC and keeps the version. Nothing where today is not known. */
export function setToday({ surroundings }: Analysis, { at }: Entry): readonly Fix[] {
  const today = dateFromIso(surroundings.today ?? '');
  const field = at.line.fields[0];
  if (today === undefined || field?.value === today) return [];
  const head = { action: 'set-today', title: `Set the date of DriverVer to today, ${today}` };
  return [
    makeFix(head, () => {
      if (field !== undefined && field.span.end > field.span.start) return [replaceField(at, field, today)];
      const start = absolute(at.placed, field?.span ?? { start: at.line.span.end, end: at.line.span.end }).start;
      return [{ span: { start, end: start }, newText: today }];
    }),
  ];
}
