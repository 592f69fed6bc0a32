import { hasPlaceholder } from '../../model/placeholders.js';
import type { Analysis } from '../../plan/analysis.js';

/**
 * Why an INF is installed on no device although it is for devices: it has no [Manufacturer], this one or the Models
 * sections are empty, or the devices have no hardware IDs. `undefined` where it has devices, or need not have any.
 */
export function deviceless(analysis: Analysis): 'noModels' | 'emptyManufacturer' | 'emptyModels' | 'noIds' | undefined {
  const { model, entries } = analysis;
  if (model.sectionNamed('Version') === undefined || hasOtherPurpose(analysis)) return undefined;
  const manufacturer = model.sectionNamed('Manufacturer');
  if (manufacturer === undefined) return 'noModels';
  if (manufacturer.lines.length === 0 && !model.isTemplate) return 'emptyManufacturer';
  if (!isComplete(analysis) || model.devices.some(({ ids }) => ids.length > 0)) return undefined;
  if (model.devices.length > 0) return 'noIds';
  return entries.sectionsOf('models').some(({ lines }) => lines.length === 0) ? 'emptyModels' : undefined;
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
