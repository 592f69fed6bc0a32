import { fixType } from './fixes/fix-type.js';
import { defineRule } from './rule.js';
import { spanOf, valueNameSpan, written } from './support/dma-text.js';
import { createsKeyOnly, deletesValue, describeFlags } from './support/registry-flags.js';

export default defineRule({
  name: 'dma-wrong-type',
  summary: 'A DMA remapping value is written as anything but a REG_DWORD.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    other: { text: 'The flags {flags} make {name} {description}, but Windows reads it as a REG_DWORD: 0x00010001.' },
    keyOnly: {
      text: 'The flags {flags} create the key without the value {name}, which Windows reads as a REG_DWORD: 0x00010001.',
    },
    missing: { text: 'Without flags {name} is a REG_SZ, but Windows reads it as a REG_DWORD: 0x00010001.' },
    unreadable: {
      text: 'The flags {flags} are not a number; Windows reads {name} as a REG_DWORD: 0x00010001.',
      infverif: 1268,
    },
    undefined: {
      text: 'No [Strings] section defines the flags {flags}; Windows reads {name} as a REG_DWORD: 0x00010001.',
      infverif: 1235,
    },
  },
  *check({ analysis, finding }) {
    const { model, dma } = analysis;
    for (const dmaLine of dma.lines) {
      const { line, type, intended } = dmaLine;
      const fixes = () => [fixType(model, dmaLine) ?? []].flat();
      if (type === 'dword' || type === 'placeholder') continue;
      const flags = written(line, line.flagsField);
      const args = { flags, name: intended };
      if (line.flags === undefined) {
        const isToken = line.flagsField !== undefined && /%[^%]+%/.test(model.valueOf(line.flagsField));
        if (isToken && model.isTemplate) continue;
        yield finding(spanOf(line.at, line.flagsField), isToken ? 'undefined' : 'unreadable', args, { fixes });
      } else if (flags === '') {
        yield finding(valueNameSpan(dmaLine), 'missing', { name: intended }, { fixes });
      } else if (createsKeyOnly(line.flags)) {
        yield finding(spanOf(line.at, line.flagsField), 'keyOnly', args, { fixes });
      } else if (!deletesValue(line.flags)) {
        const description = describeFlags(line.flags);
        yield finding(spanOf(line.at, line.flagsField), 'other', { ...args, description }, { fixes });
      }
    }
  },
});
