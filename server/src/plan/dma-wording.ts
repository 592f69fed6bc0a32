import { releases } from '../language/releases.js';
import { architectureRead } from '../model/targets.js';
import type { Architecture, OsVersion, TargetRange } from '../model/types.js';
import { compareVersions } from '../model/versions.js';
import { absolute } from '../syntax/cst.js';
import type { Snapshot } from '../text/snapshot.js';
import { lineAt } from '../text/snapshot.js';
import { PER_DRIVER_BUILD } from './dma-values.js';
import type { DmaLine, DmaMechanism, DmaOutcome, DmaPolicy } from './dma.js';

const POLICY_NAMES: Readonly<Record<DmaPolicy, string>> = {
  'opt-in': 'opt-in',
  'opt-in-external': 'opt-in if external',
  'opt-out': 'opt-out',
  'system-decides': 'system decides',
};

const POLICY_MEANINGS: Readonly<Record<DmaPolicy, string>> = {
  'opt-in': 'Windows remaps the DMA of the device.',
  'opt-in-external':
    'Windows remaps the DMA of the device only at an external port or while Driver Verifier checks DMA.',
  'opt-out':
    'Windows does not remap the DMA of the device. With Kernel DMA Protection it may be blocked at external and exposed ports.',
  'system-decides': 'The INF states nothing that counts; Windows chooses.',
};

const MECHANISM_NAMES: Readonly<Record<DmaMechanism, string>> = {
  'per-driver': 'per driver',
  'per-device': 'per device',
};

/** Short name of a policy for people: `opt-in if external`. */
export function policyName(policy: DmaPolicy): string {
  return POLICY_NAMES[policy];
}

/** One sentence about what a policy means. Source: pci/enabling-dma-remapping-for-device-drivers.md */
export function policyMeaning(policy: DmaPolicy): string {
  return POLICY_MEANINGS[policy];
}

/** `per driver` or `per device`. */
export function mechanismName(mechanism: DmaMechanism): string {
  return MECHANISM_NAMES[mechanism];
}

/** Full name of the release that begins with this version: `Windows 11 24H2`; one without a name is given by its numbers. */
export function releaseName(version: OsVersion): string {
  const found = Object.entries(releases).find(([, release]) => compareVersions(release, version) === 0);
  if (found !== undefined) return found[0];
  const { major, minor, build } = version;
  if (major !== 10) return `Windows ${String(major)}.${String(minor)}`;
  if (build === 0) return 'Windows 10';
  return `Windows ${build >= releases['Windows 11'].build ? '11' : '10'} build ${String(build)}`;
}

/** The same, shortened where nothing is lost: `24H2`, `1803`, `Windows 11`. */
export function shortReleaseName(version: OsVersion): string {
  const name = releaseName(version);
  const short = name.replace(/^Windows 1[01] (?=\d)/, '');
  const isUnique = Object.keys(releases).filter((other) => other.endsWith(` ${short}`)).length === 1;
  return isUnique ? short : name;
}

/** The systems from `from` up to, not including, `until`: `from Windows 10 1803, before Windows 11 24H2`, `Windows 11 24H2 and later`. */
export function rangeName(from: OsVersion, until: OsVersion | undefined): string {
  const open = from.major === 0;
  if (until === undefined) return open ? 'every Windows' : `${releaseName(from)} and later`;
  return open ? `before ${releaseName(until)}` : `from ${releaseName(from)}, before ${releaseName(until)}`;
}

/** 1-based number of the line in the document on which a DMA line starts. */
export function lineNumberOf(snapshot: Snapshot, { line }: DmaLine): number {
  return lineAt(snapshot, absolute(line.at.placed, line.at.line.span).start) + 1;
}

/** What is in force, without the line that decides it: `opt-in if external`, `set by the build`. */
export function outcomeName({ policy, undecided }: Pick<DmaOutcome, 'policy' | 'undecided'>): string {
  return undecided ? 'set by the build' : policyName(policy);
}

