import { fold } from '../../language/fold.js';
import { isPciDevice } from '../../model/pci.js';
import type { DeviceMatch, Installation, Model, OsVersion, ServiceInstall, TargetRange } from '../../model/types.js';
import { compareVersions } from '../../model/versions.js';
import { isStating } from '../../plan/dma-outcomes.js';
import { PER_DEVICE_BUILD, PER_DRIVER_BUILD } from '../../plan/dma-values.js';
import type { DmaAnalysis, DmaLine, DmaMechanism } from '../../plan/dma.js';
import { mechanismOf } from '../fixes/subjects.js';
import { isOfClass } from './version-section.js';

/** The device setup class of graphics drivers. Source: install/system-defined-device-setup-classes-available-to-vendors.md */
const DISPLAY_CLASS_GUID = '{4d36e968-e325-11ce-bfc1-08002be10318}';

/** Tells whether the INF installs graphics drivers, about which the documentation pages disagree. */
export function isDisplayClass(model: Model): boolean {
  return isOfClass(model, 'display') || fold(model.version('ClassGuid')?.value ?? '') === DISPLAY_CLASS_GUID;
}

/** The matches of an installation whose device has a `PCI\` ID: those that DMA remapping is about. */
export function pciMatches(installation: Installation): readonly DeviceMatch[] {
  return installation.matches.filter(({ device }) => isPciDevice(device));
}

/**
 * Tells whether a target reaches Windows 11 24H2, which reads the per-device values. Windows 11 has no x86 edition, and
 * a decoration without architecture means x86.
 */
export function readsPerDevice(target: TargetRange): boolean {
  const { architecture, decoration } = target;
  const hasWindows11 = architecture === 'amd64' || architecture === 'arm64' || decoration.placeholder;
  return hasWindows11 && reaches(target.until, PER_DEVICE_BUILD);
}

/** Tells whether a target has builds that read the per-driver value and not the per-device one: 1803 to Windows 11 23H2. */
export function readsPerDriverOnly(target: TargetRange): boolean {
  return startsBefore(target.from, PER_DEVICE_BUILD) && reaches(target.until, PER_DRIVER_BUILD);
}

/** Tells whether a target reaches any Windows that reads a DMA remapping value. */
export function readsAnything(target: TargetRange): boolean {
  return target.architecture !== 'ia64' && reaches(target.until, PER_DRIVER_BUILD);
}

/** Tells whether a range of systems begins before a Windows 10 or 11 build. */
export function startsBefore(from: OsVersion, build: number): boolean {
  return compareVersions(from, { major: 10, minor: 0, build }) < 0;
}

/** Tells whether a range of systems with this (exclusive) end holds a Windows 10 or 11 build. */
export function reaches(until: OsVersion | undefined, build: number): boolean {
  return until === undefined || compareVersions(until, { major: 10, minor: 0, build }) > 0;
}

/** The function driver that an installation installs. */
export function functionDriverOf(installation: Installation): ServiceInstall | undefined {
  return installation.services.find((service) => service.isFunctionDriver && service.name !== '');
}

/** Tells whether Windows reads something from the line: right name, type and number, and in its place somewhere. */
export function isSound(line: DmaLine): boolean {
  return line.named && isStating(line) && line.writes.some(({ effective }) => effective);
}

/**
 * Tells whether a mechanism is used by a line that does not work. The fault of that line is reported where it stands,
 * so nothing is said about the mechanism being absent.
 */
export function hasBrokenLine(dma: DmaAnalysis, mechanism: DmaMechanism): boolean {
  return dma.lines.some((line) => mechanismOf(line) === mechanism && !isSound(line));
}

/** The installations in which Windows reads the line. */
export function effectiveInstallations(line: DmaLine): readonly Installation[] {
  return [...new Set(line.writes.filter(({ effective }) => effective).map(({ write }) => write.installation))];
}
