import { fold } from '../language/fold.js';
import { defineRule } from './rule.js';
import { knownEntry, valueSpan } from './support/version-section.js';

export default defineRule({
  name: 'other-provider',
  summary: 'Provider is not the one that all INF files of the project must state.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    other: { text: 'Provider is "{value}", but the settings ask for "{wanted}" in every INF.', infverif: 1210 },
  },
  *check({ analysis: { model, surroundings }, finding }) {
    const wanted = surroundings.provider;
    const entry = knownEntry(model, 'Provider');
    if (wanted === undefined || entry === undefined || fold(entry.value.trim()) === fold(wanted.trim())) return;
    yield finding(valueSpan(entry), 'other', { value: entry.value, wanted });
  },
});
