import { valueSets } from '../language/values.js';
import { isOpenValue } from '../model/placeholders.js';
import { planFiles } from '../plan/files.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'bad-copy-flags',
  summary: 'The flags of a file to be copied or deleted are no number, have unknown bits, or exclude each other.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    number: { text: 'Flags are a number, and "{value}" is none.', infverif: 1260 },
    bits: { text: 'The flags {value} have bits that nothing stands for: {bits}.', infverif: 1083 },
    exclusive: { text: '{first} and {second} exclude each other.', severity: 'warning' },
  },
  *check({ analysis, finding }) {
    const { operations } = analysis.once(planFiles);
    for (const { at, kind, list, flags, flagsField } of operations.byLine) {
      if (flagsField === undefined) continue;
      const value = analysis.model.valueOf(flagsField);
      if (isOpenValue(value)) continue;
      const span = fieldSpan(at, flagsField);
      if (flags === undefined) {
        yield finding(span, 'number', { value });
        continue;
      }
      const isDeleted = list !== undefined && operations.usesOf(list).some((use) => use.kind === 'delete');
      const known = (kind === 'copy' ? COPY_BITS : 0) | (isDeleted ? DELETE_BITS : 0);
      const unknown = (flags & ~known) >>> 0;
      const rivals =
        kind === 'copy' ? EXCLUSIVE.find(({ bits }) => bits.every((bit) => (flags & bit) !== 0)) : undefined;
      if (unknown !== 0) yield finding(span, 'bits', { value, bits: `0x${unknown.toString(16)}` });
      else if (rivals !== undefined)
        yield finding(span, 'exclusive', { first: rivals.names[0], second: rivals.names[1] });
    }
  },
});

const COPY_BITS = allBits('copyFilesFlags');
const DELETE_BITS = allBits('delFilesFlags');

function allBits(set: 'copyFilesFlags' | 'delFilesFlags'): number {
  return valueSets[set].members.reduce((bits, { value = 0 }) => bits | value, 0);
}

/** Source: install/inf-copyfiles-directive */
const EXCLUSIVE = [
  { bits: [0x1, 0x2], names: ['COPYFLG_WARN_IF_SKIP (0x1)', 'COPYFLG_NOSKIP (0x2)'] },
  { bits: [0x4, 0x20], names: ['COPYFLG_NOVERSIONCHECK (0x4)', 'COPYFLG_NO_VERSION_DIALOG (0x20)'] },
  { bits: [0x4, 0x40], names: ['COPYFLG_NOVERSIONCHECK (0x4)', 'COPYFLG_OVERWRITE_OLDER_ONLY (0x40)'] },
] as const;
