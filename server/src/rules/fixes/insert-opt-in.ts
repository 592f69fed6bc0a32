import type { Installation, Section } from '../../model/types.js';
import type { Fix } from '../../engine/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { DMA_VALUES } from '../../plan/dma-values.js';
import type { DmaLine, DmaMechanism } from '../../plan/dma.js';
import { makeFix } from './fix.js';
import { createDraft, type Draft } from './draft.js';
import { hardwareReferrers, placeLines, sectionReferrers, type Referrer } from './placement.js';
import type { RegistryContent } from './registry-style.js';
import {
  appliesAny,
  functionDrivers,
  holdsOnlyHardware,
  holdsOnlyServices,
  mechanismOf,
  namesOf,
  pciInstallations,
  serviceSections,
  sharingDrivers,
  subjects,
  withSameDevices,
} from './subjects.js';
import { isDisplayClass, pciMatches, readsPerDevice, readsPerDriverOnly } from '../support/dma-subjects.js';

/** What to state: values for the service, for the device, or for both. */
export interface Policy {
  readonly compatible: number | undefined;
  readonly supported: number | undefined;
  readonly flags: number | undefined;
}

const PER_DRIVER: Policy = { compatible: 1, supported: undefined, flags: undefined };
const PER_DEVICE: Policy = { compatible: undefined, supported: 1, flags: undefined };

/**
 * The ways to opt the PCI devices of some DDInstall names in to DMA remapping, on all their architectures: per driver,
 * per device or both, as far as the systems that the INF covers read them and nothing contrary is stated. Where another
 * DDInstall name installs the same device on other targets, it is served, too. All `unsafe`: opting in is a promise about
 * the driver's code. `names` are folded DDInstall names.
 * Source: pci/enabling-dma-remapping-for-device-drivers.md
 */
export function insertOptIn(analysis: Analysis, names: ReadonlySet<string>): readonly Fix[] {
  const installations = pciInstallations(analysis, withSameDevices(analysis, names));
  if (installations.length === 0 || !isOptInOrNothing(analysis, installations)) return [];
  const driver =
    openServiceSections(analysis, installations).length > 0 &&
    isOptInOrNothing(analysis, sharingDrivers(analysis, installations));
  if (isDisplayClass(analysis.model)) return driver ? [graphicsOptIn(analysis, installations)] : [];
  const read = mechanismsRead(installations);
  return optIns(analysis, installations, {
    driver: driver && read.has('per-driver'),
    device: read.has('per-device') && openHardwareSections(analysis, installations).length > 0,
  });
}

/** Graphics drivers have a statement of their own, and no other. Source: display/iommu-dma-remapping.md */
function graphicsOptIn(analysis: Analysis, installations: readonly Installation[]): Fix {
  const title = 'Insert the DMA remapping opt-in of graphics drivers (WDDM 3.0): DmaRemappingCompatible = 3';
  const parts = [{ installations, policy: { ...PER_DRIVER, compatible: 3 } }];
  return fixOf(analysis, { action: 'insert-opt-in-per-driver', title, parts }, true);
}

function optIns(
  analysis: Analysis,
  installations: readonly Installation[],
  { driver, device }: { readonly driver: boolean; readonly device: boolean },
): readonly Fix[] {
  const fixes: OptIn[] = [];
  if (driver && device) fixes.push(optInBoth(analysis, installations));
  if (driver) {
    const title =
      'Insert the DMA remapping opt-in per driver: DmaRemappingCompatible = 1 (Windows 10 1803 to Windows 11 23H2)';
    fixes.push({ action: 'insert-opt-in-per-driver', title, parts: [{ installations, policy: PER_DRIVER }] });
  }
  if (device) {
    const title = 'Insert the DMA remapping opt-in per device: RemappingSupported = 1 (Windows 11 24H2 and later)';
    fixes.push({ action: 'insert-opt-in-per-device', title, parts: [{ installations, policy: PER_DEVICE }] });
  }
  return fixes.map((optIn, index) => fixOf(analysis, optIn, index === 0));
}

