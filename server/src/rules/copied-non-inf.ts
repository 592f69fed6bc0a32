import { isOpenValue } from '../model/placeholders.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'copied-non-inf',
  summary: 'CopyINF names a file that is no INF.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    other: { text: 'CopyINF brings in driver packages by their INF, and "{file}" is none.', infverif: 1110 },
  },
  *check({ analysis, finding }) {
    for (const { at } of analysis.entries.named('CopyINF')) {
      for (const field of at.line.fields) {
        const file = analysis.model.valueOf(field);
        if (file === '' || isOpenValue(file) || /\.inf$/i.test(file.trim())) continue;
        yield finding(fieldSpan(at, field), 'other', { file });
      }
    }
  },
});
