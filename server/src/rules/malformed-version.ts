import { findArgumentFaults } from '../plan/argument-faults.js';
import { defineRule } from './rule.js';
import { entryName, fieldSpan } from './support/places.js';

export default defineRule({
  name: 'malformed-version',
  summary: 'A version is not made of numbers with dots between them.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    malformed: {
      text: 'The {argument} "{value}" of {directive} is no version: that is up to {parts} numbers from 0 to 65535 with dots between them.',
      infverif: 1217,
    },
  },
  *check({ analysis, finding }) {
    for (const { entry, field, spec, value, objection } of analysis.once(findArgumentFaults).bad) {
      if (objection.reason !== 'version') continue;
      const args = { argument: spec.name, value, directive: entryName(entry), parts: objection.parts };
      yield finding(fieldSpan(entry.at, field), 'malformed', args);
    }
  },
});
