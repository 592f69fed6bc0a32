import type { Fix } from '../engine/types.js';
import { isOpenValue } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import { absolute, type Field, type LineRef } from '../syntax/cst.js';
import { addStringsToAll, unusedToken, type NewString } from './fixes/add-string.js';
import { createDraft } from './fixes/draft.js';
import { quoted } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';

export default defineRule({
  name: 'literal-text',
  summary: 'A text for people is written out rather than as a %token%, so it cannot be translated.',
  severity: 'info',
  fix: 'unsafe',
  messages: {
    provider: {
      text: 'Provider is written out; a %token% of [Strings] can be translated.',
      infverif: 1292,
      severity: 'info',
    },
    manufacturer: {
      text: 'The name of the manufacturer is written out; a %token% of [Strings] can be translated.',
      infverif: 1292,
      severity: 'info',
    },
    device: {
      text: 'The description of this device is written out; a %token% of [Strings] can be translated.',
      infverif: 1292,
      severity: 'info',
    },
    devices: {
      text: '[{section}] has {count} device descriptions written out, this one first; a %token% of [Strings] can be translated.',
      infverif: 1292,
      severity: 'info',
    },
  },
  *check({ analysis, finding }) {
    const { model, entries } = analysis;
    const provider = model.version('Provider');
    if (provider?.field !== undefined && isLiteral(provider.field)) {
      const text = { at: provider.at, field: provider.field };
      yield finding(spanOf(text), 'provider', {}, { fixes: () => [toStrings(analysis, [text], 'Provider')] });
    }
    for (const { at } of entries.inKind('manufacturer')) {
      const text = literalKey(at);
      if (text === undefined) continue;
      const extras = { fixes: () => [toStrings(analysis, [text], 'Manufacturer')] };
      yield finding(spanOf(text), 'manufacturer', {}, extras);
    }
    for (const section of entries.sectionsOf('models')) {
      const texts = section.lines.flatMap((at) => literalKey(at) ?? []);
      const first = texts[0];
      if (first === undefined) continue;
      const extras = { fixes: () => [toStrings(analysis, texts, 'DeviceDesc')] };
      if (texts.length === 1) yield finding(spanOf(first), 'device', {}, extras);
      else yield finding(spanOf(first), 'devices', { section: section.name, count: texts.length }, extras);
    }
  },
});

interface Literal {
  readonly at: LineRef;
  readonly field: Field;
}

function isLiteral({ value }: Field): boolean {
  return value !== '' && !isOpenValue(value);
}

function literalKey(at: LineRef): Literal | undefined {
  const { key } = at.line;
  return key !== undefined && isLiteral(key) ? { at, field: key } : undefined;
}

function spanOf({ at, field }: Literal): { readonly start: number; readonly end: number } {
  return absolute(at.placed, field.span);
}

/** Moves texts to [Strings], the same text once, and puts tokens in their places. */
function toStrings(analysis: Analysis, texts: readonly Literal[], base: string): Fix {
  const title = texts.length === 1 ? 'Move the text to [Strings]' : 'Move these texts to [Strings]';
  return makeFix({ action: 'move-to-strings', title }, () => {
    const draft = createDraft(analysis.model);
    const tokens = new Map<string, string>();
    const added: NewString[] = [];
    for (const { at, field } of texts) {
      const token = tokens.get(field.value) ?? unusedToken(analysis, base, new Set(tokens.values()));
      if (!tokens.has(field.value)) added.push({ name: token, newText: quoted(field.value) });
      tokens.set(field.value, token);
      draft.replace(absolute(at.placed, field.span), `%${token}%`);
    }
    addStringsToAll(analysis.model, draft, added);
    return draft.edits();
  });
}
