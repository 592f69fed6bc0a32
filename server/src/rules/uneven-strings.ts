import type { Fix } from '../engine/types.js';
import type { Model, Section, StringDefinition } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { addStrings } from './fixes/add-string.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { writtenText } from './fixes/tokens.js';
import { defineRule } from './rule.js';
import { stringsByLanguage } from './support/string-index.js';
import { tokenList } from './support/token-text.js';

export default defineRule({
  name: 'uneven-strings',
  summary: 'A localized [Strings] section does not define the same tokens as [Strings].',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    lacking: {
      text: '[{section}] lacks {names} of [Strings]; Windows takes one of the sections as a whole, so these stay open.',
      infverif: 1295,
    },
    extra: {
      text: '[{section}] defines {names}, which [Strings] lacks; Windows takes one of the sections as a whole.',
      infverif: 1295,
    },
    alone: {
      text: '[{section}] stands without [Strings], so Windows in other languages finds no text for any token.',
      infverif: 1295,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    const byLanguage = analysis.once(stringsByLanguage);
    const base = model.sectionNamed('Strings');
    const baseStrings = firsts(byLanguage.get(''));
    if (model.isTemplate && base === undefined) return;
    for (const [language, definitions] of byLanguage) {
      const section = language === '' ? undefined : model.sectionNamed(`Strings.${language}`);
      const span = section === undefined ? undefined : headerSpan(section);
      if (section === undefined || span === undefined) continue;
      const own = firsts(definitions);
      if (base === undefined) {
        yield finding(span, 'alone', { section: section.name }, { fixes: () => [copy(model, [...own.values()])] });
        continue;
      }
      const lacking = without(baseStrings, own);
      if (lacking.length > 0) {
        const args = { section: section.name, names: tokenList(lacking.map(({ name }) => name)) };
        yield finding(span, 'lacking', args, { fixes: () => [copy(model, lacking, section)] });
      }
      const extra = without(own, baseStrings);
      if (extra.length > 0) {
        const args = { section: section.name, names: tokenList(extra.map(({ name }) => name)) };
        yield finding(span, 'extra', args, { fixes: () => [copy(model, extra)] });
      }
    }
  },
});

type Definitions = ReadonlyMap<string, StringDefinition>;

/** The definition that counts of each token. */
function firsts(definitions: ReadonlyMap<string, readonly StringDefinition[]> | undefined): Definitions {
  const first = new Map<string, StringDefinition>();
  for (const [name, [definition]] of definitions ?? []) if (definition !== undefined) first.set(name, definition);
  return first;
}

function without(all: Definitions, others: Definitions): readonly StringDefinition[] {
  return [...all].filter(([name]) => !others.has(name)).map(([, definition]) => definition);
}

function headerSpan({ blocks: [placed] }: Section): Span | undefined {
  const header = placed?.block.header;
  return placed === undefined || header === undefined ? undefined : absolute(placed, header.nameSpan);
}

/** Adds the definitions as they are to a section, [Strings] unless another is given. */
function copy(model: Model, definitions: readonly StringDefinition[], section?: Section): Fix {
  const name = section?.name ?? 'Strings';
  return makeFix({ action: `copy-to-${name.toLowerCase()}`, title: `Copy the missing strings to [${name}]` }, () => {
    const draft = createDraft(model);
    const added = definitions.map((each) => ({ name: each.name, newText: writtenText(each) }));
    addStrings(model, draft, added, section);
    return draft.edits();
  });
}
