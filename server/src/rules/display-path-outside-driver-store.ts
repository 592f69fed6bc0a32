import { driverStoreDirid } from '../language/dirids.js';
import { isOpenValue } from '../model/placeholders.js';
import type { RegistryLine } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { placeOfPath, readServiceBinaries } from '../plan/service-binaries.js';
import { moveToDriverStore } from './fixes/move-to-driver-store.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';
import { isDisplayInf, namesUserModeDriver } from './support/user-mode-driver.js';

export default defineRule({
  name: 'display-path-outside-driver-store',
  summary: 'A display driver runs binaries that are not in the driver store.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    service: {
      text: 'The service of a display driver with user-mode parts runs from the driver store: a path below %13%, not {path}.',
      infverif: 2600,
    },
    userMode: {
      text: '{value} of a display driver names a path below %13%, the driver store, not {path}.',
      infverif: 2601,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    if (!isDisplayInf(model)) return;
    const lines = model.registryLines.filter(({ valueName }) => namesUserModeDriver(valueName));
    // A driver without user-mode parts, such as one that only sets modes, is none that the demand is made of.
    if (lines.length === 0) return;
    const fixes = () => moveToDriverStore(analysis);
    for (const { at, field, place, path, section } of analysis.once(readServiceBinaries)) {
      if (place === undefined || place.dirid === driverStoreDirid || !isFunctionDriver(analysis, section)) continue;
      yield finding(fieldSpan(at, field), 'service', { path }, { fixes });
    }
    for (const line of lines) {
      for (const { field, path } of pathsIn(line)) {
        yield finding(fieldSpan(line.at, field), 'userMode', { value: line.valueName, path }, { fixes });
      }
    }
  },
});

function isFunctionDriver({ model }: Analysis, section: unknown): boolean {
  return model.installations.some(({ services }) =>
    services.some((service) => service.isFunctionDriver && service.section === section),
  );
}

/** The paths of a line that begin with another dirid than 13. */
function pathsIn({ data, dataFields }: RegistryLine) {
  return dataFields.flatMap((field, index) => {
    const path = data[index] ?? '';
    const place = placeOfPath(path);
    const isElsewhere = place !== undefined && place.dirid !== driverStoreDirid && !isOpenValue(place.path);
    return isElsewhere ? [{ field, path }] : [];
  });
}
