import type { Fix } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { hasPlaceholder } from '../model/placeholders.js';
import { DATA, readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { bindTokens, type BindToken } from './support/network.js';

export default defineRule({
  name: 'obsolete-bind-token',
  summary: 'UpperRange or LowerRange names a binding that Windows no longer has.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    obsolete: { text: 'The binding {token} in {value} is obsolete{instead}.', infverif: 2500 },
    beside: {
      text: 'The binding {token} in {value} is obsolete and adds nothing to the others.',
      infverif: 2500,
      severity: 'warning',
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    if (!/^net|^extension$/i.test(model.version('Class')?.value ?? '')) return;
    for (const fact of analysis.once(readRegistryFacts).select(({ name }) => BINDINGS.has(name))) {
      if (!mayBeObsolete(fact) || fold(fact.subkey) !== 'ndi\\interfaces') continue;
      for (const field of fact.fields.slice(DATA)) {
        if (!mayName(field.value) || hasPlaceholder(field.value)) continue;
        const tokens = bindTokens(model, fact.at, field);
        const others = tokens.filter(({ token }) => !OBSOLETE.has(fold(token)));
        for (const found of tokens) {
          const successor = OBSOLETE.get(fold(found.token));
          if (successor === undefined) continue;
          const about = { token: found.token, value: fact.valueName };
          const isPlain = !field.value.includes('%');
          if (others.length > 0) {
            yield finding(found.span, 'beside', about, { fixes: () => (isPlain ? [remove(tokens, found)] : []) });
          } else {
            const instead = successor === '' ? '' : `; ${successor} takes its place`;
            const fixes = () => (isPlain ? replace(found, successor) : []);
            yield finding(found.span, 'obsolete', { ...about, instead }, { fixes });
          }
        }
      }
    }
  },
});

/** Tokens that should no longer be used, with what stands for them now. Source: network/specifying-binding-interfaces */
const OBSOLETE: ReadonlyMap<string, string> = new Map([
  ['ndis2', 'ndis5'],
  ['ndis3', 'ndis5'],
  ['ndis4', 'ndis5'],
  ['ndis5_streams', ''],
]);

/** All obsolete tokens begin like this. */
const MENTION = /ndis(?:[2-4]|5_)/i;
const BINDINGS: ReadonlySet<string> = new Set(['upperrange', 'lowerrange', 'filtermediatypes']);

function mayBeObsolete({ at: { line } }: RegistryFact): boolean {
  for (let index = DATA; index < line.count; index++) if (mayName(line.valueAt(index) ?? '')) return true;
  return false;
}

/** Tells whether a value may hold an obsolete token: it does as written, or a string takes part in it. */
function mayName(value: string): boolean {
  return MENTION.test(value) || value.includes('%');
}

/** Takes a word and one of the commas beside it out of a list. */
function remove(tokens: readonly BindToken[], found: BindToken): Fix {
  const index = tokens.indexOf(found);
  const next = tokens[index + 1];
  const before = tokens[index - 1];
  const span = {
    start: next === undefined ? (before?.span.end ?? found.span.start) : found.span.start,
    end: next?.span.start ?? found.span.end,
  };
  const title = `Remove ${found.token} from the list`;
  return makeFix({ action: 'remove-token', title, preferred: true }, () => [{ span, newText: '' }]);
}

function replace({ span }: BindToken, successor: string): readonly Fix[] {
  if (successor === '') return [];
  return [
    makeFix({ action: 'set-token', title: `Change it to ${successor}`, preferred: true }, () => [
      { span, newText: successor },
    ]),
  ];
}
