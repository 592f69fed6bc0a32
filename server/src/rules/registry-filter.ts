import { fold } from '../language/fold.js';
import type { Analysis } from '../plan/analysis.js';
import { absolute, type LineRef } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { useAddFilter } from './fixes/use-add-filter.js';
import { defineRule } from './rule.js';
import { filterLines } from './support/filter-values.js';
import { isUnderNewestRules } from './support/newest-rules.js';
import { FIELD, registrySpan } from './support/registry-places.js';
import { knownEntry } from './support/version-section.js';

const IN_EXTENSION = { h: 'warning', w: 'off', u: 'warning', k: 'warning' } as const;
const ONLY_ISOLATED = { h: 'off', w: 'error', u: 'off', k: 'off' } as const;

/** Category and numbers of DEVPKEY_Device_UpperFilters and DEVPKEY_Device_LowerFilters. */
const DEVICE_PROPERTIES = '{a45c254e-df1c-4efd-8020-67d146a850e0}';
const FILTER_NUMBERS: ReadonlySet<string> = new Set(['19', '20']);

const TEXT =
  '{name} adds filter drivers through {means}, where isolation wants AddFilter in a DDInstall.Filters section.';
const EXTENSION_TEXT =
  '{name} adds filter drivers through {means}, so that their order among those of other INFs is left to chance; AddFilter in a DDInstall.Filters section settles it.';

export default defineRule({
  name: 'registry-filter',
  summary: 'A filter driver is added by a registry value or a property.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    filter: { text: TEXT, infverif: 1329 },
    olderFilter: { text: TEXT, infverif: 1329, severity: ONLY_ISOLATED },
    extension: { text: EXTENSION_TEXT, infverif: 1384, severity: IN_EXTENSION },
    isolatedExtension: { text: TEXT, infverif: 1329, severity: ONLY_ISOLATED },
  },
  *check({ analysis, finding }) {
    const isExtension = fold(knownEntry(analysis.model, 'Class')?.value ?? '') === 'extension';
    const means = 'the registry';
    for (const line of analysis.once(filterLines)) {
      const { fact } = line;
      const span = registrySpan(fact, FIELD.valueName);
      const extras = { fixes: () => useAddFilter(analysis, line) };
      const args = { name: `"${fact.valueName}"`, means };
      if (isExtension) {
        yield finding(span, 'extension', args, extras);
        yield finding(span, 'isolatedExtension', args, extras);
      } else yield finding(span, isUnderNewestRules(analysis, fact) ? 'filter' : 'olderFilter', args, extras);
    }
    for (const { span, number } of filterProperties(analysis)) {
      const args = { name: number === '19' ? '"UpperFilters"' : '"LowerFilters"', means: 'a property' };
      if (isExtension) {
        yield finding(span, 'extension', args);
        yield finding(span, 'isolatedExtension', args);
      } else yield finding(span, 'filter', args);
    }
  },
});

function filterProperties({ entries, model }: Analysis): readonly { readonly span: Span; readonly number: string }[] {
  return entries.inKind('addProperty').flatMap(({ at }) => {
    const [category, number] = at.line.fields;
    if (category === undefined || number === undefined) return [];
    const text = model.valueOf(number);
    const isFilter = FILTER_NUMBERS.has(text) && fold(model.valueOf(category)) === DEVICE_PROPERTIES;
    return isFilter ? [{ span: propertySpan(at), number: text }] : [];
  });
}

/** Category and number, which together name the property. */
function propertySpan({ placed, line: { fields, span } }: LineRef): Span {
  return absolute(placed, { start: span.start, end: fields[1]?.span.end ?? span.end });
}