/**
 * The outcomes of one device in one line of text, newest Windows first: `opt-in (per driver, line 84)`,
 * `opt-in from 24H2 (per device, line 40); before: system decides`. Targets that differ are named by their
 * architecture, and x86 where the file does not say so itself (install/inf-manufacturer-section.md).
 * Empty when there are no outcomes.
 */
export function describeOutcomes(snapshot: Snapshot, outcomes: readonly DmaOutcome[]): string {
  const byText = new Map<string, string[]>();
  for (const { label, own } of byTarget(outcomes)) {
    const text = describeTarget(snapshot, own);
    const labels = byText.get(text);
    if (labels === undefined) byText.set(text, [label]);
    else if (!labels.includes(label)) labels.push(label);
  }
  const [only] = byText.keys();
  if (byText.size === 1 && only !== undefined) return outcomes.every(isImpliedX86) ? `x86 only: ${only}` : only;
  return [...byText].map(([text, labels]) => `${labels.join(', ')}: ${text}`).join(' · ');
}

/** Newest first, without those that end before Windows knew DMA remapping (unless there is nothing else). */
export function relevantOutcomes(outcomes: readonly DmaOutcome[]): readonly DmaOutcome[] {
  const first = { major: 10, minor: 0, build: PER_DRIVER_BUILD };
  const known = outcomes.filter(({ until }) => until === undefined || compareVersions(until, first) > 0);
  const kept = known.length > 0 ? known : outcomes;
  return [...kept].sort((a, b) => compareVersions(b.from, a.from));
}

interface TargetOutcomes {
  readonly label: string;
  readonly own: DmaOutcome[];
}

/** The architecture that a target means; `undefined` where the build fills it in. */
export function architectureOf({ architecture, decoration }: TargetRange): Architecture | undefined {
  return architecture ?? architectureRead(decoration);
}

function isImpliedX86({ match: { target } }: DmaOutcome): boolean {
  return target.decoration.architecture === undefined && architectureRead(target.decoration) === 'x86';
}

function byTarget(outcomes: readonly DmaOutcome[]): Iterable<TargetOutcomes> {
  const groups = new Map<unknown, TargetOutcomes>();
  for (const outcome of outcomes) {
    const { target } = outcome.match;
    const group = groups.get(target);
    if (group !== undefined) group.own.push(outcome);
    else groups.set(target, { label: architectureOf(target) ?? target.decoration.text, own: [outcome] });
  }
  return groups.values();
}

function describeTarget(snapshot: Snapshot, outcomes: readonly DmaOutcome[]): string {
  const parts = relevantOutcomes(outcomes).map((outcome) => ({
    name: outcomeName(outcome),
    reason: decidedBy(snapshot, outcome),
    since: shortReleaseName(outcome.from),
  }));
  const [newest] = parts;
  if (newest === undefined) return '';
  const isOldest = (index: number): boolean => index === parts.length - 1;
  if (parts.length > 1 && parts.every(({ name, reason }) => name === newest.name && reason !== '')) {
    const reasons = parts.map(
      ({ reason, since }, index) => `${isOldest(index) ? 'before' : `from ${since}`} ${reason}`,
    );
    return `${newest.name} (${reasons.join('; ')})`;
  }
  return parts
    .map(({ name, reason, since }, index) => {
      const brackets = reason === '' ? '' : ` (${reason})`;
      if (!isOldest(index)) return `${name} from ${since}${brackets}`;
      return `${index > 0 ? 'before: ' : ''}${name}${brackets}`;
    })
    .join('; ');
}

/** `per driver, line 84`; with the placeholder in front where the build decides; empty when nothing is stated. */
function decidedBy(snapshot: Snapshot, { by, line }: DmaOutcome): string {
  if (by === 'none') return '';
  if (line === undefined) return mechanismName(by);
  const placeholder = line.placeholder ? `${line.valueText}, ` : '';
  return `${placeholder}${mechanismName(by)}, line ${String(lineNumberOf(snapshot, line))}`;
}
