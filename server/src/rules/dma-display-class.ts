import { defineRule } from './rule.js';
import { isDisplayClass, isSound } from './support/dma-subjects.js';
import { valueNameSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-display-class',
  summary: 'A graphics driver states DMA remapping, about which two documentation pages disagree.',
  severity: 'info',
  fix: 'none',
  messages: {
    disagree: {
      text: 'The documentation disagrees on {name} in class Display: its PCI page calls these settings unsupported for graphics drivers, its WDDM page wants DmaRemappingCompatible = 3.',
    },
  },
  *check({ analysis, finding }) {
    if (!isDisplayClass(analysis.model)) return;
    for (const line of analysis.dma.lines.filter(isSound)) {
      yield finding(valueNameSpan(line), 'disagree', { name: line.intended });
    }
  },
});
