import { fold } from '../language/fold.js';
import { sampleClass } from '../language/setup-classes.js';
import { defineRule } from './rule.js';
import { knownEntry, valueSpan } from './support/version-section.js';

/** Classes that no INF may choose. Source: devtest/inf-validation-errors-and-warnings, install/system-defined-device-setup-classes-reserved-for-system-use */
const RESERVED = [
  { ...sampleClass, purpose: 'samples' },
  { name: 'Unknown', guid: '{4d36e97e-e325-11ce-bfc1-08002be10318}', purpose: 'devices without a driver' },
] as const;

export default defineRule({
  name: 'reserved-class',
  summary: 'The device setup class is one that Microsoft keeps for itself.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    reserved: {
      text: 'Class {name} is kept by Microsoft for {purpose}; a driver package chooses the class that fits its device.',
      infverif: 1284,
    },
  },
  *check({ analysis: { model }, finding }) {
    const name = knownEntry(model, 'Class');
    const guid = knownEntry(model, 'ClassGuid');
    const row = RESERVED.find(
      (each) => each.guid === fold(guid?.value ?? '') || fold(each.name) === fold(name?.value ?? ''),
    );
    const entry = fold(name?.value ?? '') === fold(row?.name ?? '') ? name : guid;
    if (row === undefined || entry === undefined) return;
    yield finding(valueSpan(entry), 'reserved', { name: row.name, purpose: row.purpose });
  },
});
