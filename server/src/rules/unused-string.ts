import type { Fix, RelatedPlace } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { Model, StringDefinition } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { addTo } from '../text/group.js';
import type { TextEdit } from '../text/span.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { constantNamed } from './support/known-constant.js';
import { keySpan } from './support/places.js';
import { namesInPercents } from './support/string-index.js';

export default defineRule({
  name: 'unused-string',
  summary: 'A token of [Strings] is used nowhere in the file.',
  severity: 'hint',
  fix: 'unsafe',
  messages: {
    unused: { text: 'Token %{token}% is used nowhere in this file.' },
    constants: {
      text: "{count} tokens for constants of Windows' headers, from %{token}% on, are used nowhere in this file.",
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    if (model.strings.length === 0) return;
    const unused = findUnused(analysis);
    const constants = [...unused].filter(([name]) => constantNamed(name) !== undefined);
    const listed = new Set(constants.length > 1 ? constants.map(([name]) => name) : []);
    const tags = ['unnecessary'] as const;
    for (const [name, [first, ...others]] of unused) {
      if (first === undefined || listed.has(name)) continue;
      const related = others.map((one) => relatedToken(one));
      const fixes = (): readonly Fix[] => [removeString(model, first.name)];
      yield finding(keySpan(first.at), 'unused', { token: first.name }, { tags, related, fixes });
    }
    const [first, ...others] = constants.flatMap(([name, definitions]) => (listed.has(name) ? definitions : []));
    if (first === undefined) return;
    const args = { count: listed.size, token: first.name };
    const fixes = (): readonly Fix[] => [removeConstants(model, [first, ...others])];
    yield finding(keySpan(first.at), 'constants', args, { tags, related: others.map(relatedToken), fixes });
  },
});

/** The definitions, in all languages, of each token that stands nowhere in percent signs, by folded name. */
function findUnused(analysis: Analysis): ReadonlyMap<string, readonly StringDefinition[]> {
  const used = analysis.once(namesInPercents);
  const unused = new Map<string, StringDefinition[]>();
  for (const definition of analysis.model.strings) {
    const { name, at } = definition;
    const folded = fold(name);
    if (at.line.key === undefined || name === '' || name.includes('%') || used.has(folded)) continue;
    addTo(unused, folded, definition);
  }
  return unused;
}

function relatedToken({ name, at }: StringDefinition): RelatedPlace {
  return { span: keySpan(at), message: `%${name}% is defined here.` };
}

/** In all languages at once, so that the sections stay in step. */
function removeString(model: Model, name: string): Fix {
  return makeFix({ action: 'remove-string', title: `Remove ${name} from all [Strings] sections` }, () =>
    removeDefinitions(model, model.definitionsOf(name)),
  );
}

function removeConstants(model: Model, definitions: readonly StringDefinition[]): Fix {
  const title = 'Remove the unused constants from all [Strings] sections';
  return makeFix({ action: 'remove-constants', title }, () => removeDefinitions(model, definitions));
}

function removeDefinitions(model: Model, definitions: readonly StringDefinition[]): readonly TextEdit[] {
  const draft = createDraft(model);
  for (const { at } of definitions) draft.remove(wholeEntry(model, at));
  return draft.edits();
}
