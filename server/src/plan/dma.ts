import type { Field } from '../syntax/cst.js';
import type { Device, DeviceMatch, Installation, Model, OsVersion, RegistryLine, RegistryWrite, ServiceInstall } from '../model/types.js';

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

/** Reads all DMA remapping lines of a model. */
export declare function createDmaAnalysis(model: Model): DmaAnalysis;
