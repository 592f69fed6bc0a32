import { fold } from '../language/fold.js';
import { sectionKinds, type HkrMeaning, type SectionKind } from '../language/sections.js';
import { addTo } from '../text/group.js';
import type { Companion } from './companions.js';
import { findStarts, type Start, type StartInput } from './install-starts.js';
import { lazy } from './lazy.js';
import { hasLineRules } from './line-rules.js';
import type { Edge, Role, Roles } from './roles.js';
import type { SectionDraft } from './section-index.js';
import type {
  Architecture,
  CompanionSuffix,
  DeviceMatch,
  Installation,
  RegistryWrite,
  ServiceInstall,
  Step,
} from './types.js';

/** An add-registry section as it is reached from an install section. */
export interface Arrival {
  readonly section: SectionDraft;
  /** Position among the arrivals of its walk. */
  readonly order: number;
  readonly path: readonly Step[];
  readonly meaning: HkrMeaning;
  readonly service: string | undefined;
  readonly eventLog: { readonly log: string; readonly source: string } | undefined;
}

/** An arrival in one installation; the lines of its section are looked at only when somebody asks. */
export interface Application {
  readonly installation: Installation;
  readonly arrival: Arrival;
}

/** What the graph is built from, and who turns applications into writes. */
export interface GraphInput extends StartInput {
  readonly writesOf: (applications: readonly Application[]) => readonly RegistryWrite[];
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
/** Steps of one path; real ones have five. */
const MAX_STEPS = 40;
/** Paths to add-registry sections that are followed in one file; the largest real files have some thousands. */
const MAX_ARRIVALS = 100_000;
const DEFAULT_EVENT_LOG = 'System';

/**
 * Builds all installations of a file and what each of them applies to the registry. Installations that begin at the same
 * section (on several architectures) share one walk.
 */
export function buildInstallGraph(input: GraphInput): InstallGraph {
  const walks = new Map<Role, Walk>();
  const budget: Budget = { arrivals: MAX_ARRIVALS };
  const installations: Installation[] = [];
  for (const start of findStarts(input)) {
    const role = start.section === undefined ? undefined : input.roles.roleOf(start.section, start.kind);
    const walk = walkFrom(role, input.roles, walks, budget);
    const installation = new GraphInstallation(start, walk, input);
    walk.installations.push(installation);
    installations.push(installation);
  }
  const bySection = lazy(() => groupBySection(walks.values()));
  const known = new Map<SectionDraft, readonly Application[]>();
  return {
    installations,
    applicationsOf(section) {
      let applications = known.get(section);
      if (applications === undefined) {
        applications =
          bySection()
            .get(section)
            ?.flatMap(([walk, arrival]) => applicationsIn(walk, arrival)) ?? [];
        known.set(section, applications);
      }
      return applications;
    },
  };
}

function groupBySection(walks: Iterable<Walk>): Map<SectionDraft, [Walk, Arrival][]> {
  const grouped = new Map<SectionDraft, [Walk, Arrival][]>();
  for (const walk of walks) {
    for (const arrival of walk.arrivals) {
      addTo(grouped, arrival.section, [walk, arrival]);
    }
  }
  return grouped;
}

/** The applications of one arrival, one for each installation of its walk; each is one object, whoever asks. */
function applicationsIn({ installations, applications }: Walk, arrival: Arrival): readonly Application[] {
  let known = applications.get(arrival);
  if (known === undefined) {
    known = installations.map((installation) => ({ installation, arrival }));
    applications.set(arrival, known);
  }
  return known;
}

/** What a walk from an install section gathers, and the installations that begin there. */
interface Walk {
  readonly roles: Roles;
  readonly budget: Budget;
  /** The roles that were gone through, by the service that they were gone through for. */
  readonly seen: Map<string | undefined, Set<Role>>;
  readonly arrivals: Arrival[];
  readonly services: ServiceInstall[];
  readonly includes: string[];
  readonly needs: string[];
  readonly installations: Installation[];
  readonly applications: Map<Arrival, readonly Application[]>;
  /** Those of the section where it begins. */
  readonly companions: () => ReadonlyMap<CompanionSuffix, SectionDraft>;
}

/** What is left for the walks of one file. */
interface Budget {
  arrivals: number;
}

/** What changes on the way from an install section. */
type State = Pick<Arrival, 'meaning' | 'service' | 'eventLog'>;

/** How a section is reached within a walk: the last link of a chain, since all ways from one section begin alike. */
class Passage implements Arrival {
  readonly section: SectionDraft;
  readonly via: Step['via'];
  readonly order: number;
  readonly meaning: HkrMeaning;
  readonly service: string | undefined;
  readonly eventLog: Arrival['eventLog'];
  /** Links of the chain, this one included. */
  readonly length: number;
  private readonly before: Passage | undefined;

  constructor(section: SectionDraft, via: Step['via'], before: Passage | undefined, order: number, state: State) {
    this.section = section;
    this.via = via;
    this.order = order;
    this.meaning = state.meaning;
    this.service = state.service;
    this.eventLog = state.eventLog;
    this.length = before === undefined ? 1 : before.length + 1;
    this.before = before;
  }

