import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import type { Model } from '../model/types.js';
import { absolute } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { namesInPercents } from './support/string-index.js';

export default defineRule({
  name: 'unused-string',
  summary: 'A token of [Strings] is used nowhere in the file.',
  severity: 'hint',
  fix: 'unsafe',
  messages: {
    unused: { text: 'Token %{token}% is used nowhere in this file.' },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    if (model.strings.length === 0) return;
    const used = analysis.once(namesInPercents);
    for (const { name, at } of model.strings) {
      const { key } = at.line;
      if (key === undefined || name === '' || name.includes('%') || used.has(fold(name))) continue;
      const fixes = (): readonly Fix[] => [removeString(model, name)];
      yield finding(absolute(at.placed, key.span), 'unused', { token: name }, { tags: ['unnecessary'], fixes });
    }
  },
});

/** In all languages at once, so that the sections stay in step. */
function removeString(model: Model, name: string): Fix {
  return makeFix({ action: 'remove-string', title: `Remove ${name} from all [Strings] sections` }, () => {
    const draft = createDraft(model);
    for (const { at } of model.definitionsOf(name)) draft.remove(wholeEntry(model, at));
    return draft.edits();
  });
}
