import { fold } from '../language/fold.js';
import { readNumber } from '../model/numbers.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Installation } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { createRegistryUses, DATA, readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { afterEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { fieldSpan, writtenField } from './support/places.js';
import { isOfClass } from './support/version-section.js';

export default defineRule({
  name: 'filter-without-class',
  summary: 'A modifying network filter states no FilterClass, which decides its place among others.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    missing: {
      text: 'FilterType 2 makes this a modifying filter, which needs a FilterClass: that decides its place in the stack.',
      infverif: 2418,
    },
    malformed: {
      text: 'The filter class "{value}" may hold letters, digits and underscores only.',
      infverif: 2414,
    },
  },
  *check({ analysis, finding }) {
    if (!isOfClass(analysis.model, 'netservice')) return;
    const inNdi = analysis
      .once(readRegistryFacts)
      .select(({ root, name }) => root === 'HKR' && NAMES.has(name))
      .filter(({ subkey }) => fold(subkey) === 'ndi');
    const classes = inNdi.filter(({ valueName }) => fold(valueName) === 'filterclass');
    for (const fact of inNdi) {
      const field = fact.fields[DATA];
      if (field === undefined || fold(fact.valueName) !== 'filtertype') continue;
      if (readNumber(analysis.model.valueOf(field)) !== MODIFYING || isClassified(analysis, fact, classes)) continue;
      yield finding(fieldSpan(fact.at, field), 'missing', {}, { fixes: () => [addClass(analysis, fact)] });
    }
    for (const { at, fields } of classes) {
      const field = fields[DATA];
      const value = field === undefined ? '' : analysis.model.valueOf(field);
      const isOpen = isOpenValue(value) || value.includes('<');
      if (field === undefined || isOpen || value === '' || /^\w+$/.test(value)) continue;
      yield finding(fieldSpan(at, field), 'malformed', { value });
    }
  },
});

const NAMES: ReadonlySet<string> = new Set(['filterclass', 'filtertype']);

/** Source: network/configuring-an-inf-file-for-a-modifying-filter-driver */
const MODIFYING = 2;

/** Whether some line sets the class in an installation that this line is part of; of both unreached, in the file. */
function isClassified(analysis: Analysis, fact: RegistryFact, classes: readonly RegistryFact[]): boolean {
  const uses = analysis.once(createRegistryUses);
  const installed = (one: RegistryFact): readonly Installation[] =>
    uses.of(one).map(({ installation }) => installation);
  const own = new Set(installed(fact));
  if (own.size === 0) return true;
  const others = new Set(classes.flatMap(installed));
  return [...own].every((installation) => others.has(installation) || installation.needs.length > 0);
}

/** The class for filters that belong nowhere else. */
function addClass({ model }: Analysis, { at, fields }: RegistryFact): ReturnType<typeof makeFix> {
  return makeFix({ action: 'add-filter-class', title: 'Add FilterClass = custom' }, () => {
    const draft = createDraft(model);
    const subkey = fields[1] === undefined ? 'Ndi' : writtenField(at, fields[1]);
    const { placed, line } = at;
    const indent = /[ \t]*$/.exec(placed.block.text.slice(0, line.span.start))?.[0] ?? '';
    draft.insertLine(afterEntry(model, at), `${indent}HKR, ${subkey}, FilterClass,, custom`);
    return draft.edits();
  });
}
