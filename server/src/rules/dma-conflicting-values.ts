import { placeAt } from '../text/snapshot.js';
import { setValueFix } from './fixes/change-value.js';
import { removeLine } from './fixes/move-line.js';
import { defineRule } from './rule.js';
import { findConflicts } from './support/conflicts.js';
import { relatedLine, valueSpan } from './support/dma-text.js';

export default defineRule({
  name: 'dma-conflicting-values',
  summary: 'The same service or device is given two different DMA remapping values.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    service: { text: 'Service {subject} is given {name} = {value} here and {other} on line {place}.', infverif: 1332 },
    device: {
      text: 'The devices of [{subject}] are given {name} = {value} here and {other} on line {place}.',
      infverif: 1331,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const { snapshot } = model.cst;
    for (const { first, second, subject } of findConflicts(analysis.dma)) {
      const related = [relatedLine(first, `${first.intended} is set to ${first.value ?? ''} here.`)];
      const place = placeAt(snapshot, valueSpan(first).start).line + 1;
      const args = {
        subject: subject.name,
        name: second.intended,
        value: second.value ?? '',
        other: first.value ?? '',
        place,
      };
      const fixes = () =>
        [setValueFix(model, second, first.value ?? 0) ?? [], removeLine(analysis, second) ?? []].flat();
      yield finding(valueSpan(second), subject.kind, args, { related, fixes });
    }
  },
});
