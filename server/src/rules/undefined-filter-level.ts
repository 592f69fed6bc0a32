import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { DATA, readRegistryFacts } from '../plan/registry-facts.js';
import type { Field } from '../syntax/cst.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { isExtensionInf } from './support/extension-inf.js';
import { nearestName } from './support/nearest-name.js';
import { fieldSpan } from './support/places.js';

export default defineRule({
  name: 'undefined-filter-level',
  summary: 'A filter stands at a level that the INF does not define, or an extension INF defines levels.',
  severity: 'warning',
  fix: 'unsafe',
  messages: {
    undefined: {
      text: 'No UpperFilterLevels or LowerFilterLevels value defines the level "{level}", so Windows leaves the filter out.',
    },
    misspelt: {
      text: 'No UpperFilterLevels or LowerFilterLevels value defines the level "{level}"; the nearest is {nearest}.',
    },
    extension: { text: '{name} is for the base INF to define; an extension INF cannot.' },
  },
  *check({ analysis, finding }) {
    if (isExtensionInf(analysis.model)) {
      for (const { at, field, name } of levelLines(analysis))
        yield finding(fieldSpan(at, field), 'extension', { name });
      return;
    }
    const { entries, model } = analysis;
    const filters = entries.named('FilterLevel');
    if (filters.length === 0 || entries.named('Include').length > 0) return;
    const levels = levelLines(analysis).flatMap(({ levels: all }) => all);
    const known = new Set(levels.map(fold));
    for (const entry of filters) {
      const [field] = entry.at.line.fields;
      const level = field === undefined ? '' : model.valueOf(field);
      if (field === undefined || level === '' || isOpenValue(level) || known.has(fold(level))) continue;
      const nearest = nearestName(level, levels);
      const span = fieldSpan(entry.at, field);
      if (nearest === undefined) yield finding(span, 'undefined', { level });
      else yield finding(span, 'misspelt', { level, nearest }, { fixes: () => [rename(entry, field, nearest)] });
    }
  },
});

/** Source: develop/device-filter-driver-ordering */
const LEVEL_VALUES: ReadonlySet<string> = new Set(['upperfilterlevels', 'lowerfilterlevels']);
const NAME_AT = 2;

interface LevelLine {
  readonly at: Entry['at'];
  readonly field: Field;
  readonly name: string;
  readonly levels: readonly string[];
}

/** The registry lines that define levels. */
function levelLines(analysis: Analysis): readonly LevelLine[] {
  const found: LevelLine[] = [];
  const facts = analysis.once(readRegistryFacts).select(({ name }) => LEVEL_VALUES.has(name));
  for (const { at, fields, valueName: name } of facts) {
    const field = fields[NAME_AT];
    if (field === undefined) continue;
    found.push({ at, field, name, levels: fields.slice(DATA).map((each) => analysis.model.valueOf(each)) });
  }
  return found;
}

function rename({ at }: Entry, field: Field, nearest: string): Fix {
  const head = { action: 'rename-level', title: `Change it to ${nearest}`, preferred: true };
  return makeFix(head, () => [replaceField(at, field, nearest)]);
}
