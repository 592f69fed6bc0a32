import { hasPlaceholder } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import { defineRule } from './rule.js';
import { headerSpan } from './support/places.js';

export default defineRule({
  name: 'no-device',
  summary: 'A device driver is installed on no device.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    noModels: {
      text: 'The INF has neither [Manufacturer] nor [DefaultInstall], so it is installed on no device and as no primitive driver.',
      infverif: 1297,
    },
    noIds: {
      text: 'No Models section lists a hardware ID, so the INF is installed on no device; a driver without devices is a primitive driver with [DefaultInstall].',
      infverif: 1297,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const version = model.sectionNamed('Version');
    if (version === undefined || hasOtherPurpose(analysis)) return;
    const manufacturer = model.sectionNamed('Manufacturer');
    if (manufacturer === undefined) yield finding(headerSpan(version), 'noModels', {});
    else if (isComplete(analysis) && !model.devices.some(({ ids }) => ids.length > 0)) {
      yield finding(headerSpan(manufacturer), 'noIds', {});
    }
  },
});

/** Setup classes, interface classes, primitive drivers, and INFs for others to include have no devices. */
const OTHER_PURPOSE = /^(?:defaultinstall|defaultuninstall|classinstall32|interfaceinstall32|deviceinstall32)(?:\.|$)/;

function hasOtherPurpose({ model }: Analysis): boolean {
  return model.version('LayoutFile') !== undefined || model.sections.some(({ folded }) => OTHER_PURPOSE.test(folded));
}

/** Whether all Models sections are there: one that is missing, or that a build names, is another fault or none. */
function isComplete({ model, entries }: Analysis): boolean {
  const lines = entries.named('Manufacturer');
  if (lines.length === 0 || lines.some(({ at }) => (at.line.fields[0]?.value ?? '') === '')) return false;
  return model.references
    .filter(({ expects }) => expects === 'models')
    .every(({ targets, name }) => targets.length > 0 && !hasPlaceholder(name));
}
