import type { Fix } from '../engine/types.js';
import { holdsOpenToken } from '../model/placeholders.js';
import type { Entry } from '../plan/entries.js';
import { absolute, type Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { versionFault, withFourParts } from './support/driver-ver.js';

export default defineRule({
  name: 'invalid-driver-version',
  summary: 'The version of DriverVer is not four numbers from 0 to 65535.',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    form: {
      text: 'The version of DriverVer is "{value}"; it has four numbers from 0 to 65535, separated by dots.',
      infverif: 1217,
    },
    parts: { text: 'The version {value} of DriverVer has fewer than four numbers.', infverif: 1217 },
    large: { text: 'The version {value} of DriverVer holds a number above 65535.', infverif: 1217 },
    zero: { text: 'The version of DriverVer may not be {value}.', infverif: 1217 },
    missing: {
      text: 'DriverVer has no version; without it Windows cannot tell packages of the same date apart.',
      infverif: 1217,
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    for (const entry of entries.named('DriverVer')) {
      // The build of a template stamps DriverVer into [Version]. Source: devtest/stampinf-command-options
      if (entry.kind === 'version' && model.isTemplate) continue;
      const { placed, line } = entry.at;
      const [date, field] = line.fields;
      const value = field === undefined ? '' : model.valueOf(field);
      if (field === undefined || value === '') {
        if (date !== undefined && date.value !== '') yield finding(absolute(placed, date.span), 'missing', {});
        continue;
      }
      if (holdsOpenToken(value)) continue;
      const span = absolute(placed, field.span);
      const fault = versionFault(value);
      const args = { value };
      if (fault === 'form') yield finding(span, 'form', args);
      else if (fault === 'large') yield finding(span, 'large', args);
      else if (fault === 'zero') yield finding(span, 'zero', args);
      else if (fault === 'few-parts')
        yield finding(span, 'parts', args, { fixes: () => [addZeros(entry, field, value)] });
    }
  },
});

/** Windows reads missing parts as zeros, so writing them changes nothing. */
function addZeros({ at }: Entry, field: Field, value: string): Fix {
  const text = withFourParts(value);
  return makeFix(
    { action: 'add-zeros', title: `Write the version as ${text}`, safety: 'safe', preferred: true },
    () => [replaceField(at, field, text)],
  );
}
