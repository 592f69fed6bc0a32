import { fold } from '../language/fold.js';
import { sectionKinds, type HkrMeaning, type SectionKind } from '../language/sections.js';
import type { ModelsUse } from './manufacturers.js';
import type { Companion, Edge, Role, Roles } from './roles.js';
import type { SectionDraft, SectionIndex } from './section-index.js';
import { parseDecoration } from './targets.js';
import type {
  Architecture,
  CompanionSuffix,
  Device,
  DeviceMatch,
  Installation,
  RegistryWrite,
  ServiceInstall,
  Step,
  TargetRange,
} from './types.js';

/** An add-registry section as one installation applies it; the lines in it are looked at only when somebody asks. */
export interface Application {
  readonly installation: Installation;
  readonly section: SectionDraft;
  readonly path: readonly Step[];
  readonly meaning: HkrMeaning;
  readonly service: string | undefined;
  readonly eventLog: { readonly log: string; readonly source: string } | undefined;
}

/** Where an installation begins. */
interface Start {
  readonly origin: Installation['origin'];
  readonly name: string;
  readonly architecture: Architecture | undefined;
  readonly suffix: string;
  readonly section: SectionDraft | undefined;
  readonly kind: SectionKind;
  readonly matches: DeviceMatch[];
}

/** What the graph is built from, and who turns applications into writes. */
export interface GraphInput {
  readonly index: SectionIndex;
  readonly roles: Roles;
  readonly uses: readonly ModelsUse[];
  devicesIn(section: SectionDraft): readonly Device[];
  writesOf(applications: readonly Application[]): readonly RegistryWrite[];
}

export interface InstallGraph {
  readonly installations: readonly Installation[];
  /** By add-registry section, in the order of the installations. */
  applicationsOf(section: SectionDraft): readonly Application[];
}

const SUFFIXES: readonly CompanionSuffix[] = [
  'HW',
  'Services',
  'CoInstallers',
  'FactDef',
  'LogConfigOverride',
  'Interfaces',
  'WMI',
  'Wdf',
  'Filters',
  'Events',
  'COM',
  'Software',
  'Components',
];
const NO_APPLICATIONS: readonly Application[] = [];
const DEFAULT_EVENT_LOG = 'System';

/** Builds all installations of a file and what each of them applies to the registry. */
export function buildInstallGraph(input: GraphInput): InstallGraph {
  const bySection = new Map<SectionDraft, Application[]>();
  const installations: Installation[] = [];
  for (const start of [...startsFromModels(input), ...startsFromReserved(input)]) {
    const { installation, applications } = install(start, input);
    installations.push(installation);
    for (const application of applications) {
      const known = bySection.get(application.section);
      if (known === undefined) bySection.set(application.section, [application]);
      else known.push(application);
    }
  }
  return { installations, applicationsOf: (section) => bySection.get(section) ?? NO_APPLICATIONS };
}

/** One start for each install section name and architecture, whatever the number of devices. */
function startsFromModels({ index, uses, devicesIn }: GraphInput): Start[] {
  const starts = new Map<string, Start[]>();
  for (const { section, target } of uses) {
    const narrowed = new Map<Architecture, TargetRange>();
    for (const device of devicesIn(section)) {
      const key = `${fold(device.installName)}\n${platformKey(target)}`;
      let found = starts.get(key);
      if (found === undefined) starts.set(key, (found = startsOf(device.installName, target, index)));
      for (const { architecture, matches } of found) {
        matches.push({ device, target: narrow(target, architecture, narrowed) });
      }
    }
  }
  return [...starts.values()].flat();
}

function platformKey({ architecture, decoration }: TargetRange): string {
  return architecture ?? (decoration.placeholder ? fold(platformOf(decoration.text)) : '');
}

/** `NT$ARCH$` of `NT$ARCH$.10.0...16299`. */
function platformOf(decoration: string): string {
  return decoration.split('.')[0] ?? '';
}

/** A target that leaves the architecture open, for the installation on one of them. */
function narrow(
  target: TargetRange,
  architecture: Architecture | undefined,
  known: Map<Architecture, TargetRange>,
): TargetRange {
  if (architecture === undefined || target.architecture !== undefined) return target;
  const narrowed = known.get(architecture) ?? { ...target, architecture };
  known.set(architecture, narrowed);
  return narrowed;
}

/**
 * The install sections that Windows picks for a name: that of the architecture, else `.NT`, else the plain one. Where the
 * target leaves the architecture open, each that the file knows counts.
 * Source: install/creating-inf-files-for-multiple-platforms-and-operating-systems.md
 */
function startsOf(name: string, target: TargetRange, index: SectionIndex): Start[] {
  const { architecture, decoration } = target;
  const variants = index.variantsOf(name).filter((variant) => variant.decoration.version === undefined);
  const start = (of: Architecture | undefined, section: SectionDraft | undefined): Start => {
    const suffix = section?.name.slice(name.length) ?? '';
    return { origin: 'models', name, architecture: of, suffix, section, kind: 'install', matches: [] };
  };
  const withPlatform = (platform: string) =>
    variants.find((variant) => fold(variant.decoration.text) === platform)?.section;
  const fallback = withPlatform('nt') ?? index.named(name);
  if (architecture !== undefined) return [start(architecture, withPlatform(`nt${architecture}`) ?? fallback)];
  if (decoration.placeholder) {
    const literal = withPlatform(fold(platformOf(decoration.text)));
    if (literal !== undefined) return [start(undefined, literal)];
  }
  const found: Start[] = [];
  for (const variant of variants) {
    if (variant.decoration.architecture !== undefined) found.push(start(variant.decoration.architecture, variant.section));
    else if (variant.decoration.placeholder) found.push(start(undefined, variant.section));
  }
  if (fallback !== undefined || found.length === 0) found.push(start(undefined, fallback));
  return found;
}

