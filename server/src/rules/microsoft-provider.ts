import type { Model } from '../model/types.js';
import { fold } from '../language/fold.js';
import { absolute } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import { defineRule } from './rule.js';
import { knownEntry, valueSpan, type VersionEntry } from './support/version-section.js';

export default defineRule({
  name: 'microsoft-provider',
  summary: 'Provider says Microsoft in an INF of somebody else.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    microsoft: {
      text: 'Provider is "{value}", but names that begin with Microsoft are only for Microsoft; state who wrote the INF.',
      infverif: 1204,
    },
  },
  *check({ analysis: { model }, finding }) {
    const entry = knownEntry(model, 'Provider');
    if (entry === undefined || !fold(entry.value.trim()).startsWith('microsoft')) return;
    const definition = definitionSpan(model, entry);
    const related = definition === undefined ? [] : [{ span: valueSpan(entry), message: 'Provider is stated here.' }];
    yield finding(definition ?? valueSpan(entry), 'microsoft', { value: entry.value }, { related });
  },
});

/** Where the text of `Provider = %Token%` is defined; `undefined` when the entry states more or other than one token. */
function definitionSpan(model: Model, { field }: VersionEntry): Span | undefined {
  const token = /^%([^%]+)%$/.exec(field?.value ?? '')?.[1];
  const definition = token === undefined ? undefined : model.definitionsOf(token)[0];
  const text = definition?.at.line.fields[0];
  return definition === undefined || text === undefined ? undefined : absolute(definition.at.placed, text.span);
}
