import type { Fix } from '../engine/types.js';
import type { Model, StringDefinition } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { stringsByLanguage } from './support/string-index.js';

export default defineRule({
  name: 'duplicate-string',
  summary: 'A token is defined twice in one [Strings] section.',
  severity: 'warning',
  fix: 'safe',
  messages: {
    other: {
      text: 'Token %{token}% is already defined as "{first}" above, and the first definition counts.',
      infverif: 1294,
      severity: 'warning',
    },
    same: { text: 'Token %{token}% is already defined above with the same text.', infverif: 1294, severity: 'warning' },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    for (const ofLanguage of analysis.once(stringsByLanguage).values()) {
      for (const [first, ...others] of ofLanguage.values()) {
        if (first === undefined) continue;
        for (const other of others) {
          const { key } = other.at.line;
          const firstKey = first.at.line.key;
          if (key === undefined || firstKey === undefined) continue;
          const span = absolute(other.at.placed, key.span);
          const related = [{ span: absolute(first.at.placed, firstKey.span), message: 'The first definition.' }];
          const isSame = first.value === other.value;
          const extras = {
            related,
            tags: ['unnecessary'] as const,
            fixes: () => [removeDefinition(model, other, isSame)],
          };
          if (isSame) yield finding(span, 'same', { token: other.name }, extras);
          else yield finding(span, 'other', { token: other.name, first: first.value }, extras);
        }
      }
    }
  },
});

/** Windows never reads the later definition; where it says something else, a person decides which one is meant. */
function removeDefinition(model: Model, { at }: StringDefinition, isSame: boolean): Fix {
  const safety = isSame ? 'safe' : 'unsafe';
  return makeFix({ action: 'remove-duplicate', title: 'Remove this definition', safety, preferred: isSame }, () => {
    const draft = createDraft(model);
    draft.remove(wholeEntry(model, at));
    return draft.edits();
  });
}
