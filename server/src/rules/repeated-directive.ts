import type { Fix } from '../engine/types.js';
import type { Directive } from '../language/directives.js';
import { fold } from '../language/fold.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { judgeLines } from '../plan/judged-lines.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { entryName, keySpan, lineSpan, sectionText } from './support/places.js';

export default defineRule({
  name: 'repeated-directive',
  summary: 'A directive of which only one can take effect stands several times in one section.',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    repeated: {
      text: '{directive} stands more than once in {section}, where only one can take effect.',
      infverif: 1088,
    },
  },
  *check({ analysis, finding }) {
    for (const [first, later] of repetitions(analysis)) {
      const args = { directive: entryName(later), section: sectionText(later) };
      const related = [{ span: lineSpan(first.at), message: 'This is the first one.' }];
      yield finding(keySpan(later.at), 'repeated', args, { related, fixes: () => [removal(analysis, first, later)] });
    }
  },
});

/** Each line that repeats an earlier one of its section, with that first one. */
function repetitions(analysis: Analysis): readonly (readonly [Entry, Entry])[] {
  const found: [Entry, Entry][] = [];
  /** The entry of each directive that came last, of whatever section. */
  const latest = new Map<Directive, Entry>();
  /** Of directives that stand more than once in a section, the first entry of each spelling. */
  const spelt = new Map<Section, Map<string, Entry>>();
  for (const entry of analysis.once(judgeLines).known) {
    const { directive, section } = entry;
    if (directive === undefined || directive.repeatable || directive.form !== 'keyed') continue;
    const known = latest.get(directive);
    latest.set(directive, entry);
    if (known?.section !== section) continue;
    const spellings = spelt.get(section) ?? new Map<string, Entry>();
    spelt.set(section, spellings);
    if (!spellings.has(keyOf(known))) spellings.set(keyOf(known), known);
    const first = spellings.get(keyOf(entry));
    if (first === undefined) spellings.set(keyOf(entry), entry);
    else found.push([first, entry]);
  }
  return found;
}

/** A decorated entry such as CatalogFile.ntamd64 is one of its own. */
function keyOf({ at }: Entry): string {
  return fold(at.line.key?.value ?? '');
}

/** Taking away a copy changes nothing; which one of two values is meant is for a person to say. */
function removal(analysis: Analysis, first: Entry, later: Entry): Fix {
  const isCopy = valuesOf(first) === valuesOf(later);
  const head = {
    action: 'remove-repeated',
    title: isCopy ? 'Remove this copy' : 'Remove this line; the first one stays',
    safety: isCopy ? 'safe' : 'unsafe',
  } as const;
  return makeFix(head, () => {
    const draft = createDraft(analysis.model);
    draft.remove(isCopy ? commentKept(analysis, later) : wholeEntry(analysis.model, later.at));
    return draft.edits();
  });
}

/** The whole line, or the entry alone where a comment follows it. */
function commentKept(analysis: Analysis, { at }: Entry): { readonly start: number; readonly end: number } {
  const whole = wholeEntry(analysis.model, at);
  const { text } = analysis.model.cst.snapshot;
  const own = lineSpan(at);
  return text.slice(own.end, whole.end).trim() === '' ? whole : own;
}

function valuesOf({ at }: Entry): string {
  return at.line.fields.map(({ value }) => value).join('\n');
}
