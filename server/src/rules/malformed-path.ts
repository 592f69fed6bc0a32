import { findArgumentFaults } from '../plan/argument-faults.js';
import { defineRule } from './rule.js';
import { entryName, fieldSpan } from './support/places.js';

export default defineRule({
  name: 'malformed-path',
  summary: 'A path holds a character that no file name may have.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    character: {
      text: 'The {argument} "{value}" of {directive} holds {character}, which no file or folder name may have.',
      infverif: 1015,
    },
  },
  *check({ analysis, finding }) {
    for (const { entry, field, spec, value, objection } of analysis.once(findArgumentFaults).bad) {
      if (objection.reason !== 'path') continue;
      const character = objection.character < ' ' ? 'a control character' : `"${objection.character}"`;
      const args = { argument: spec.name, value, directive: entryName(entry), character };
      yield finding(fieldSpan(entry.at, field), 'character', args);
    }
  },
});