  get path(): readonly Step[] {
    const steps: Step[] = [this];
    for (let link = this.before; link !== undefined; link = link.before) steps.push(link);
    return steps.reverse();
  }
}

function walkFrom(role: Role | undefined, roles: Roles, walks: Map<Role, Walk>, budget: Budget): Walk {
  const known = role === undefined ? undefined : walks.get(role);
  if (known !== undefined) return known;
  const walk: Walk = {
    roles,
    budget,
    seen: new Map(),
    arrivals: [],
    services: [],
    includes: [],
    needs: [],
    installations: [],
    applications: new Map(),
    companions: lazy(() => companionsOf(role)),
  };
  if (role !== undefined) {
    walks.set(role, walk);
    const state = { meaning: meaningIn(role.kind, 'none'), service: undefined, eventLog: undefined };
    visit(walk, role, new Passage(role.section, undefined, undefined, 0, state));
  }
  return walk;
}

/** An installation; what only some ask for is put together on demand, as large files have thousands of them. */
class GraphInstallation implements Installation {
  readonly origin: Installation['origin'];
  readonly name: string;
  readonly architecture: Architecture | undefined;
  readonly suffix: string;
  readonly section: SectionDraft | undefined;
  readonly matches: readonly DeviceMatch[];
  private readonly walk: Walk;
  private readonly input: GraphInput;
  private knownWrites: readonly RegistryWrite[] | undefined;

  constructor(start: Start, walk: Walk, input: GraphInput) {
    this.origin = start.origin;
    this.name = start.name;
    this.architecture = start.architecture;
    this.suffix = start.suffix;
    this.section = start.section;
    this.matches = start.matches;
    this.walk = walk;
    this.input = input;
    this.knownWrites = undefined;
  }

  get companions(): ReadonlyMap<CompanionSuffix, SectionDraft> {
    return this.walk.companions();
  }

  get services(): readonly ServiceInstall[] {
    return this.walk.services;
  }

  get includes(): readonly string[] {
    return this.walk.includes;
  }

  get needs(): readonly string[] {
    return this.walk.needs;
  }

  get writes(): readonly RegistryWrite[] {
    if (this.knownWrites === undefined) {
      const applications = this.walk.arrivals.flatMap((arrival) => applicationsIn(this.walk, arrival));
      this.knownWrites = this.input.writesOf(applications.filter(({ installation }) => installation === this));
    }
    return this.knownWrites;
  }
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
function visit(walk: Walk, role: Role, here: Passage): void {
  let seen = walk.seen.get(here.service);
  if (seen === undefined) walk.seen.set(here.service, (seen = new Set()));
  if (seen.has(role) || walk.budget.arrivals <= 0) return;
  seen.add(role);
  for (const each of role.services) walk.services.push(each);
  for (const name of role.includes) walk.includes.push(name);
  for (const name of role.needs) walk.needs.push(name);
  const isNeeded = (edge: Edge) => edge.kinds[0] === role.kind;
  for (const edge of role.edges) if (!isNeeded(edge)) follow(walk, edge, here);
  if (role.needs.length > 0) for (const edge of role.edges) if (isNeeded(edge)) follow(walk, edge, here);
  for (const companion of role.companions) visitCompanion(walk, companion, here);
}

function visitCompanion(walk: Walk, { section, kind }: Companion, here: Passage): void {
  const role = walk.roles.roleOf(section, kind);
  if (role === undefined) return;
  const { meaning, service, eventLog } = here;
  const state = { meaning: meaningIn(kind, meaning), service, eventLog };
  visit(walk, role, new Passage(section, undefined, here, here.order, state));
}

/** What HKR stands for in a section of a kind, where it stood for something in the one that leads there. */
function meaningIn(kind: SectionKind, before: HkrMeaning): HkrMeaning {
  return sectionKinds[kind].hkr ?? before;
}

function follow(walk: Walk, edge: Edge, here: Passage): void {
  const { targets, kinds } = edge;
  if (here.length > MAX_STEPS) return;
  for (const target of targets) {
    for (const kind of kinds) {
      if (kind === 'addRegistry') arrive(walk, target, edge, here);
      else if (hasLineRules(kind)) {
        const role = walk.roles.roleOf(target, kind);
        if (role !== undefined) visit(walk, role, passageTo(target, edge, here, meaningIn(kind, here.meaning)));
      }
    }
  }
}

function arrive(walk: Walk, section: SectionDraft, edge: Edge, here: Passage): void {
  if (walk.budget.arrivals-- > 0) {
    walk.arrivals.push(passageTo(section, edge, here, here.meaning, walk.arrivals.length));
  }
}

function passageTo(section: SectionDraft, edge: Edge, here: Passage, meaning: HkrMeaning, order = here.order): Passage {
  const { service = here.service, after, expects } = edge;
  const eventLog = expects === 'eventLogInstall' ? eventLogOf(after, edge.service) : here.eventLog;
  return new Passage(section, edge, here, order, { meaning, service, eventLog });
}

/** Source: install/inf-addservice-directive.md: without a log it is System, without a source the service. */
function eventLogOf([log, source]: readonly string[], service: string | undefined): Arrival['eventLog'] {
  const named = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);
  return { log: named(log) ?? DEFAULT_EVENT_LOG, source: named(source) ?? service ?? '' };
}
