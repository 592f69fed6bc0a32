import type { DmaLine } from '../plan/dma.js';
import { addPerDriver } from './fixes/add-mechanism.js';
import { defineRule } from './rule.js';
import {
  functionDriverOf,
  hasBrokenLine,
  isDisplayClass,
  isSound,
  pciMatches,
  readsPerDriverOnly,
} from './support/dma-subjects.js';
import { sectionNameOf, valueNameSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-device-only',
  summary: 'DMA remapping is stated per device only, although the INF reaches Windows before 11 24H2.',
  severity: 'info',
  fix: 'unsafe',
  messages: {
    perDriver: {
      text: 'RemappingSupported is read from Windows 11 24H2 on, but [{section}] is installed on older releases too, which read DmaRemappingCompatible of service {service} only.',
    },
  },
  *check({ analysis, finding }) {
    const { model, dma } = analysis;
    if (isDisplayClass(model) || hasBrokenLine(dma, 'per-driver')) return;
    const reported = new Set<DmaLine>();
    for (const { installation, perDriver, supported } of dma.statements) {
      const line = supported.at(-1);
      const service = functionDriverOf(installation);
      if (line?.value === undefined || service?.section === undefined || perDriver.length > 0) continue;
      if (reported.has(line) || !isSound(line)) continue;
      if (!pciMatches(installation).some(({ target }) => readsPerDriverOnly(target))) continue;
      reported.add(line);
      const section = sectionNameOf(installation);
      const fixes = () => [addPerDriver(analysis, line) ?? []].flat();
      yield finding(valueNameSpan(line), 'perDriver', { section, service: service.name }, { fixes });
    }
  },
});
