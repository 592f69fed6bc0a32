import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { sectionFacts } from '../language/lookup.js';
import { sectionKinds, type SectionKind } from '../language/sections.js';
import type { Section } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import type { Entry } from '../plan/entries.js';
import { createDraft } from './fixes/draft.js';
import { makeFix } from './fixes/fix.js';
import { wholeEntry } from './fixes/layout.js';
import { defineRule } from './rule.js';
import { entryName, keySpan, lineSpan, sectionText } from './support/places.js';

export default defineRule({
  name: 'exclusive-directives',
  summary: 'A section has two directives that exclude each other.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    exclusive: {
      text: '{directive} and {first} in {section} exclude each other: one of them is ignored.',
      infverif: 1087,
    },
  },
  *check({ analysis, finding }) {
    for (const { first, later } of conflicts(analysis)) {
      const args = { section: sectionText(later), first: entryName(first), directive: entryName(later) };
      const related = [{ span: lineSpan(first.at), message: `${entryName(first)} stands here.` }];
      const fixes = () => [removal(analysis, later, entryName(first)), removal(analysis, first, entryName(later))];
      yield finding(keySpan(later.at), 'exclusive', args, { related, fixes });
    }
  },
});

const KINDS = (Object.keys(sectionKinds) as SectionKind[]).filter((kind) => sectionFacts(kind).exclusive !== undefined);

interface Conflict {
  readonly first: Entry;
  readonly later: Entry;
}

function* conflicts(analysis: Analysis): Generator<Conflict> {
  for (const kind of KINDS) {
    for (const names of sectionFacts(kind).exclusive ?? []) {
      const folded = new Set(names.map(fold));
      const firsts = new Map<Section, Entry>();
      const told = new Set<Section>();
      for (const entry of analysis.entries.inKind(kind)) {
        const name = fold(entry.directive?.name ?? '');
        if (!folded.has(name) || told.has(entry.section)) continue;
        const first = firsts.get(entry.section);
        if (first === undefined) firsts.set(entry.section, entry);
        else if (fold(first.directive?.name ?? '') !== name) {
          told.add(entry.section);
          yield { first, later: entry };
        }
      }
    }
  }
}

function removal({ model }: Analysis, entry: Entry, kept: string): Fix {
  const name = entryName(entry);
  return makeFix({ action: `remove-${fold(name)}`, title: `Remove ${name} and keep ${kept}` }, () => {
    const draft = createDraft(model);
    draft.remove(wholeEntry(model, entry.at));
    return draft.edits();
  });
}
