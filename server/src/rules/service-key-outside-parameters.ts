import type { Fix } from '../engine/types.js';
import { directiveForState, isDocumentedAtServiceRoot, isReadAtServiceRoot } from '../language/service-state.js';
import { holdsOpenToken } from '../model/placeholders.js';
import type { Analysis } from '../plan/analysis.js';
import { createRegistryUses, readRegistryFacts, type RegistryFact } from '../plan/registry-facts.js';
import { absolute, textOf } from '../syntax/cst.js';
import type { TextEdit } from '../text/span.js';
import { makeFix } from './fixes/fix.js';
import { defineRule } from './rule.js';
import { isUnderNewestRules } from './support/newest-rules.js';
import { FIELD, isAboutDma, keyPlace } from './support/registry-places.js';
import { deletesValue } from './support/registry-flags.js';

const PARAMETERS = /^\\?Parameters(?=\\|$)/i;

/** What only older Windows installs, `infverif /h` judges by the rules of that time. */
const OLDER = { h: 'off', w: 'error', u: 'off', k: 'off' } as const;

const OUTSIDE = 'This line writes to {key}, but an isolated package has the state of a service below Parameters only.';
const DIRECTIVE =
  'This line writes to {key} what {directive} of the service-install section sets; isolation leaves it to that entry.';

export default defineRule({
  name: 'service-key-outside-parameters',
  summary: 'A registry line of a service writes to its key, but not below Parameters.',
  severity: 'by-mode',
  fix: 'unsafe',
  messages: {
    outside: { text: OUTSIDE, infverif: 1323 },
    directive: { text: DIRECTIVE, infverif: 1323 },
    olderOutside: { text: OUTSIDE, infverif: 1323, severity: OLDER },
    olderDirective: { text: DIRECTIVE, infverif: 1323, severity: OLDER },
  },
  *check({ analysis, finding }) {
    for (const fact of analysis.once(outsideParameters)) {
      const { subkey, valueName } = fact;
      const use = analysis
        .once(createRegistryUses)
        .of(fact)
        .find(({ relativeTo }) => relativeTo === 'service');
      const base = `Services\\${use?.service ?? ''}`;
      const key = subkey === '' ? base : `${base}\\${subkey}`;
      const isNewest = isUnderNewestRules(analysis, fact);
      const directive = directiveForState(subkey, valueName);
      if (directive !== undefined) {
        yield finding(keyPlace(fact), isNewest ? 'directive' : 'olderDirective', { key, directive });
      } else {
        // Older systems may read the value from its old place only, as the filter manager does.
        const extras = isNewest ? { fixes: () => cures(analysis, fact) } : {};
        yield finding(keyPlace(fact), isNewest ? 'outside' : 'olderOutside', { key }, extras);
      }
    }
  },
});

function outsideParameters(analysis: Analysis): readonly RegistryFact[] {
  const uses = analysis.once(createRegistryUses);
  const found: RegistryFact[] = [];
  const { of } = analysis.once(readRegistryFacts);
  for (const [section, writes] of uses.namedIn(['serviceInstall'])) {
    if (!writes.some(({ relativeTo }) => relativeTo === 'service')) continue;
    for (const fact of of(section)) {
      if (fact.root === 'HKR' && isOutside(fact) && !isAboutDma(analysis, fact)) found.push(fact);
    }
  }
  return found;
}

function isOutside({ subkey, valueName, flags }: RegistryFact): boolean {
  if (PARAMETERS.test(subkey) || holdsOpenToken(subkey) || isDocumentedAtServiceRoot(subkey, valueName)) return false;
  return flags === undefined || !deletesValue(flags);
}

function cures(analysis: Analysis, fact: RegistryFact): readonly Fix[] {
  if (!canMove(fact)) return [];
  const all = analysis.once(outsideParameters).filter((other) => other.section === fact.section && canMove(other));
  const one = makeFix(
    {
      action: 'move-below-parameters',
      title: 'Write it below Parameters (the driver must read it there)',
      preferred: true,
    },
    () => intoParameters(fact),
  );
  if (all.length < 2) return [one];
  const title = `Write all ${String(all.length)} lines of [${fact.section.name}] below Parameters (the driver must read them there)`;
  return [one, makeFix({ action: 'move-all-below-parameters', title }, () => all.flatMap(intoParameters))];
}

/** What Windows itself reads stays where it is, and a line that names the key alone has nothing to move. */
function canMove({ subkey, valueName, fields }: RegistryFact): boolean {
  if (isReadAtServiceRoot(subkey, valueName) || directiveForState(subkey, valueName) !== undefined) return false;
  return fields.length > FIELD.subkey;
}

function intoParameters(fact: RegistryFact): readonly TextEdit[] {
  const { at, fields } = fact;
  const field = fields[FIELD.subkey];
  if (field === undefined) return [];
  const text = textOf(at.placed.block, field.span);
  if (text === '' || text === '""') {
    return [{ span: absolute(at.placed, field.span), newText: 'Parameters' }];
  }
  const start = field.span.start + (/^"?\\?/.exec(text)?.[0].length ?? 0);
  return [{ span: absolute(at.placed, { start, end: start }), newText: 'Parameters\\' }];
}
