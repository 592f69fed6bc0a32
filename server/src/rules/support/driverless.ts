import { fold } from '../../language/fold.js';
import { splitPlatform } from '../../language/platforms.js';
import { hasPlaceholder } from '../../model/placeholders.js';
import type { Installation, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { editDistance } from '../../text/edit-distance.js';
import { isExtensionInf } from './extension-inf.js';
import { FUNCTION_DRIVER, installedServices, type ServiceLine } from './services.js';

/** A DDInstall section whose devices get no function driver. */
export interface Driverless {
  readonly installation: Installation;
  readonly section: Section;
  /**
   * Where there is no .Services section: one of the same name that no installation looks for, as it has another platform
   * extension or is spelt otherwise, such as .Service.
   */
  readonly stray: Section | undefined;
}

/**
 * Classes whose INFs need no AddService: network components bind to devices rather than drive them, the class installs
 * the driver of modems, monitors have none, printer drivers are loaded by the spooler, and Windows itself handles firmware.
 * Sources: network/ddinstall-services-section-in-a-network-inf-file, install/inf-addservice-directive,
 * print/v4-driver-inf, bringup/authoring-an-update-driver-package
 */
const WITHOUT_DRIVERS: ReadonlySet<string> = new Set([
  'nettrans',
  'netservice',
  'netclient',
  'modem',
  'monitor',
  'printer',
  'printqueue',
  'firmware',
]);

/** All of them, once for each section; keep them with `analysis.once(driverless)`. */
export function driverless(analysis: Analysis): readonly Driverless[] {
  const { model } = analysis;
  if (isExtensionInf(model) || WITHOUT_DRIVERS.has(fold(model.version('Class')?.value ?? ''))) return [];
  const told = new Set<Section>();
  return model.installations.flatMap((installation) => {
    const { section, companions, name } = installation;
    if (section === undefined || told.has(section) || hasDriver(analysis, installation)) return [];
    told.add(section);
    const stray = companions.has('Services') ? undefined : analysis.once(strayServices).get(fold(name));
    return [{ installation, section, stray }];
  });
}

/** Also where it cannot be told: what other INFs bring is theirs to say, and so is what a build puts in. */
function hasDriver(analysis: Analysis, installation: Installation): boolean {
  const { origin, matches, includes, needs, name } = installation;
  if (origin !== 'models' || matches.length === 0 || includes.length > 0 || needs.length > 0) return true;
  if (hasPlaceholder(name)) return true;
  const services = analysis.once(installedServices)(installation);
  if (services.some(({ flags }) => flags === undefined || (flags & FUNCTION_DRIVER) !== 0)) return true;
  const own = installation.companions.get('Services')?.lines ?? [];
  // Of an AddService without a name unnamed-service tells, and offers the same cure.
  return own.some(isPlaceholderLine) || services.some(({ name: service }) => service === '');
}

function isPlaceholderLine({ line }: ServiceLine['at']): boolean {
  return hasPlaceholder(line.key?.value ?? line.fields[0]?.value ?? '');
}

const SERVICES = '.services';

/** Sections without a role whose name ends nearly in .Services, by the folded name of the DDInstall section they may mean. */
function strayServices({ model }: Analysis): ReadonlyMap<string, Section> {
  const found = new Map<string, Section>();
  for (const one of model.sections) {
    const dot = one.folded.lastIndexOf('.');
    if (one.kinds.size > 0 || dot < 0 || editDistance(one.folded.slice(dot), SERVICES, 2) > 2) continue;
    const owner = one.folded.slice(0, dot);
    for (const name of [owner, splitPlatform(owner).base]) if (!found.has(name)) found.set(name, one);
  }
  return found;
}