const RESERVED_ORIGINS: Readonly<Partial<Record<SectionKind, Installation['origin']>>> = {
  defaultInstall: 'default-install',
  classInstall: 'class-install',
  interfaceClassInstall: 'class-install',
};

/** [DefaultInstall…], [ClassInstall32…] and [InterfaceInstall32] are where Windows begins without a device. */
function startsFromReserved({ index }: GraphInput): Start[] {
  const starts: Start[] = [];
  for (const section of index.all) {
    for (const kind of section.kinds) {
      const origin = RESERVED_ORIGINS[kind];
      if (origin === undefined) continue;
      const dot = section.name.indexOf('.');
      const name = dot < 0 ? section.name : section.name.slice(0, dot);
      const suffix = section.name.slice(name.length);
      const { architecture } = parseDecoration(suffix.slice(1));
      starts.push({ origin, name, architecture, suffix, section, kind, matches: [] });
    }
  }
  return starts;
}

/** What a walk through an installation gathers. */
interface Walk {
  readonly roles: Roles;
  /** Roles, and roles with a service as text. */
  readonly seen: Set<Role | string>;
  readonly found: Omit<Application, 'installation'>[];
  readonly services: ServiceInstall[];
  readonly includes: string[];
  readonly needs: string[];
}

/** How a section is reached within a walk. */
interface Arrival {
  readonly path: readonly Step[];
  readonly meaning: HkrMeaning;
  readonly service: string | undefined;
  readonly eventLog: Application['eventLog'];
}

function install(start: Start, input: GraphInput): { installation: Installation; applications: Application[] } {
  const walk: Walk = { roles: input.roles, seen: new Set(), found: [], services: [], includes: [], needs: [] };
  const { origin, name, architecture, suffix, section, kind, matches } = start;
  if (section !== undefined) {
    const path = [{ section, via: undefined }];
    visit(walk, section, kind, { path, meaning: 'none', service: undefined, eventLog: undefined });
  }
  const applications: Application[] = [];
  let writes: readonly RegistryWrite[] | undefined;
  const installation: Installation = {
    origin,
    name,
    architecture,
    suffix,
    section,
    companions: companionsOf(section === undefined ? undefined : input.roles.roleOf(section, kind)),
    services: walk.services,
    matches,
    get writes() {
      return (writes ??= input.writesOf(applications));
    },
    includes: walk.includes,
    needs: walk.needs,
  };
  for (const found of walk.found) applications.push({ installation, ...found });
  return { installation, applications };
}

function companionsOf(role: Role | undefined): Map<CompanionSuffix, SectionDraft> {
  const companions = new Map<CompanionSuffix, SectionDraft>();
  for (const { section, suffix } of role?.companions ?? []) {
    const known = SUFFIXES.find((each) => suffix === `.${fold(each)}`);
    if (known !== undefined) companions.set(known, section);
  }
  return companions;
}

/** Goes through a section once per role and service; the own lines come before those of `Needs` and the companions. */
function visit(walk: Walk, section: SectionDraft, kind: SectionKind, arrival: Arrival): void {
  const role = walk.roles.roleOf(section, kind);
  if (role === undefined) return;
  const key = arrival.service === undefined ? role : `${kind}\n${section.folded}\n${arrival.service}`;
  if (walk.seen.has(key)) return;
  walk.seen.add(key);
  const here = { ...arrival, meaning: sectionKinds[kind].hkr ?? arrival.meaning };
  for (const service of role.services) walk.services.push(service);
  for (const name of role.includes) walk.includes.push(name);
  for (const name of role.needs) walk.needs.push(name);
  const isNeeded = (edge: Edge) => edge.kinds[0] === kind;
  for (const edge of role.edges) if (!isNeeded(edge)) follow(walk, edge, here);
  for (const edge of role.edges) if (isNeeded(edge)) follow(walk, edge, here);
  for (const companion of role.companions) visitCompanion(walk, companion, here);
}

function visitCompanion(walk: Walk, { section, kind }: Companion, here: Arrival): void {
  visit(walk, section, kind, { ...here, path: [...here.path, { section, via: undefined }] });
}

function follow(walk: Walk, { reference, targets, kinds, service, after }: Edge, here: Arrival): void {
  const { at, field, expects } = reference;
  for (const target of targets) {
    const path = [...here.path, { section: target, via: { at, field } }];
    const arrival: Arrival = {
      path,
      meaning: here.meaning,
      service: service ?? here.service,
      eventLog: expects === 'eventLogInstall' ? eventLogOf(after, service) : here.eventLog,
    };
    for (const kind of kinds) {
      if (kind === 'addRegistry') walk.found.push({ section: target, ...arrival });
      else visit(walk, target, kind, arrival);
    }
  }
}

/** Source: install/inf-addservice-directive.md: without a log it is System, without a source the service. */
function eventLogOf([log, source]: readonly string[], service: string | undefined): Application['eventLog'] {
  const named = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);
  return { log: named(log) ?? DEFAULT_EVENT_LOG, source: named(source) ?? service ?? '' };
}
