import { isOpenValue } from '../model/placeholders.js';
import { defineRule } from './rule.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'outdated-catalog',
  summary: 'The catalog beside the INF is older than the INF, so it does not vouch for it any more.',
  severity: 'info',
  fix: 'none',
  messages: {
    older: { text: '{file} was made before the last change of this INF, so the package has to be signed again.' },
  },
  *check({ analysis, finding }) {
    const { folder } = analysis.surroundings;
    const changed = folder?.infChanged;
    if (folder === undefined || changed === undefined || analysis.model.isTemplate) return;
    for (const { at } of analysis.entries.named('CatalogFile')) {
      const [field] = at.line.fields;
      const file = field === undefined ? '' : analysis.model.valueOf(field);
      if (field === undefined || file === '' || isOpenValue(file)) continue;
      const signed = folder.changed(file);
      if (signed === undefined || changed - signed < LEAST_DIFFERENCE) continue;
      yield finding(fieldSpan(at, field), 'older', { file });
    }
  },
});

/** In milliseconds: a copied or unpacked package has files that differ by moments, in any order. */
const LEAST_DIFFERENCE = 60_000;
