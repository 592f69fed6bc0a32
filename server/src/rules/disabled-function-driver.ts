import type { Fix } from '../engine/types.js';
import { readNumber } from '../model/numbers.js';
import type { Line } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { fieldSpan, lineSpan } from './support/places.js';
import { FUNCTION_DRIVER, serviceLines, settingOf, type Setting } from './support/services.js';

/** SERVICE_DISABLED. Source: install/inf-addservice-directive */
const DISABLED = 4;

export default defineRule({
  name: 'disabled-function-driver',
  summary: 'The function driver of a device is a service that Windows must not start.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    disabled: {
      text: 'StartType = {value} disables {service}, the function driver: its device cannot be installed.',
      infverif: 1251,
    },
  },
  *check({ analysis, finding }) {
    const told = new Set<Line>();
    for (const { at, name, flags = 0, section } of analysis.once(serviceLines)) {
      if ((flags & FUNCTION_DRIVER) === 0 || name === '' || section === undefined) continue;
      const start = settingOf(analysis, section, 'StartType');
      if (start === undefined || readNumber(start.value) !== DISABLED || told.has(start.entry.at.line)) continue;
      told.add(start.entry.at.line);
      const related = [{ span: lineSpan(at), message: `${name} is made the function driver here.` }];
      const args = { value: start.value, service: name };
      const extras = { related, fixes: () => [startOnDemand(start)] };
      yield finding(fieldSpan(start.entry.at, start.field), 'disabled', args, extras);
    }
  },
});

function startOnDemand({ entry, field }: Setting): Fix {
  const head = {
    action: 'start-on-demand',
    title: 'Start it when its device appears (StartType = 3)',
    preferred: true,
  };
  return makeFix(head, () => [replaceField(entry.at, field, '3')]);
}
