import { fold } from '../language/fold.js';
import { planFiles } from '../plan/files.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { compressedName } from './support/files.js';
import { keySpan } from './support/places.js';

export default defineRule({
  name: 'compressed-source-name',
  summary: '[SourceDisksFiles] lists the name that a compressed file has on the disk.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    compressed: {
      text: '{file} is a compressed file: [SourceDisksFiles] lists it as {name}, under which it is copied.',
      infverif: 1231,
    },
  },
  *check({ analysis, finding }) {
    const { sources, operations } = analysis.once(planFiles);
    const suspects = sources.files.filter(({ name }) => /\.[^.]{2}_$/.test(name));
    if (suspects.length === 0) return;
    const copied = operations.all.filter(({ kind, isOpen }) => kind === 'copy' && !isOpen).map(({ source }) => source);
    const asWritten = new Set(copied.map(fold));
    const uncompressed = new Map(copied.map((name) => [fold(compressedName(name) ?? ''), name]));
    for (const { at, name: file } of suspects) {
      const name = uncompressed.get(fold(file));
      const { key } = at.line;
      if (name === undefined || key === undefined || asWritten.has(fold(file))) continue;
      const head = { action: 'rename-file', title: `Change it to ${name}`, preferred: true };
      const fixes = () => [makeFix(head, () => [replaceField(at, key, name)])];
      yield finding(keySpan(at), 'compressed', { file, name }, { fixes });
    }
  },
});
