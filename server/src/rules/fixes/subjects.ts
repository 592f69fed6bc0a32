import { fold } from '../../language/fold.js';
import type { Device, Installation, Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { DMA_VALUES } from '../../plan/dma-values.js';
import type { DmaLine, DmaMechanism } from '../../plan/dma.js';

/** Tells whether a device is one that DMA remapping is about: one of its IDs is a PCI one. */
export function isPciDevice(device: Device): boolean {
  return device.ids.some(({ id }) => fold(id).startsWith('pci\\'));
}

/** The mechanism a DMA line belongs to. */
export function mechanismOf(line: DmaLine): DmaMechanism {
  return DMA_VALUES[line.intended].mechanism;
}

/** The installations, on every architecture, of those DDInstall names through which PCI devices are installed. */
export function pciInstallations(model: Model, names: ReadonlySet<string>): readonly Installation[] {
  const ofName = model.installations.filter((one) => one.origin === 'models' && names.has(fold(one.name)));
  const pci = new Set(
    ofName.filter((one) => one.matches.some(({ device }) => isPciDevice(device))).map(({ name }) => fold(name)),
  );
  return ofName.filter((one) => pci.has(fold(one.name)));
}

/** These folded DDInstall names and all others through which, on other targets, a device of the same PCI ID is installed. */
export function withSameDevices(model: Model, names: ReadonlySet<string>): ReadonlySet<string> {
  const idsByName = new Map<string, string[]>();
  const namesById = new Map<string, string[]>();
  for (const device of model.devices) {
    const name = fold(device.installName);
    for (const id of device.ids.map((one) => fold(one.id)).filter((folded) => folded.startsWith('pci\\'))) {
      append(idsByName, name, id);
      append(namesById, id, name);
    }
  }
  const result = new Set(names);
  // A set that grows while it is walked is walked to its new end.
  for (const name of result) {
    for (const id of idsByName.get(name) ?? []) {
      for (const other of namesById.get(id) ?? []) result.add(other);
      namesById.delete(id);
    }
  }
  return result;
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** Folded DDInstall names. */
export function namesOf(installations: readonly Installation[]): ReadonlySet<string> {
  return new Set(installations.map(({ name }) => fold(name)));
}

/** Folded names of the function drivers of installations. */
export function functionDrivers(installations: readonly Installation[]): ReadonlySet<string> {
  return new Set(
    installations.flatMap(({ services }) =>
      services.filter((one) => one.isFunctionDriver).map(({ name }) => fold(name)),
    ),
  );
}

/** All installations of the file that install one of these installations' function drivers, these included. */
export function sharingDrivers(model: Model, installations: readonly Installation[]): readonly Installation[] {
  const services = functionDrivers(installations);
  const uses = (one: Installation): boolean => one.services.some(({ name }) => services.has(fold(name)));
  return [...new Set([...installations, ...model.installations.filter(uses)])];
}

/** Every service-install section of the file that installs one of these services. */
export function serviceSections(model: Model, services: ReadonlySet<string>): readonly Section[] {
  const found = model.installations.flatMap((installation) =>
    installation.services.flatMap((one) =>
      services.has(fold(one.name)) && one.section !== undefined ? [one.section] : [],
    ),
  );
  return [...new Set(found)];
}

type Holds = (section: Section) => boolean;

/** Tells whether the lines of a section write to the keys of these services (folded names) and nowhere else. */
export function holdsOnlyServices(model: Model, services: ReadonlySet<string>): Holds {
  return ({ lines }) =>
    lines.every((at) =>
      model.writesOf(at).every((write) => write.relativeTo === 'service' && services.has(fold(write.service ?? ''))),
    );
}

/** Tells whether the lines of a section write to the hardware keys of these DDInstall names (folded) and nowhere else. */
export function holdsOnlyHardware(model: Model, names: ReadonlySet<string>): Holds {
  return ({ lines }) =>
    lines.every((at) =>
      model.writesOf(at).every((write) => write.relativeTo === 'hardware' && names.has(fold(write.installation.name))),
    );
}

/**
 * The installations that a section takes part in: as DDInstall or companion section, or as the service-install section of
 * one of their services.
 */
export function installationsThrough(model: Model, section: Section): readonly Installation[] {
  return model.installations.filter(
    (one) =>
      one.section === section ||
      [...one.companions.values()].includes(section) ||
      one.services.some((service) => service.section === section),
  );
}

/** Tells whether a section holds lines of one mechanism and nothing else. */
export function holdsOnlyLinesOf(analysis: Analysis, section: Section, mechanism: DmaMechanism): boolean {
  return section.lines.every((at) => {
    const registryLine = analysis.model.registryLineAt(at);
    const line = registryLine === undefined ? undefined : analysis.dma.lineAt(registryLine);
    return line !== undefined && mechanismOf(line) === mechanism;
  });
}

/** The DMA lines of one mechanism that an installation applies, in the right place or not. */
export function appliedLines(
  analysis: Analysis,
  installation: Installation,
  mechanism: DmaMechanism,
): readonly DmaLine[] {
  return analysis.dma.lines.filter(
    (line) => mechanismOf(line) === mechanism && line.writes.some(({ write }) => write.installation === installation),
  );
}
