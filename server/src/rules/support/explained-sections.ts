import { fold } from '../../language/fold.js';
import type { Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { abandonedCompanions } from './default-install.js';
import { deviceless } from './deviceless.js';
import { driverless } from './driverless.js';

/**
 * Sections that nothing reaches for a reason of which another rule tells: a .Services section under a wrong name, one
 * whose [DefaultInstall] is missing, and what would install devices where the INF lists none. That they, and what hangs
 * on them, are not used follows. Keep them with `analysis.once(explainedSections)`.
 */
export function explainedSections(analysis: Analysis): ReadonlySet<Section> {
  const strays = analysis.once(driverless).flatMap(({ stray }) => stray ?? []);
  const found = new Set([...strays, ...abandonedCompanions(analysis.model).keys()]);
  const reason = analysis.once(deviceless);
  if (reason === undefined || reason === 'noIds') return found;
  for (const section of analysis.model.sections) {
    if (section.kinds.size === 0 && (installs(section) || (reason !== 'emptyModels' && listsDevices(section)))) {
      found.add(section);
    }
  }
  return found;
}

/** Directives of install sections and of those that hang on them. */
const INSTALLS: ReadonlySet<string> = new Set([
  'copyfiles',
  'addreg',
  'include',
  'needs',
  'addservice',
  'addinterface',
  'delreg',
  'delfiles',
]);

/** Whether a section has lines as those that install something have them. */
export function installs({ lines }: Section): boolean {
  return lines.some(({ line }) => INSTALLS.has(fold(line.key?.value ?? '')));
}

/** `device = install section, hardware ID` throughout. */
export function listsDevices({ lines }: Section): boolean {
  return lines.length > 0 && lines.every(({ line: { key, fields } }) => key !== undefined && fields.length > 1);
}
