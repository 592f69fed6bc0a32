import type { DmaLine } from '../plan/dma.js';
import { addPerDevice } from './fixes/add-mechanism.js';
import { defineRule } from './rule.js';
import { hasBrokenLine, isDisplayClass, isSound, pciMatches, readsPerDevice } from './support/dma-subjects.js';
import { sectionNameOf, valueNameSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-legacy-only',
  summary: 'DMA remapping is stated per driver only, although the INF reaches Windows 11 24H2.',
  severity: 'info',
  fix: 'unsafe',
  messages: {
    perDevice: {
      text: 'DmaRemappingCompatible is meant for Windows up to 11 23H2, but [{section}] is installed on 24H2 and later too, where RemappingSupported takes its place.',
    },
  },
  *check({ analysis, finding }) {
    const { model, dma } = analysis;
    if (isDisplayClass(model) || hasBrokenLine(dma, 'per-device')) return;
    const reported = new Set<DmaLine>();
    for (const { installation, perDriver, supported, flags } of dma.statements) {
      const line = perDriver.at(-1)?.line;
      if (line?.value === undefined || supported.length + flags.length > 0 || reported.has(line) || !isSound(line))
        continue;
      if (!pciMatches(installation).some(({ target }) => readsPerDevice(target))) continue;
      reported.add(line);
      const fixes = () => [addPerDevice(analysis, line) ?? []].flat();
      yield finding(valueNameSpan(line), 'perDevice', { section: sectionNameOf(installation) }, { fixes });
    }
  },
});
