import type { Fix } from '../engine/types.js';
import type { Model, Section, StringDefinition } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { addStrings, type NewString } from './fixes/add-string.js';
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
    const gaps: Gap[] = [];
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
        gaps.push({ section, lacking });
        // All gaps are known by the time that somebody asks for fixes.
        const fixes = () => [copy(model, lacking, section), copyToAll(model, gaps) ?? []].flat();
        yield finding(span, 'lacking', args, { fixes });
      }
      const extra = without(own, baseStrings);
      if (extra.length > 0) {
        const args = { section: section.name, names: tokenList(extra.map(({ name }) => name)) };
        yield finding(span, 'extra', args, { fixes: () => [copy(model, extra)] });
      }
    }
  },
});

/** A localized section and what it lacks of [Strings]. */
interface Gap {
  readonly section: Section;
  readonly lacking: readonly StringDefinition[];
}

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
    addStrings(model, draft, asWritten(definitions), section);
    return draft.edits();
  });
}

/** The same for all localized sections that lack something, where these are several. */
function copyToAll(model: Model, gaps: readonly Gap[]): Fix | undefined {
  if (gaps.length < 2) return undefined;
  const title = `Copy the missing strings to all ${String(gaps.length)} sections that lack some`;
  return makeFix({ action: 'copy-to-all', title }, () => {
    const draft = createDraft(model);
    for (const { section, lacking } of gaps) addStrings(model, draft, asWritten(lacking), section);
    return draft.edits();
  });
}

function asWritten(definitions: readonly StringDefinition[]): readonly NewString[] {
  return definitions.map((each) => ({ name: each.name, newText: writtenText(each) }));
}
