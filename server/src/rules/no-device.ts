import type { Device } from '../model/types.js';
import { defineRule } from './rule.js';
import { deviceless } from './support/deviceless.js';
import { headerSpan, lineSpan, relatedHeader } from './support/places.js';
import { isOfClass } from './support/version-section.js';

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
    // Microsoft's own page shows one: print/installing-pages-for-a-printer-type
    printer: {
      text: 'The printer {device} has no hardware ID, so Windows installs it only for who chooses it by its name.',
      infverif: 1297,
      severity: 'info',
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    const fault = analysis.once(deviceless);
    const [version, manufacturer] = [model.sectionNamed('Version'), model.sectionNamed('Manufacturer')];
    if (fault === 'noModels' && version !== undefined) yield finding(headerSpan(version), 'noModels', {});
    if (fault === 'emptyManufacturer' && manufacturer !== undefined) {
      yield finding(headerSpan(manufacturer), 'emptyManufacturer', {});
    }
    if (fault !== 'emptyModels' && fault !== 'noIds') return;
    const [device, ...others] = model.devices;
    const empty = entries.sectionsOf('models').filter(({ lines }) => lines.length === 0);
    const [section, ...rest] = empty;
    if (device !== undefined) {
      const related = [
        ...others.map(({ at }) => ({ span: lineSpan(at), message: 'Neither has this one.' })),
        ...empty.map((models) => relatedHeader(models, 'Nothing is listed here.')),
      ];
      const isPrinter = isOfClass(model, 'printer');
      const args = { device: writtenDevice(device) };
      yield finding(lineSpan(device.at), isPrinter ? 'printer' : 'noIds', args, { related });
    } else if (section !== undefined) {
      const related = rest.map((models) => relatedHeader(models, 'Nothing is listed here either.'));
      yield finding(headerSpan(section), 'emptyModels', { section: section.name }, { related });
    }
  },
});

function writtenDevice({ at, description }: Device): string {
  return at.line.key?.value ?? description;
}
