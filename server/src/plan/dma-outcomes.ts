import { fold } from '../language/fold.js';
import { architectures } from '../language/platforms.js';
import { releases } from '../language/releases.js';
import { architectureRead } from '../model/targets.js';
import type { DeviceMatch, OsVersion, TargetRange } from '../model/types.js';
import { compareVersions } from '../model/versions.js';
import { PER_DEVICE_BUILD, PER_DRIVER_BUILD, VALUE_3_BUILD } from './dma-values.js';
import type { DmaLine, DmaOutcome, DmaPolicy, DmaStatement } from './dma.js';

/** What holds from one Windows build on, whatever the device. */
interface Verdict {
  readonly policy: DmaPolicy;
  readonly by: DmaOutcome['by'];
  readonly line: DmaLine | undefined;
  readonly undecided: boolean;
}

/** One verdict with the version from which it holds until the next one. */
export interface DatedVerdict extends Verdict {
  readonly from: OsVersion;
}

const NOTHING_STATED: Verdict = { policy: 'system-decides', by: 'none', line: undefined, undecided: false };
const NOTHING_EVER: readonly DatedVerdict[] = [{ ...NOTHING_STATED, from: { major: 0, minor: 0, build: 0 } }];
const CHANGES: readonly number[] = [PER_DRIVER_BUILD, VALUE_3_BUILD, PER_DEVICE_BUILD];

/**
 * The verdicts of one statement, ascending, first from version 0 on, neighbours different. The per-device value, where
 * stated, wins from Windows 11 24H2 on; before it only the per-driver value is read, and none before Windows 10 1803.
 * Source: pci/enabling-dma-remapping-for-device-drivers.md
 */
export function verdictsOf(statement: DmaStatement): readonly DatedVerdict[] {
  if (statement.perDriver.length === 0 && statement.supported.length === 0) return NOTHING_EVER;
  const verdicts: DatedVerdict[] = [...NOTHING_EVER];
  for (const build of CHANGES) {
    const verdict = verdictAt(statement, build);
    const last = verdicts.at(-1);
    if (last !== undefined && isSameVerdict(last, verdict)) continue;
    verdicts.push({ ...verdict, from: { major: 10, minor: 0, build } });
  }
  return verdicts;
}

/** Cuts the verdicts to the systems of one match. */
export function outcomesOfMatch(match: DeviceMatch, verdicts: readonly DatedVerdict[]): DmaOutcome[] {
  const outcomes: DmaOutcome[] = [];
  const end = endOf(match.target);
  verdicts.forEach((verdict, index) => {
    const from = later(match.target.from, verdict.from);
    const until = earlier(end, verdicts[index + 1]?.from);
    if (until !== undefined && compareVersions(from, until) >= 0) return;
    const { policy, by, line, undecided } = verdict;
    outcomes.push({ match, from, until, policy, by, line, undecided });
  });
  return outcomes;
}

/** Windows 11 has no x86 edition, so what targets x86 ends before it, unless the decoration itself asks for later. */
function endOf({ architecture, decoration, from, until }: TargetRange): OsVersion | undefined {
  const read = architecture ?? architectureRead(decoration);
  const last = read === undefined ? undefined : architectures[read].until;
  if (last === undefined || compareVersions(from, releases[last]) >= 0) return until;
  return earlier(until, releases[last]);
}

function isSameVerdict(a: Verdict, b: Verdict): boolean {
  return a.policy === b.policy && a.by === b.by && a.line === b.line && a.undecided === b.undecided;
}

function later(a: OsVersion, b: OsVersion): OsVersion {
  return compareVersions(a, b) >= 0 ? a : b;
}

function earlier(a: OsVersion | undefined, b: OsVersion | undefined): OsVersion | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareVersions(a, b) <= 0 ? a : b;
}

function verdictAt(statement: DmaStatement, build: number): Verdict {
  const perDevice = build >= PER_DEVICE_BUILD ? perDeviceVerdict(statement) : undefined;
  return perDevice ?? perDriverVerdict(statement, build) ?? NOTHING_STATED;
}

/** Tells whether Windows takes a number from the line: a REG_DWORD in range, or one that the build still fills in. */
export function isStating(line: DmaLine): boolean {
  if (line.type === 'other' || line.type === 'unreadable') return false;
  return line.placeholder || line.value !== undefined;
}

function isUndecided(line: DmaLine): boolean {
  return line.placeholder || line.type === 'placeholder';
}

function perDeviceVerdict(statement: DmaStatement): Verdict | undefined {
  const line = statement.supported.findLast(isStating);
  if (line === undefined) return undefined;
  const flags = statement.flags.findLast(isStating);
  if (isUndecided(line)) return undecided('per-device', line);
  if (line.value === 0) return { policy: 'opt-out', by: 'per-device', line, undecided: false };
  if (flags !== undefined && isUndecided(flags)) return undecided('per-device', flags);
  const policy = flags?.value === 1 ? 'opt-in-external' : 'opt-in';
  return { policy, by: 'per-device', line, undecided: false };
}

function undecided(by: Verdict['by'], line: DmaLine): Verdict {
  return { policy: 'system-decides', by, line, undecided: true };
}

/**
 * One driver that opts out is enough; else the function driver speaks, and in an INF without one (an extension) the
 * first service that says something. Source: install/devpkey-device-dmaremappingpolicy.md
 */
function perDriverVerdict(statement: DmaStatement, build: number): Verdict | undefined {
  const stated = lastPerService(statement);
  const deciding = stated.find(({ line }) => !isUndecided(line) && line.value === 0) ?? speaker(statement, stated);
  if (deciding === undefined) return undefined;
  const { line } = deciding;
  if (isUndecided(line)) return undecided('per-driver', line);
  return { policy: perDriverPolicy(line.value ?? 0, build), by: 'per-driver', line, undecided: false };
}

type DriverStatement = DmaStatement['perDriver'][number];

/** Of several lines for one service the last one stays in the registry. */
function lastPerService(statement: DmaStatement): DriverStatement[] {
  const last = new Map<string, DriverStatement>();
  for (const entry of statement.perDriver) {
    if (isStating(entry.line)) last.set(fold(entry.service.name), entry);
  }
  return [...last.values()];
}

function speaker(statement: DmaStatement, stated: readonly DriverStatement[]): DriverStatement | undefined {
  const hasFunctionDriver = statement.installation.services.some((service) => service.isFunctionDriver);
  return hasFunctionDriver ? stated.find(({ service }) => service.isFunctionDriver) : stated[0];
}

/** Value 3 came with Windows 11; Windows 10 takes it for 2. Source: pci/enabling-dma-remapping-for-device-drivers.md */
function perDriverPolicy(value: number, build: number): DmaPolicy {
  if (value === 0) return 'opt-out';
  if (value === 1) return 'opt-in';
  return value === 3 && build >= VALUE_3_BUILD ? 'opt-in' : 'opt-in-external';
}
