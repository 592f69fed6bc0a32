import { hasPlaceholder } from '../model/placeholders.js';
import type { Device } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { defineRule } from './rule.js';
import { headerSpan, lineSpan, relatedHeader } from './support/places.js';

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
    emptyManufacturer: {
      text: '[Manufacturer] names no Models section, so the INF is installed on no device; a driver without devices is a primitive driver with [DefaultInstall].',
      infverif: 1297,
    },
    emptyModels: {
      text: '[{section}] lists no device, so the INF is installed on none; a driver without devices is a primitive driver with [DefaultInstall].',
      infverif: 1297,
    },
    noIds: {
      text: 'The device {device} has no hardware ID, so the INF is installed on no device; a driver without devices is a primitive driver with [DefaultInstall].',
      infverif: 1297,
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    const version = model.sectionNamed('Version');
    if (version === undefined || hasOtherPurpose(analysis)) return;
    const manufacturer = model.sectionNamed('Manufacturer');
    if (manufacturer === undefined) {
      yield finding(headerSpan(version), 'noModels', {});
      return;
    }
    if (manufacturer.lines.length === 0 && !model.isTemplate) {
      yield finding(headerSpan(manufacturer), 'emptyManufacturer', {});
      return;
    }
    if (!isComplete(analysis) || model.devices.some(({ ids }) => ids.length > 0)) return;
    const [device, ...others] = model.devices;
    const empty = entries.sectionsOf('models').filter(({ lines }) => lines.length === 0);
    const [section, ...rest] = empty;
    if (device !== undefined) {
      const related = [
        ...others.map(({ at }) => ({ span: lineSpan(at), message: 'Neither has this one.' })),
        ...empty.map((models) => relatedHeader(models, 'Nothing is listed here.')),
      ];
      yield finding(lineSpan(device.at), 'noIds', { device: writtenDevice(device) }, { related });
    } else if (section !== undefined) {
      const related = rest.map((models) => relatedHeader(models, 'Nothing is listed here either.'));
      yield finding(headerSpan(section), 'emptyModels', { section: section.name }, { related });
    }
  },
});

function writtenDevice({ at, description }: Device): string {
  return at.line.key?.value ?? description;
}

/** Setup classes, interface classes, primitive drivers, port monitors, and INFs for others to include have no devices. */
const OTHER_PURPOSE = /^(?:defaultinstall|defaultuninstall|classinstall32|interfaceinstall32|deviceinstall32)(?:\.|$)/;

function hasOtherPurpose({ model, entries }: Analysis): boolean {
  if (model.version('LayoutFile') !== undefined || entries.sectionsOf('portMonitors').length > 0) return true;
  return model.sections.some(({ folded }) => OTHER_PURPOSE.test(folded));
}

/** Whether all Models sections are there: one that is missing, or that a build names, is another fault or none. */
function isComplete({ model, entries }: Analysis): boolean {
  const lines = entries.named('Manufacturer');
  if (lines.length === 0 || lines.some(({ at }) => (at.line.fields[0]?.value ?? '') === '')) return false;
  return model.references
    .filter(({ expects }) => expects === 'models')
    .every(({ targets, name }) => targets.length > 0 && !hasPlaceholder(name));
}
