import type { Fix } from '../engine/types.js';
import { planFiles, type FilePlan } from '../plan/files.js';
import type { SourceFile } from '../plan/source-disks.js';
import { absolute } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { mostCommon } from './fixes/style.js';
import { defineRule } from './rule.js';
import { fieldSpan, keySpan, lineSpan, writtenField } from './support/places.js';

export default defineRule({
  name: 'invalid-disk-id',
  summary: 'The disk of a source file is missing or no number.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    missing: { text: '{file} has no disk number: the first value is one from [SourceDisksNames].', infverif: 1008 },
    number: { text: 'The disk of {file} is a number from [SourceDisksNames], and "{value}" is none.', infverif: 1008 },
    key: { text: 'A disk is a number, and "{value}" is none.', infverif: 1008 },
  },
  *check({ analysis, finding }) {
    const plan = analysis.once(planFiles);
    for (const file of plan.sources.files) {
      const { at, disk, diskField, name } = file;
      if (disk !== undefined) continue;
      const extras = { fixes: () => setDisk(plan, file) };
      if (diskField === undefined || diskField.value === '')
        yield finding(lineSpan(at), 'missing', { file: name }, extras);
      else {
        const args = { file: name, value: writtenField(at, diskField) };
        yield finding(fieldSpan(at, diskField), 'number', args, extras);
      }
    }
    for (const { at, id } of plan.sources.disks) {
      if (id === undefined) yield finding(keySpan(at), 'key', { value: at.line.key?.value ?? '' });
    }
  },
});

/** The disk of most other files, else the first one there is. */
function setDisk({ sources }: FilePlan, { at, diskField }: SourceFile): readonly Fix[] {
  const numbers = (values: readonly unknown[]): readonly number[] => values.filter((one) => typeof one === 'number');
  const used = mostCommon(numbers(sources.files.map(({ disk }) => disk)));
  const disk = used ?? numbers(sources.disks.map(({ id }) => id))[0];
  if (disk === undefined) return [];
  const head = { action: 'set-disk', title: `Set the disk to ${String(disk)}`, preferred: true };
  return [
    makeFix(head, () => {
      if (diskField !== undefined && diskField.value !== '') return [replaceField(at, diskField, String(disk))];
      const place = diskField?.span.start ?? at.line.span.end;
      const span = absolute(at.placed, { start: place, end: place });
      const isBehindEquals = place === at.line.equals + 1;
      return [{ span, newText: isBehindEquals ? ` ${String(disk)}` : String(disk) }];
    }),
  ];
}
