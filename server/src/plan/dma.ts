import { fold } from '../language/fold.js';
import type {
  Device,
  DeviceMatch,
  Installation,
  Model,
  OsVersion,
  RegistryLine,
  RegistryWrite,
  ServiceInstall,
} from '../model/types.js';
import { architectureRead } from '../model/targets.js';
import type { Field } from '../syntax/cst.js';
import { addTo } from '../text/group.js';
import type { Analysis } from './analysis.js';
import { findDmaLines, serviceOf } from './dma-lines.js';
import { outcomesOfMatch, verdictsOf, type DatedVerdict } from './dma-outcomes.js';

/** The three registry values of DMA remapping. Source: pci/enabling-dma-remapping-for-device-drivers.md */
export type DmaValueName = 'DmaRemappingCompatible' | 'RemappingSupported' | 'RemappingFlags';

export type DmaMechanism = 'per-driver' | 'per-device';

/** A registry line that sets, or by all appearance means to set, a DMA remapping value. */
export interface DmaLine {
  readonly line: RegistryLine;
  /** The value it means; for a misspelt name the nearest one. */
  readonly intended: DmaValueName;
  /** True when the name is spelt right (ignoring case). */
  readonly named: boolean;
  /** The number, `undefined` if it cannot be read, is out of range or is a placeholder. */
  readonly value: number | undefined;
  /** What the value field says, expanded; empty when missing. */
  readonly valueText: string;
  readonly valueField: Field | undefined;
  /** True for `INX_…`, `$…$`, `@…@`: the build decides, we are silent. */
  readonly placeholder: boolean;
  readonly type: 'dword' | 'other' | 'unreadable' | 'placeholder';
  readonly writes: readonly DmaWrite[];
}

/** One application of a DMA line. `effective`: Windows reads the value there. */
export interface DmaWrite {
  readonly write: RegistryWrite;
  readonly effective: boolean;
}

export type DmaPolicy = 'opt-in' | 'opt-in-external' | 'opt-out' | 'system-decides';

/** The outcome for one device on a range of systems with the same outcome. */
export interface DmaOutcome {
  readonly match: DeviceMatch;
  /** Narrower than the target range where the outcome changes with the Windows version. */
  readonly from: OsVersion;
  readonly until: OsVersion | undefined;
  readonly policy: DmaPolicy;
  readonly by: DmaMechanism | 'none';
  readonly line: DmaLine | undefined;
  /** The build decides the value: the line's value is a placeholder. */
  readonly undecided: boolean;
}

/** What one installation states: by mechanism, the effective lines in order of application (the last one wins). */
export interface DmaStatement {
  readonly installation: Installation;
  readonly perDriver: readonly { readonly line: DmaLine; readonly service: ServiceInstall }[];
  readonly supported: readonly DmaLine[];
  readonly flags: readonly DmaLine[];
}

export interface DmaAnalysis {
  readonly lines: readonly DmaLine[];
  readonly statements: readonly DmaStatement[];
  lineAt(line: RegistryLine): DmaLine | undefined;
  statementOf(installation: Installation): DmaStatement;
  /** Outcomes for a device in the order of its targets, each distinct one once. */
  outcomesOf(device: Device): readonly DmaOutcome[];
}

/**
 * Reads all DMA remapping lines of a file. `effective` speaks of the place only, so a statement also holds lines whose
 * type or value is wrong; outcomes pass over those.
 */
export function createDmaAnalysis(analysis: Analysis): DmaAnalysis {
  const { model } = analysis;
  const lines = findDmaLines(analysis);
  const byLine = new Map(lines.map((line) => [line.line, line]));
  const statementByInstallation = stateAll(model, lines);
  const statements = model.installations.map((installation) => statementOf(installation));
  const outcomes = new Map<Device, readonly DmaOutcome[]>();
  let usesByDevice: ReadonlyMap<Device, readonly Use[]> | undefined;

  function statementOf(installation: Installation): DmaStatement {
    return statementByInstallation.get(installation) ?? { installation, perDriver: [], supported: [], flags: [] };
  }
  return {
    lines,
    statements,
    lineAt: (line) => byLine.get(line),
    statementOf,
    outcomesOf(device) {
      let known = outcomes.get(device);
      if (known === undefined) {
        usesByDevice ??= findUses(statements);
        known = usesOnSystems(usesByDevice.get(device) ?? []).flatMap(({ match, verdicts }) =>
          outcomesOfMatch(match, verdicts),
        );
        outcomes.set(device, known);
      }
      return known;
    },
  };
}

