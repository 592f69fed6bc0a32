import type { DmaLine } from '../plan/dma.js';
import { setValueFix } from './fixes/change-value.js';
import { defineRule } from './rule.js';
import { isDisplayClass, isSound } from './support/dma-subjects.js';
import { relatedLine, valueNameSpan, valueSpan } from './support/dma-text.js';

/** The value of graphics drivers. Source: display/iommu-dma-remapping.md */
const DISPLAY_VALUE = 3;

export default defineRule({
  name: 'dma-display-class',
  summary: 'A graphics driver states DMA remapping, about which two documentation pages disagree.',
  severity: 'info',
  fix: 'unsafe',
  messages: {
    disagree: {
      text: 'The documentation disagrees on {name} in class Display: its PCI page calls these settings unsupported for graphics drivers, its WDDM page wants DmaRemappingCompatible = 3.',
    },
    otherValue: {
      text: 'No documentation page has DmaRemappingCompatible = {value} for class Display: its WDDM page wants 3, its PCI page calls these settings unsupported for graphics drivers.',
    },
  },
  *check({ analysis, finding }) {
    const { model, dma } = analysis;
    if (!isDisplayClass(model)) return;
    const lines = dma.lines.filter(isSound);
    const others = lines.filter(isOtherValue);
    let rest = lines.filter((line) => !isOtherValue(line));
    for (const line of others) {
      const fixes = () => [setValueFix(model, line, DISPLAY_VALUE) ?? []].flat();
      yield finding(valueSpan(line), 'otherValue', { value: line.value ?? '' }, { related: rest.map(alsoSet), fixes });
      rest = [];
    }
    const line = rest.find(isPerDriver) ?? rest.find(({ intended }) => intended === 'RemappingSupported');
    if (line === undefined) return;
    const related = rest.filter((one) => one !== line).map(alsoSet);
    yield finding(valueNameSpan(line), 'disagree', { name: line.intended }, { related });
  },
});

function isPerDriver({ intended }: DmaLine): boolean {
  return intended === 'DmaRemappingCompatible';
}

/** Tells whether a line gives the driver a number that no page has for graphics; what the build fills in is unknown. */
function isOtherValue(line: DmaLine): boolean {
  return isPerDriver(line) && line.value !== undefined && line.value !== DISPLAY_VALUE;
}

function alsoSet(line: DmaLine) {
  return relatedLine(line, `${line.intended} is set here.`);
}
