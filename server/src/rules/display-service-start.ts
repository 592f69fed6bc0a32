import { readNumber } from '../model/numbers.js';
import { absolute } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { serviceKind, settingOf } from './support/services.js';
import { isOfClass } from './support/version-section.js';

export default defineRule({
  name: 'display-service-start',
  summary: 'The service of a display driver is not started on demand.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    start: {
      text: '{service} is the service of a display driver, whose StartType has to be 3 (on demand), not {value}.',
      infverif: 2602,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    if (!isOfClass(model, 'display')) return;
    const services = model.installations.flatMap((one) => one.services).filter((one) => one.isFunctionDriver);
    const sections = new Map(
      services.flatMap(({ section, name }) => (section === undefined ? [] : [[section, name] as const])),
    );
    for (const [section, service] of sections) {
      const start = settingOf(analysis, section, 'StartType');
      const value = start === undefined ? undefined : readNumber(start.value);
      if (start === undefined || value === undefined || value === ON_DEMAND) continue;
      if (serviceKind(analysis, section) !== 'driver') continue;
      const { at } = start.entry;
      const head = { action: 'set-value', title: 'Set StartType to 3', preferred: true };
      const fixes = () => [makeFix(head, () => [replaceField(at, start.field, String(ON_DEMAND))])];
      yield finding(absolute(at.placed, start.field.span), 'start', { service, value }, { fixes });
    }
  },
});

/** SERVICE_DEMAND_START. Source: display/driver-services-start-type-directive */
const ON_DEMAND = 3;
