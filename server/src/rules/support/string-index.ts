import { fold } from '../../language/fold.js';
import type { StringDefinition } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { endOfLine } from '../../syntax/characters.js';
import { addTo } from '../../text/group.js';

/** A token name is shorter than this in every file. */
const LONGEST_NAME = 255;

/** The strings of a file by language and folded name; `''` is the language of [Strings]. The first definition comes first. */
export type StringsByLanguage = ReadonlyMap<string, ReadonlyMap<string, readonly StringDefinition[]>>;

/** Sorts the definitions of a file. */
export function stringsByLanguage({ model }: Analysis): StringsByLanguage {
  const sorted = new Map<string, Map<string, StringDefinition[]>>();
  for (const definition of model.strings) {
    const ofLanguage = sorted.get(definition.language) ?? new Map<string, StringDefinition[]>();
    sorted.set(definition.language, ofLanguage);
    const name = fold(definition.name);
    addTo(ofLanguage, name, definition);
  }
  return sorted;
}

/** Folded names that stand between two percent signs anywhere in the text, comments included. */
export function namesInPercents({ model }: Analysis): ReadonlySet<string> {
  const { text } = model.cst.snapshot;
  const names = new Set<string>();
  let open = text.indexOf('%');
  let lineEnd = -1;
  while (open >= 0) {
    const close = text.indexOf('%', open + 1);
    if (close < 0) break;
    if (lineEnd < open) lineEnd = endOfLine(text, open, text.length);
    const isName = close > open + 1 && close < lineEnd && close - open <= LONGEST_NAME;
    if (isName) names.add(fold(text.slice(open + 1, close)));
    open = close;
  }
  return names;
}
