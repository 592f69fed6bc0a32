import { longestClassName } from '../language/setup-classes.js';
import { defineRule } from './rule.js';
import { knownEntry, valueSpan } from './support/version-section.js';

export default defineRule({
  name: 'long-class-name',
  summary: 'The name of the device setup class has more than 31 characters.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    long: { text: 'Class {name} has {length} characters; a class name has {most} at most.', infverif: 1286 },
  },
  *check({ analysis: { model }, finding }) {
    const entry = knownEntry(model, 'Class');
    if (entry === undefined || entry.value.length <= longestClassName) return;
    const args = { name: entry.value, length: entry.value.length, most: longestClassName };
    yield finding(valueSpan(entry), 'long', args);
  },
});