/** A match of a device with the verdicts of the installation that it selects. */
interface Use {
  readonly match: DeviceMatch;
  readonly verdicts: readonly DatedVerdict[];
}

/**
 * Without the install sections that Windows never picks: a Models section without architecture serves x86 only, so of its
 * install sections that for x86, else the one for all. Source: install/inf-manufacturer-section.md
 */
function usesOnSystems(uses: readonly Use[]): readonly Use[] {
  const open = uses.filter(
    ({ match: { target } }) => target.decoration.architecture !== architectureRead(target.decoration),
  );
  if (open.length === 0) return uses;
  const withX86 = new Set(
    open.flatMap(({ match: { target } }) => (target.architecture === 'x86' ? target.decoration : [])),
  );
  const unused = new Set(
    open.filter(({ match: { target } }) =>
      target.architecture === undefined ? withX86.has(target.decoration) : target.architecture !== 'x86',
    ),
  );
  return uses.filter((use) => !unused.has(use));
}

function findUses(statements: readonly DmaStatement[]): Map<Device, Use[]> {
  const uses = new Map<Device, Use[]>();
  for (const statement of statements) {
    const verdicts = verdictsOf(statement);
    for (const match of statement.installation.matches) {
      addTo(uses, match.device, { match, verdicts });
    }
  }
  return uses;
}

interface Draft {
  readonly perDriver: { readonly line: DmaLine; readonly service: ServiceInstall; readonly write: RegistryWrite }[];
  readonly supported: { readonly line: DmaLine; readonly write: RegistryWrite }[];
  readonly flags: { readonly line: DmaLine; readonly write: RegistryWrite }[];
}

/** Statements of the installations that apply any effective line. */
function stateAll(model: Model, lines: readonly DmaLine[]): Map<Installation, DmaStatement> {
  const drafts = new Map<Installation, Draft>();
  for (const line of lines) {
    for (const { write, effective } of line.writes) {
      if (effective) addToDraft(draftOf(drafts, write.installation), line, write);
    }
  }
  const statements = new Map<Installation, DmaStatement>();
  for (const installation of model.installations) {
    const draft = drafts.get(installation);
    if (draft !== undefined) statements.set(installation, finish(installation, draft));
  }
  return statements;
}

function draftOf(drafts: Map<Installation, Draft>, installation: Installation): Draft {
  const known = drafts.get(installation);
  if (known !== undefined) return known;
  const draft: Draft = { perDriver: [], supported: [], flags: [] };
  drafts.set(installation, draft);
  return draft;
}

function addToDraft(draft: Draft, line: DmaLine, write: RegistryWrite): void {
  if (line.intended === 'RemappingSupported') draft.supported.push({ line, write });
  else if (line.intended === 'RemappingFlags') draft.flags.push({ line, write });
  else {
    const name = serviceOf(write);
    const service = write.installation.services.find((each) => name !== undefined && fold(each.name) === fold(name));
    if (service !== undefined) draft.perDriver.push({ line, service, write });
  }
}

function finish(installation: Installation, draft: Draft): DmaStatement {
  return {
    installation,
    perDriver: draft.perDriver.sort(byOrder).map(({ line, service }) => ({ line, service })),
    supported: draft.supported.sort(byOrder).map(({ line }) => line),
    flags: draft.flags.sort(byOrder).map(({ line }) => line),
  };
}

/** Lines of one section come in the order of the file already. */
function byOrder(a: { readonly write: RegistryWrite }, b: { readonly write: RegistryWrite }): number {
  return a.write.order - b.write.order;
}
