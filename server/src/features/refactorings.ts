import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { Model } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { insertOptIn } from '../rules/fixes/insert-opt-in.js';
import { setToday } from '../rules/fixes/set-today.js';
import { installationsThrough } from '../rules/fixes/subjects.js';
import { absolute } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { lineAt } from '../text/snapshot.js';

/**
 * What is offered at a place without any finding: to insert the DMA remapping opt-in, on the Models line of a PCI device
 * and in the DDInstall, .HW, .Services and service-install sections through which one is installed; to set the date to
 * today, on a DriverVer entry.
 * @param range document span; only its start counts
 */
export function refactorings(analysis: Analysis, range: Span): readonly Fix[] {
  const { model } = analysis;
  if (model.fileKind !== 'driver' || range.start >= model.cst.end) return [];
  const dates = driverVersAt(analysis, range.start).flatMap((entry) => setToday(analysis, entry));
  const names = installNamesAt(model, range.start);
  return names.size === 0 ? dates : [...dates, ...insertOptIn(analysis, names)];
}

/** The DriverVer entries on the physical line of an offset. */
function driverVersAt({ model, entries }: Analysis, offset: number): readonly Entry[] {
  const { snapshot } = model.cst;
  const line = lineAt(snapshot, offset);
  return entries.named('DriverVer').filter(({ at }) => {
    const { start, end } = absolute(at.placed, at.line.span);
    return lineAt(snapshot, start) <= line && line <= lineAt(snapshot, end);
  });
}

/** Folded DDInstall names of the Models line, or of the installations through the section, at an offset. */
function installNamesAt(model: Model, offset: number): ReadonlySet<string> {
  const line = lineAt(model.cst.snapshot, offset);
  const devices = model.devices.filter((device) => {
    const { start, end } = absolute(device.at.placed, device.at.line.span);
    return lineAt(model.cst.snapshot, start) <= line && line <= lineAt(model.cst.snapshot, end);
  });
  if (devices.length > 0) return new Set(devices.map(({ installName }) => fold(installName)));
  const placed = model.cst.blocks.findLast(({ start }) => start <= offset);
  const section = placed === undefined ? undefined : model.sectionOf(placed);
  if (section === undefined) return new Set();
  return new Set(installationsThrough(model, section).map(({ name }) => fold(name)));
}
