import type { Installation } from '../../model/types.js';
import type { Fix } from '../../engine/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { DMA_VALUES } from '../../plan/dma-values.js';
import type { DmaLine, DmaMechanism } from '../../plan/dma.js';
import { createDraft, type Draft } from './draft.js';
import { hardwareReferrers, placeLines, sectionReferrers, type Referrer } from './placement.js';
import type { RegistryContent } from './registry-style.js';
import {
  appliedLines,
  functionDrivers,
  holdsOnlyHardware,
  holdsOnlyServices,
  mechanismOf,
  namesOf,
  pciInstallations,
  serviceSections,
  sharingDrivers,
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
  const installations = pciInstallations(analysis.model, withSameDevices(analysis.model, names));
  if (installations.length === 0 || !isOptInOrNothing(analysis, installations)) return [];
  const driver =
    openServiceSections(analysis, installations).length > 0 &&
    isOptInOrNothing(analysis, sharingDrivers(analysis.model, installations));
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
  return optIn(analysis, installations, 'insert-opt-in-per-driver', title, { ...PER_DRIVER, compatible: 3 });
}

function optIns(
  analysis: Analysis,
  installations: readonly Installation[],
  { driver, device }: { readonly driver: boolean; readonly device: boolean },
): readonly Fix[] {
  const fixes: Fix[] = [];
  if (driver && device) fixes.push(optInBoth(analysis, installations));
  if (driver) {
    const title =
      'Insert the DMA remapping opt-in per driver: DmaRemappingCompatible = 1 (Windows 10 1803 to Windows 11 23H2)';
    fixes.push(optIn(analysis, installations, 'insert-opt-in-per-driver', title, PER_DRIVER));
  }
  if (device) {
    const title = 'Insert the DMA remapping opt-in per device: RemappingSupported = 1 (Windows 11 24H2 and later)';
    fixes.push(optIn(analysis, installations, 'insert-opt-in-per-device', title, PER_DEVICE));
  }
  return fixes.map((fix, index) => (index === 0 ? { ...fix, preferred: true } : fix));
}

/** The driver's statement holds for all its devices, so each of them states the same. */
function optInBoth(analysis: Analysis, installations: readonly Installation[]): Fix {
  const { model } = analysis;
  const all = pciInstallations(model, namesOf(sharingDrivers(model, installations)));
  const draft = createDraft(model);
  statePolicy(analysis, draft, installations, PER_DRIVER);
  statePolicy(analysis, draft, all, PER_DEVICE);
  const more = namesOf(all).size > namesOf(installations).size ? ', for all devices of the driver' : '';
  const title = `Insert the DMA remapping opt-in per driver and per device (all Windows versions)${more}`;
  return { action: 'insert-opt-in-both', title, safety: 'unsafe', edits: draft.edits() };
}

function optIn(
  analysis: Analysis,
  installations: readonly Installation[],
  action: string,
  title: string,
  policy: Policy,
): Fix {
  const draft = createDraft(analysis.model);
  statePolicy(analysis, draft, installations, policy);
  return { action, title, safety: 'unsafe', edits: draft.edits() };
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
    placeLines(model, draft, {
      referrers: openServiceSections(analysis, installations),
      contents: [contentOf('DmaRemappingCompatible', policy.compatible)],
      mayHold: holdsOnlyServices(model, services),
    });
  }
  if (policy.supported === undefined) return;
  const flags = policy.flags === undefined ? [] : [contentOf('RemappingFlags', policy.flags)];
  placeLines(model, draft, {
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
  const stated = new Set(
    linesOf(analysis, 'per-driver').flatMap((line) =>
      line.writes.flatMap(({ write }) => write.path.map((step) => step.section)),
    ),
  );
  const sections = serviceSections(analysis.model, functionDrivers(installations));
  return sectionReferrers(sections.filter((section) => !stated.has(section)));
}

/** Hardware sections, existing or not, of those installations that apply no per-device line yet. */
export function openHardwareSections(analysis: Analysis, installations: readonly Installation[]): readonly Referrer[] {
  const open = installations.filter((one) => appliedLines(analysis, one, 'per-device').length === 0);
  return hardwareReferrers(analysis.model, open);
}

function linesOf(analysis: Analysis, mechanism: DmaMechanism): readonly DmaLine[] {
  return analysis.dma.lines.filter((line) => mechanismOf(line) === mechanism);
}

/** Tells whether all that these installations state, if anything, is the full opt-in, in the places Windows reads. */
function isOptInOrNothing(analysis: Analysis, installations: readonly Installation[]): boolean {
  const own = new Set(installations);
  return analysis.dma.lines.every((line) => {
    const writes = line.writes.filter(({ write }) => own.has(write.installation));
    if (writes.length === 0) return true;
    const wanted = line.intended === 'RemappingFlags' ? 0 : 1;
    return line.type === 'dword' && line.value === wanted && writes.every(({ effective }) => effective);
  });
}

/** Which mechanisms are read on the systems that select the PCI devices of these installations. */
function mechanismsRead(installations: readonly Installation[]): ReadonlySet<DmaMechanism> {
  const targets = installations.flatMap((one) => pciMatches(one).map(({ target }) => target));
  const read = new Set<DmaMechanism>();
  if (targets.some(readsPerDriverOnly)) read.add('per-driver');
  if (targets.some(readsPerDevice)) read.add('per-device');
  return read;
}
