import { dropNoclobber } from './fixes/fix-type.js';
import { defineRule } from './rule.js';
import { spanOf, written } from './support/dma-text.js';
import { NOCLOBBER } from './support/registry-flags.js';

export default defineRule({
  name: 'dma-noclobber',
  summary: 'A DMA remapping value is written with NOCLOBBER, so an old value survives an update.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    keeps: {
      text: 'The flags {flags} hold NOCLOBBER (0x2), so a value of {name} from an older package survives an update.',
    },
  },
  *check({ analysis, finding }) {
    for (const dmaLine of analysis.dma.lines) {
      const { line, type, intended } = dmaLine;
      if (type !== 'dword' || line.flags === undefined || (line.flags & NOCLOBBER) === 0) continue;
      const flags = written(line, line.flagsField);
      const fixes = () => [dropNoclobber(dmaLine) ?? []].flat();
      yield finding(spanOf(line.at, line.flagsField), 'keeps', { flags, name: intended }, { fixes });
    }
  },
});