/** One way to opt in: what to state for which installations. */
interface OptIn {
  readonly action: string;
  readonly title: string;
  readonly parts: readonly { readonly installations: readonly Installation[]; readonly policy: Policy }[];
}

function fixOf(analysis: Analysis, { action, title, parts }: OptIn, preferred: boolean): Fix {
  return makeFix({ action, title, ...(preferred ? { preferred } : {}) }, () => {
    const draft = createDraft(analysis.model);
    for (const { installations, policy } of parts) statePolicy(analysis, draft, installations, policy);
    return draft.edits();
  });
}

/** The driver's statement holds for all its devices, so each of them states the same. */
function optInBoth(analysis: Analysis, installations: readonly Installation[]): OptIn {
  const all = pciInstallations(analysis, namesOf(sharingDrivers(analysis, installations)));
  const more = namesOf(all).size > namesOf(installations).size ? ', for all devices of the driver' : '';
  return {
    action: 'insert-opt-in-both',
    title: `Insert the DMA remapping opt-in per driver and per device (all Windows versions)${more}`,
    parts: [
      { installations, policy: PER_DRIVER },
      { installations: all, policy: PER_DEVICE },
    ],
  };
}

/** Writes a policy wherever these installations do not state anything yet. */
export function statePolicy(
  analysis: Analysis,
  draft: Draft,
  installations: readonly Installation[],
  policy: Policy,
): void {
  const { model } = analysis;
  if (policy.compatible !== undefined) {
    const services = functionDrivers(installations);
    placeLines(analysis, draft, {
      referrers: openServiceSections(analysis, installations),
      contents: [contentOf('DmaRemappingCompatible', policy.compatible)],
      mayHold: holdsOnlyServices(model, services),
    });
  }
  if (policy.supported === undefined) return;
  const flags = policy.flags === undefined ? [] : [contentOf('RemappingFlags', policy.flags)];
  placeLines(analysis, draft, {
    referrers: openHardwareSections(analysis, installations),
    contents: [contentOf('RemappingSupported', policy.supported), ...flags],
    mayHold: holdsOnlyHardware(model, namesOf(installations)),
  });
}

/** The line that states a value in its right place. */
export function contentOf(valueName: DmaLine['intended'], value: number): RegistryContent {
  return { subkey: DMA_VALUES[valueName].subkey, valueName, flagsText: undefined, value };
}

/** Service-install sections of the function drivers that apply no per-driver line yet. */
export function openServiceSections(analysis: Analysis, installations: readonly Installation[]): readonly Referrer[] {
  const { through } = subjects(analysis);
  const isStated = (section: Section): boolean =>
    (through.get(section) ?? []).some(({ line }) => mechanismOf(line) === 'per-driver');
  const sections = serviceSections(analysis, functionDrivers(installations));
  return sectionReferrers(sections.filter((section) => !isStated(section)));
}

/** Hardware sections, existing or not, of those installations that apply no per-device line yet. */
export function openHardwareSections(analysis: Analysis, installations: readonly Installation[]): readonly Referrer[] {
  return hardwareReferrers(
    analysis,
    installations.filter((one) => !appliesAny(analysis, one, 'per-device')),
  );
}

/** Tells whether all that these installations state, if anything, is the full opt-in, in the places Windows reads. */
function isOptInOrNothing(analysis: Analysis, installations: readonly Installation[]): boolean {
  const { applied } = subjects(analysis);
  return installations.every((one) =>
    (applied.get(one) ?? []).every(({ line, effective }) => {
      const wanted = line.intended === 'RemappingFlags' ? 0 : 1;
      return effective && line.type === 'dword' && line.value === wanted;
    }),
  );
}

/** Which mechanisms are read on the systems that select the PCI devices of these installations. */
function mechanismsRead(installations: readonly Installation[]): ReadonlySet<DmaMechanism> {
  const targets = installations.flatMap((one) => pciMatches(one).map(({ target }) => target));
  const read = new Set<DmaMechanism>();
  if (targets.some(readsPerDriverOnly)) read.add('per-driver');
  if (targets.some(readsPerDevice)) read.add('per-device');
  return read;
}
