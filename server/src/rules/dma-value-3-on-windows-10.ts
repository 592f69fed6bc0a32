import { PER_DRIVER_BUILD, VALUE_3_BUILD } from '../plan/dma-values.js';
import { setValueFixes } from './fixes/change-value.js';
import { defineRule } from './rule.js';
import {
  effectiveInstallations,
  isDisplayClass,
  isSound,
  pciMatches,
  reaches,
  startsBefore,
} from './support/dma-subjects.js';
import { sectionNameOf, valueSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-value-3-on-windows-10',
  summary: 'DmaRemappingCompatible = 3 is set for Windows 10, which takes it for 2.',
  severity: 'info',
  fix: 'unsafe',
  messages: {
    fallsBack: {
      text: 'Value 3 came with Windows 11; Windows 10, on which [{section}] is installed too, takes it for 2: opt in only at an external port.',
    },
  },
  *check({ analysis, finding }) {
    if (isDisplayClass(analysis.model)) return;
    for (const line of analysis.dma.lines) {
      if (line.intended !== 'DmaRemappingCompatible' || line.value !== 3 || !isSound(line)) continue;
      const onWindows10 = effectiveInstallations(line).find((one) =>
        pciMatches(one).some(
          ({ target }) => startsBefore(target.from, VALUE_3_BUILD) && reaches(target.until, PER_DRIVER_BUILD),
        ),
      );
      if (onWindows10 === undefined) continue;
      const fixes = () => setValueFixes(analysis.model, line);
      yield finding(valueSpan(line), 'fallsBack', { section: sectionNameOf(onWindows10) }, { fixes });
    }
  },
});
