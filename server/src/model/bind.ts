import { fold } from '../language/fold.js';
import { absolute, type Cst, type LineRef } from '../syntax/cst.js';
import { percentTokens } from '../syntax/percent.js';
import { addTo } from '../text/group.js';
import { detectFileKind } from './file-kind.js';
import { buildInstallGraph, type InstallGraph } from './installations.js';
import { lazy } from './lazy.js';
import { devicesOf, selectModels, type ModelsUse } from './manufacturers.js';
import { isTemplateText } from './placeholders.js';
import { readRegistryTable, type RegistryTable } from './registry-table.js';
import { createWriteTable, type WriteTable } from './registry-writes.js';
import { inferRoles, type Roles } from './roles.js';
import { indexSections, type SectionDraft, type SectionIndex } from './section-index.js';
import { readStrings, type StringTable } from './strings.js';
import type { Device, FileKind, Model, Section, SectionReference, TargetRange, TokenUse } from './types.js';

/** What only the caller knows about a file. */
export interface BindOptions {
  /** The file's name says that a build completes it: `.inx`, `.inf.in`. */
  readonly templateByName?: boolean;
}

type Expand = (value: string) => string;

const TEMPLATE_NAME = /\.(?:inx|inf\.in)$/i;
const NO_DEVICES: readonly Device[] = [];
const NO_REFERENCES: readonly SectionReference[] = [];

/** Makes the model of a parsed file. Nothing is computed before somebody asks for it. Never throws on any text. */
export function bind(cst: Cst, options?: BindOptions): Model {
  const parts = createParts(cst, options);
  const { strings, expand, index, roles, registry, writes, devices, graph } = parts;
  const referencesBySection = lazy(() => groupByTarget(roles().references()));
  return {
    cst,
    get fileKind() {
      return parts.fileKind();
    },
    get isTemplate() {
      return parts.isTemplate();
    },
    get sections() {
      return index().all;
    },
    sectionNamed: (name) => index().named(name),
    sectionOf: (placed) => index().ofBlock(placed),
    expand,
    valueOf: (field) => expand(field.value),
    definitionsOf: (token) => strings().definitionsOf(token),
    get strings() {
      return strings().definitions;
    },
    tokenUses: tokenUsesOf,
    get references() {
      return roles().references();
    },
    referencesTo: (section) => referencesBySection().get(section) ?? NO_REFERENCES,
    version: parts.version,
    get devices() {
      return devices().all;
    },
    get targets() {
      return devices().targets;
    },
    get installations() {
      return graph().installations;
    },
    get registryLines() {
      return registry().all;
    },
    registryLinesIn: (section) => registry().of(section),
    registryLineAt: (at) => registry().at(at, index().ofBlock(at.placed)),
    writesOf: (at) => writes.at(at, index().ofBlock(at.placed), graph()),
  };
}

/** The parts of a model, each computed on first demand. */
interface Parts {
  readonly strings: () => StringTable;
  readonly expand: Expand;
  readonly fileKind: () => FileKind;
  readonly isTemplate: () => boolean;
  /** The sections with their kinds. */
  readonly index: () => SectionIndex;
  readonly roles: () => Roles;
  readonly version: Model['version'];
  readonly registry: () => RegistryTable;
  readonly writes: WriteTable;
  readonly devices: () => Devices;
  readonly graph: () => InstallGraph;
}

function createParts(cst: Cst, options: BindOptions | undefined): Parts {
  const strings = lazy(() => readStrings(cst));
  const expand: Expand = (value) => (value.includes('%') ? strings().expand(value) : value);
  const isTemplate = lazy(() => isTemplateFile(cst, options));
  const bareIndex = lazy(() => indexSections(cst, expand));
  const preamble = cst.blocks[0]?.block.text ?? '';
  const fileKind = lazy(() => detectFileKind({ sections: bareIndex().all, preamble, expand }));
  const roles = lazy(() => inferRoles(bareIndex(), expand));
  const index = lazy(() => {
    roles();
    return bareIndex();
  });
  const version = (entry: string) => findEntry(bareIndex().named('Version'), entry, expand);
  const registry = lazy(() => readRegistryTable(index().all, expand));
  const writes = createWriteTable(registry, () => version('ClassGuid')?.value ?? '');
  const devices = lazy(() => readDevices(index(), expand));
  const graph = lazy(() =>
    buildInstallGraph({
      index: index(),
      roles: roles(),
      uses: devices().uses,
      devicesIn: (section) => devices().bySection.get(section) ?? NO_DEVICES,
      writesOf: (applications) => writes.of(applications),
    }),
  );
  return { strings, expand, fileKind, isTemplate, index, roles, version, registry, writes, devices, graph };
}

function isTemplateFile({ snapshot }: Cst, options: BindOptions | undefined): boolean {
  return options?.templateByName === true || TEMPLATE_NAME.test(snapshot.uri) || isTemplateText(snapshot.text);
}

function groupByTarget(references: readonly SectionReference[]): Map<Section, SectionReference[]> {
  const grouped = new Map<Section, SectionReference[]>();
  for (const reference of references) {
    for (const target of reference.targets) {
      addTo(grouped, target, reference);
    }
  }
  return grouped;
}

function findEntry(section: Section | undefined, entry: string, expand: Expand): ReturnType<Model['version']> {
  const wanted = fold(entry);
  const at = section?.lines.find(({ line }) => line.key !== undefined && fold(line.key.value) === wanted);
  if (at === undefined) return undefined;
  const field = at.line.fields[0];
  return { value: expand(field?.value ?? ''), at, field };
}

function tokenUsesOf(at: LineRef): TokenUse[] {
  const { placed, line } = at;
  const fields = line.key === undefined ? line.fields : [line.key, ...line.fields];
  return fields.flatMap((field) =>
    percentTokens(placed.block, field).map(({ name, span, kind }) => ({ name, kind, span: absolute(placed, span) })),
  );
}

/** The devices of a file, and which Models sections count where. */
interface Devices {
  readonly all: readonly Device[];
  readonly bySection: ReadonlyMap<SectionDraft, readonly Device[]>;
  readonly uses: readonly ModelsUse[];
  readonly targets: readonly TargetRange[];
}

function readDevices(index: SectionIndex, expand: Expand): Devices {
  const bySection = new Map<SectionDraft, readonly Device[]>();
  for (const section of index.all) {
    if (section.kinds.has('models')) bySection.set(section, devicesOf(section, expand));
  }
  const manufacturers = index.all.filter(({ kinds }) => kinds.has('manufacturer'));
  const lines = manufacturers.flatMap((section) => section.lines);
  const { uses, targets } = selectModels(lines, index, expand);
  return { all: [...bySection.values()].flat(), bySection, uses, targets };
}
