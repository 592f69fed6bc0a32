import type { Fix } from '../engine/types.js';
import type { Architecture } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { planFiles, type FilePlan } from '../plan/files.js';
import { covers, type SourceFile } from '../plan/source-disks.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { addDisk } from './fixes/source-disks.js';
import { defineRule } from './rule.js';
import { architecturesOf, firsts, misnamedSourceSections, sameFile } from './support/files.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'undefined-disk',
  summary: 'A source file is on a disk that [SourceDisksNames] does not describe.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    undefined: { text: '{file} is on disk {disk}, which [SourceDisksNames] does not list.', infverif: 1273 },
    platform: {
      text: 'There is no path to {file} on {platform}: {sections} is all that lists its disk {disk}.',
      infverif: 1016,
    },
    noSection: {
      text: '{file} is on disk {disk}, but the package has no [SourceDisksNames] to say what that is.',
      infverif: 1273,
    },
  },
  *check({ analysis, finding }) {
    const plan = analysis.once(planFiles);
    const { sources } = plan;
    if (sources.hasLayoutFile || misnamedSourceSections(analysis).length > 0) return;
    const hasNames = analysis.model.sections.some(({ kinds }) => kinds.has('sourceDisksNames'));
    const onDisk = sources.files.flatMap((file) => (typeof file.disk === 'number' ? [{ file, disk: file.disk }] : []));
    const perDisk = firsts(onDisk, ({ file, disk }) => `${String(disk)} ${file.section.folded}`);
    for (const { file, disk } of hasNames ? perDisk : perDisk.slice(0, 1)) {
      if (file.diskField === undefined || hasOpenDisk(plan)) continue;
      const span = fieldSpan(file.at, file.diskField);
      const fixes = () => cures(analysis, file, disk);
      const args = { file: file.name, disk };
      const lines = sources.disksNamed(disk);
      if (!hasNames) yield finding(span, 'noSection', args, { fixes });
      else if (lines.length === 0) yield finding(span, 'undefined', args, { fixes });
    }
    for (const { file, disk, platform } of pathless(analysis, onDisk)) {
      if (file.diskField === undefined) continue;
      const sections = [...new Set(sources.disksNamed(disk).map(({ section }) => `[${section.name}]`))].join(', ');
      const args = { file: file.name, disk, platform, sections };
      yield finding(fieldSpan(file.at, file.diskField), 'platform', args, { fixes: () => [addDisk(analysis, disk)] });
    }
  },
});

interface OnDisk {
  readonly file: SourceFile;
  readonly disk: number;
}

/** A disk whose number the build decides may be any. */
function hasOpenDisk({ sources }: FilePlan): boolean {
  return sources.disks.some(({ id }) => id === 'open');
}

/** Files whose disk is listed for other architectures only than those on which they are copied; each disk once. */
function pathless(analysis: Analysis, files: readonly OnDisk[]): readonly (OnDisk & { readonly platform: string })[] {
  const { sources, operations } = analysis.once(planFiles);
  if (sources.disks.every(({ scope }) => scope === 'all' || scope === 'open')) return [];
  const copies = operations.all.filter(({ kind }) => kind === 'copy');
  const found = files.flatMap(({ file, disk }) => {
    const disks = sources.disksNamed(disk);
    if (disks.length === 0) return [];
    const architectures = copies
      .filter(({ source }) => sameFile(source, file.name))
      .flatMap((copy) => architecturesOf(analysis, copy))
      .filter((one): one is Architecture => one !== undefined && covers(file.scope, one));
    const platform = architectures.find((one) => !disks.some(({ scope }) => covers(scope, one)));
    return platform === undefined ? [] : [{ file, disk, platform }];
  });
  return firsts(found, ({ disk, platform }) => `${String(disk)} ${platform}`);
}

/** To use the only disk there is, or to describe this one. */
function cures(analysis: Analysis, { at, diskField }: SourceFile, disk: number): readonly Fix[] {
  const { sources } = analysis.once(planFiles);
  const ids = [...new Set(sources.disks.map(({ id }) => id))];
  const [only] = ids;
  const add = addDisk(analysis, disk);
  if (ids.length !== 1 || typeof only !== 'number' || diskField === undefined) return [add];
  const head = { action: 'set-disk', title: `Change it to disk ${String(only)}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, diskField, String(only))]), add];
}
