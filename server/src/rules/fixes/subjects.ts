import { fold } from '../../language/fold.js';
import { isPciDevice, isPciId } from '../../model/pci.js';
import type { Installation, Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { DMA_VALUES } from '../../plan/dma-values.js';
import type { DmaLine, DmaMechanism } from '../../plan/dma.js';
import { addTo } from '../../text/group.js';

/** The mechanism a DMA line belongs to. */
export function mechanismOf(line: DmaLine): DmaMechanism {
  return DMA_VALUES[line.intended].mechanism;
}

/** Look-ups over a whole file that every fix needs. Names and IDs are folded. */
export interface Subjects {
  /** Installations of the DDInstall names through which PCI devices are installed, by that name. */
  readonly pciInstallations: ReadonlyMap<string, readonly Installation[]>;
  readonly pciIdsByName: ReadonlyMap<string, readonly string[]>;
  readonly namesByPciId: ReadonlyMap<string, readonly string[]>;
  /** By service: the installations that install it, and its service-install sections. */
  readonly users: ReadonlyMap<string, readonly Installation[]>;
  readonly serviceSections: ReadonlyMap<string, readonly Section[]>;
  /** The add-registry sections that a section refers to. */
  readonly addRegistries: ReadonlyMap<Section, readonly Section[]>;
  /** DMA lines by an installation that applies them, in the right place or not. */
  readonly applied: ReadonlyMap<Installation, readonly AppliedLine[]>;
  /** DMA lines by a section on the way to them. */
  readonly through: ReadonlyMap<Section, readonly AppliedLine[]>;
  /** DMA lines by the section in which they stand. */
  readonly standing: ReadonlyMap<Section, readonly DmaLine[]>;
}

/** A DMA line as one installation applies it. */
export interface AppliedLine {
  readonly line: DmaLine;
  readonly effective: boolean;
}

/** The look-ups of a file, made once. */
export function subjects(analysis: Analysis): Subjects {
  return analysis.once(readSubjects);
}

function readSubjects({ model, dma }: Analysis): Subjects {
  const pciIdsByName = new Map<string, string[]>();
  const namesByPciId = new Map<string, string[]>();
  for (const device of model.devices) {
    const name = fold(device.installName);
    for (const id of device.ids.map((one) => fold(one.id)).filter(isPciId)) {
      addTo(pciIdsByName, name, id);
      addTo(namesByPciId, id, name);
    }
  }
  const addRegistries = new Map<Section, Section[]>();
  for (const { from, expects, targets } of model.references) {
    if (expects === 'addRegistry') for (const target of targets) addTo(addRegistries, from, target);
  }
  return { pciIdsByName, namesByPciId, addRegistries, ...readInstallations(model), ...readDmaLines(model, dma.lines) };
}

function readInstallations(model: Model): Pick<Subjects, 'pciInstallations' | 'users' | 'serviceSections'> {
  const byName = new Map<string, Installation[]>();
  const users = new Map<string, Installation[]>();
  const sections = new Map<string, Section[]>();
  for (const installation of model.installations) {
    if (installation.origin === 'models') addTo(byName, fold(installation.name), installation);
    for (const { name, section } of installation.services) {
      addTo(users, fold(name), installation);
      if (section !== undefined) addTo(sections, fold(name), section);
    }
  }
  for (const [name, installations] of byName) {
    if (!installations.some(({ matches }) => matches.some(({ device }) => isPciDevice(device)))) byName.delete(name);
  }
  const serviceSections = new Map([...sections].map(([name, list]) => [name, [...new Set(list)]]));
  return { pciInstallations: byName, users, serviceSections };
}

function readDmaLines(model: Model, lines: readonly DmaLine[]): Pick<Subjects, 'applied' | 'through' | 'standing'> {
  const applied = new Map<Installation, AppliedLine[]>();
  const through = new Map<Section, AppliedLine[]>();
  const standing = new Map<Section, DmaLine[]>();
  for (const line of lines) {
    const home = model.sectionOf(line.line.at.placed);
    if (home !== undefined) addTo(standing, home, line);
    for (const { write, effective } of line.writes) {
      addTo(applied, write.installation, { line, effective });
      for (const { section } of write.path) addTo(through, section, { line, effective });
    }
  }
  return { applied, through, standing };
}

/** The installations, on every architecture, of those folded DDInstall names through which PCI devices are installed. */
export function pciInstallations(analysis: Analysis, names: Iterable<string>): readonly Installation[] {
  const { pciInstallations: byName } = subjects(analysis);
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

/** All installations of DDInstall names through which PCI devices are installed. */
export function allPciInstallations(analysis: Analysis): readonly Installation[] {
  return [...subjects(analysis).pciInstallations.values()].flat();
}

/** These folded DDInstall names and all others through which, on other targets, a device of the same PCI ID is installed. */
export function withSameDevices(analysis: Analysis, names: ReadonlySet<string>): ReadonlySet<string> {
  const { pciIdsByName, namesByPciId } = subjects(analysis);
  const result = new Set(names);
  const seen = new Set<string>();
  // A set that grows while it is walked is walked to its new end.
  for (const name of result) {
    for (const id of pciIdsByName.get(name) ?? []) {
      if (seen.has(id)) continue;
      seen.add(id);
      for (const other of namesByPciId.get(id) ?? []) result.add(other);
    }
  }
  return result;
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
export function sharingDrivers(analysis: Analysis, installations: readonly Installation[]): readonly Installation[] {
  const { users } = subjects(analysis);
  const drivers = [...functionDrivers(installations)];
  return [...new Set([...installations, ...drivers.flatMap((name) => users.get(name) ?? [])])];
}

/** Every service-install section of the file that installs one of these services (folded names). */
export function serviceSections(analysis: Analysis, services: ReadonlySet<string>): readonly Section[] {
  const { serviceSections: byName } = subjects(analysis);
  return [...services].flatMap((name) => byName.get(name) ?? []);
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
  return standingLines(analysis, section, mechanism).length === section.lines.length;
}

/** The DMA lines of one mechanism that stand in a section. */
export function standingLines(analysis: Analysis, section: Section, mechanism: DmaMechanism): readonly DmaLine[] {
  return (subjects(analysis).standing.get(section) ?? []).filter((line) => mechanismOf(line) === mechanism);
}

/** Tells whether an installation applies any DMA line of a mechanism, in the right place or not. */
export function appliesAny(analysis: Analysis, installation: Installation, mechanism: DmaMechanism): boolean {
  return (subjects(analysis).applied.get(installation) ?? []).some(({ line }) => mechanismOf(line) === mechanism);
}
