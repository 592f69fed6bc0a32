import type { Fix } from '../engine/types.js';
import { isEnvironmentVariable } from '../language/environment.js';
import { fold } from '../language/fold.js';
import { hasPlaceholder } from '../model/placeholders.js';
import type { Model } from '../model/types.js';
import type { Analysis } from '../plan/analysis.js';
import { placeText } from '../plan/destinations.js';
import { editDistance } from '../text/edit-distance.js';
import { replaceField } from './fixes/field-edit.js';
import { makeFix } from './fixes/fix.js';
import { placeMeant } from './fixes/service-binary.js';
import { addStringFix, escapeFix, renameTokenFix } from './fixes/tokens.js';
import { defineRule } from './rule.js';
import { undefinedPercents, type UndefinedPercent } from './support/percents.js';

export default defineRule({
  name: 'undefined-string',
  summary: 'A %token% is not defined in [Strings].',
  severity: 'by-mode',
  fix: 'safe',
  messages: {
    undefined: { text: 'Token %{token}% is not defined in [Strings].', infverif: 1235 },
    near: { text: 'Token %{token}% is not defined in [Strings]; the nearest there is %{near}%.', infverif: 1235 },
    environment: {
      text: 'Token %{token}% is not defined in [Strings]; the environment variable is written %%{token}%%.',
      infverif: 1235,
    },
    binary: {
      text: 'Token %{token}% is not defined in [Strings]; the path of a service begins with a dirid, as in %13%\\driver.sys, not with an environment variable.',
      infverif: 1235,
    },
    percent: {
      text: 'A percent sign marks a token of [Strings]; the sign itself is written %%.',
      infverif: 1235,
    },
    localized: {
      text: 'Token %{token}% is defined in [Strings.{language}] only, so Windows in other languages leaves it open.',
      infverif: 1235,
    },
  },
  *check({ analysis, finding }) {
    const { model } = analysis;
    if (model.isTemplate && model.strings.length === 0) return;
    const nearest = createNearest(model);
    const hasBase = model.strings[0]?.language === '';
    for (const use of undefinedPercents(model)) {
      const { name, span } = use;
      if (hasPlaceholder(name)) continue;
      const localized = model.definitionsOf(name)[0];
      if (localized !== undefined) {
        // Without any [Strings], that is what uneven-strings tells.
        const fixes = (): readonly Fix[] => [addStringFix(model, name, localized)];
        if (hasBase) yield finding(span, 'localized', { token: name, language: localized.language }, { fixes });
      } else if (!isName(use)) {
        yield finding(span, 'percent', {}, { fixes: () => [escapeFix(use, 'safe')] });
      } else if (isEnvironmentVariable(name) && isServiceBinary(use)) {
        yield finding(span, 'binary', { token: name }, { fixes: () => binaryFixes(analysis, use) });
      } else if (isEnvironmentVariable(name)) {
        const fixes = (): readonly Fix[] => [escapeFix(use, 'safe'), addStringFix(model, name, undefined)];
        yield finding(span, 'environment', { token: name }, { fixes });
      } else {
        const near = nearest(name);
        const fixes = (): readonly Fix[] => fixesOf(model, use, near);
        if (near === undefined) yield finding(span, 'undefined', { token: name }, { fixes });
        else yield finding(span, 'near', { token: name, near }, { fixes });
      }
    }
  },
});

/** A plausible token; anything else between two percent signs is text that happens to hold two of them. */
function isName({ name, isWhole }: UndefinedPercent): boolean {
  if (name === '' || name.trim() !== name || /["',\r\n]/.test(name)) return false;
  return isWhole || !/[\\/*=]/.test(name);
}

/** There, doubled percent signs would be an error of another kind: no variable is expanded in the path of a service. */
function isServiceBinary({ at: { line }, field }: UndefinedPercent): boolean {
  return fold(line.key?.value ?? '') === 'servicebinary' && line.fields[0] === field;
}

function binaryFixes(analysis: Analysis, { at, field }: UndefinedPercent): readonly Fix[] {
  const place = placeMeant(analysis, field.value);
  if (place === undefined) return [];
  const path = placeText(place);
  const head = { action: 'set-binary', title: `Run ${path}`, preferred: true };
  return [makeFix(head, () => [replaceField(at, field, path)])];
}

/** Beyond so many names that nobody defines, none is looked for any more. */
const MOST_SEARCHES = 50;

/** The defined token that a name most likely means; looked for once per name. */
function createNearest({ strings }: Model): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (name) => {
    const folded = fold(name);
    if (!known.has(folded)) known.set(folded, known.size < MOST_SEARCHES ? nearestOf(folded, strings) : undefined);
    return known.get(folded);
  };
}

function nearestOf(folded: string, strings: Model['strings']): string | undefined {
  let best: string | undefined;
  let limit = folded.length < 4 ? 0 : folded.length < 8 ? 1 : 2;
  for (const { name, language } of strings) {
    if (language !== '' || limit < 1) break;
    const other = fold(name);
    const distance = editDistance(folded, other, limit);
    if (distance <= limit && !isOtherNumber(folded, other)) [best, limit] = [name, distance - 1];
  }
  return best;
}

/** `Dev02` is not a misspelt `Dev01`. */
function isOtherNumber(a: string, b: string): boolean {
  return a.replace(/\d/g, '#') === b.replace(/\d/g, '#');
}

function fixesOf(model: Model, use: UndefinedPercent, near: string | undefined): readonly Fix[] {
  const renaming = near === undefined ? [] : [renameTokenFix(use, near)];
  return [...renaming, addStringFix(model, use.name, undefined), escapeFix(use, 'unsafe')];
}
