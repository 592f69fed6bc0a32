import type { Fix } from '../engine/types.js';
import { directives } from '../language/directives.js';
import { fold } from '../language/fold.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { absolute } from '../syntax/cst.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { entryName, lineSpan, sectionText } from './support/places.js';

export default defineRule({
  name: 'duplicate-data',
  summary: 'Two lines of a section define the same thing, so that one of them may be skipped.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    duplicate: {
      text: '{directive} defines the {what} "{value}" a second time in {section}, so Windows may skip this line.',
      infverif: 1086,
    },
  },
  *check({ analysis, finding }) {
    for (const name of NAMES) {
      for (const [first, entry, identity] of duplicates(analysis, analysis.entries.named(name))) {
        const { what, value, span } = identity;
        const args = { directive: entryName(entry), what, value, section: sectionText(entry) };
        const related = [{ span: lineSpan(first.at), message: 'It is defined here first.' }];
        yield finding(span, 'duplicate', args, { related, fixes: () => [removal(analysis, entry)] });
      }
    }
  },
});

/** The directives of which some values must be unique. */
const NAMES = [...new Set(directives.flatMap(({ name, unique }) => (unique === undefined ? [] : [name])))];

/** Pairs of lines of one section that define the same: the first, and each later one. */
function* duplicates(analysis: Analysis, entries: readonly Entry[]): Generator<readonly [Entry, Entry, Identity]> {
  for (let start = 0; start < entries.length;) {
    let end = start + 1;
    while (end < entries.length && isBeside(entries[start], entries[end])) end++;
    if (end - start > 1) yield* duplicatesIn(analysis, entries.slice(start, end));
    start = end;
  }
}

function isBeside(a: Entry | undefined, b: Entry | undefined): boolean {
  return a?.section === b?.section && a?.kind === b?.kind;
}

function* duplicatesIn(analysis: Analysis, entries: readonly Entry[]): Generator<readonly [Entry, Entry, Identity]> {
  const firsts = new Map<string, Entry>();
  for (const entry of entries) {
    const identity = identityOf(analysis, entry);
    if (identity === undefined) continue;
    const first = firsts.get(identity.key);
    if (first === undefined) firsts.set(identity.key, entry);
    else yield [first, entry, identity];
  }
}

interface Identity {
  readonly key: string;
  readonly what: string;
  readonly value: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** What a line defines, by the fields that the table calls unique; `undefined` where it has none or leaves them empty. */
function identityOf({ model }: Analysis, { directive, at }: Entry): Identity | undefined {
  if (directive?.unique === undefined) return undefined;
  const { fields } = at.line;
  const values = directive.unique.map((position) => {
    const field = fields[position];
    return field === undefined ? '' : model.valueOf(field);
  });
  const position = directive.unique[0] ?? 0;
  const field = fields[position];
  if (field === undefined || values[0] === '') return undefined;
  return {
    key: `${fold(directive.name)}\n${values.map(fold).join('\n')}`,
    what: directive.values[position]?.name ?? 'name',
    value: values.filter((value) => value !== '').join(', '),
    span: absolute(at.placed, field.span),
  };
}

function removal({ model }: Analysis, { at }: Entry): Fix {
  return makeFix({ action: 'remove-duplicate', title: 'Remove this line; the first one stays' }, () => {
    const draft = createDraft(model);
    draft.remove(wholeEntry(model, at));
    return draft.edits();
  });
}
