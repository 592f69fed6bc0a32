import { fold } from '../language/fold.js';
import { isOpenValue } from '../model/placeholders.js';
import { absolute } from '../syntax/cst.js';
import { defineRule } from './rule.js';

export default defineRule({
  name: 'uninstalled-created-device',
  summary: 'The INF creates a device that it does not install.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    uninstalled: {
      text: 'The device "{id}" that [DeviceInstall32] creates stands in no Models section, so this INF does not install it.',
      infverif: 1270,
    },
  },
  *check({ analysis, finding }) {
    const created = analysis.entries.named('HardwareIds');
    if (created.length === 0) return;
    const { model } = analysis;
    const installed = new Set(model.devices.flatMap(({ ids }) => ids.map(({ id }) => fold(id))));
    for (const { at } of created) {
      const filled = at.line.fields.filter(({ value }) => value !== '');
      const ids = filled.map((field) => model.valueOf(field));
      const [first] = filled;
      if (first === undefined || ids.some((id) => installed.has(fold(id)) || isOpenValue(id))) continue;
      yield finding(absolute(at.placed, first.span), 'uninstalled', { id: ids[0] ?? '' });
    }
  },
});
