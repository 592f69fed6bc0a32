import { fold } from '../language/fold.js';
import { isPciDevice } from '../model/pci.js';
import type { Decoration, Device, OsVersion, TargetRange } from '../model/types.js';
import { compareVersions } from '../model/versions.js';
import type { Analysis } from '../plan/analysis.js';
import { architectureOf, lineNumberOf, outcomeName, rangeName } from '../plan/dma-wording.js';
import type { DmaOutcome, DmaPolicy, DmaValueName } from '../plan/dma.js';
import { groupBy } from '../text/group.js';
import { decorationFrom } from './decoration-from.js';

/** One row of `inf dma --format json`. */
export interface DmaRecord {
  readonly file: string;
  readonly hardwareId: string;
  readonly target: string;
  readonly policy: DmaPolicy;
  readonly by: DmaOutcome['by'];
  /** 1-based number of the line that decides, `null` when none does. */
  readonly line: number | null;
  /** The value of that line; its text when the build fills it in. */
  readonly value: number | string | null;
}

/** One outcome for one device, with all the targets that share it. */
export interface DmaRow {
  readonly record: DmaRecord;
  readonly description: string;
  readonly isPci: boolean;
  readonly valueName: DmaValueName | undefined;
  /** What is in force, for people: `opt-in if external`, `set by the build (INX_DMA)`. */
  readonly outcome: string;
  readonly undecided: boolean;
  readonly places: readonly DmaPlace[];
}

/** Where an outcome holds: `NTamd64.10.0...26100` and `Windows 11 24H2 and later`. */
export interface DmaPlace {
  readonly target: string;
  readonly windows: string;
}

/** Which devices and systems are asked for; all when left out. */
export interface DmaQuery {
  readonly hardwareId: string | undefined;
  /** A decoration that names the machine, as the user wrote it. */
  readonly target: Decoration | undefined;
}

/**
 * The outcomes for the devices of one file in the order of the Models lines. Outcomes of one hardware ID that agree in
 * policy, mechanism, line and value are one row, whatever the target.
 */
export function dmaRows(file: string, analysis: Analysis, query: DmaQuery): readonly DmaRow[] {
  const rows = new Map<string, DmaRow>();
  for (const device of analysis.model.devices) {
    const id = idOf(device, query.hardwareId);
    if (id === undefined) continue;
    for (const outcome of analysis.dma.outcomesOf(device)) {
      if (query.target !== undefined && !reaches(outcome, query.target)) continue;
      const row = rowOf(file, analysis, device, id, outcome, query.target);
      const { policy, by, line, value } = row.record;
      const key = JSON.stringify([fold(id), policy, by, line, value]);
      rows.set(key, merged(rows.get(key), row));
    }
  }
  return byDevice([...rows.values()]);
}

/** The ID by which a device is listed: its hardware ID, or the one that was asked for; `undefined`: not asked for. */
function idOf(device: Device, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return device.ids[0]?.id ?? '';
  return device.ids.find(({ id }) => fold(id) === fold(wanted.trim()))?.id;
}

/** Tells whether an outcome holds on a machine. Parts that the decoration leaves out are open. */
function reaches({ match, from, until }: DmaOutcome, machine: Decoration): boolean {
  if (!fitsArchitecture(match.target, machine)) return false;
  if (machine.version === undefined) return true;
  const end = endOf(machine.version);
  return compareVersions(from, end) < 0 && (until === undefined || compareVersions(machine.version, until) < 0);
}

function fitsArchitecture(target: TargetRange, machine: Decoration): boolean {
  const architecture = architectureOf(target);
  return machine.architecture === undefined || architecture === undefined || architecture === machine.architecture;
}

/** First version that a decoration without a build no longer means: `10.0` is all of 10.0, `10.0…26100` just this build. */
function endOf({ major, minor, build }: OsVersion): OsVersion {
  return build === 0 ? { major, minor: minor + 1, build: 0 } : { major, minor, build: build + 1 };
}

function rowOf(
  file: string,
  analysis: Analysis,
  device: Device,
  id: string,
  outcome: DmaOutcome,
  machine: Decoration | undefined,
): DmaRow {
  const { policy, by, line, undecided, match } = outcome;
  const target = machine?.version !== undefined ? machine.text : decorationFrom(match.target, outcome.from);
  const { snapshot } = analysis.model.cst;
  return {
    record: {
      file,
      hardwareId: id,
      target,
      policy,
      by,
      line: line === undefined ? null : lineNumberOf(snapshot, line),
      value: line === undefined ? null : (line.value ?? line.valueText),
    },
    description: device.description,
    isPci: isPciDevice(device),
    valueName: line?.intended,
    outcome: outcomeName(outcome),
    undecided,
    places: [{ target, windows: rangeName(outcome.from, outcome.until) }],
  };
}

function merged(known: DmaRow | undefined, row: DmaRow): DmaRow {
  if (known === undefined) return row;
  const isNew = row.places.every(({ target }) => known.places.every((each) => each.target !== target));
  return isNew ? { ...known, places: [...known.places, ...row.places] } : known;
}

/** Rows of one hardware ID next to each other, in order of first appearance. */
function byDevice(rows: readonly DmaRow[]): readonly DmaRow[] {
  return [...groupBy(rows, ({ record }) => fold(record.hardwareId)).values()].flat();
}
