import { fold } from '../../language/fold.js';
import type { Model, Section } from '../../model/types.js';
import type { Analysis } from '../../plan/analysis.js';
import { namesInPercents } from '../support/string-index.js';
import type { Draft } from './draft.js';
import { quoted } from './field-edit.js';
import { afterContent, afterEntry } from './layout.js';
import { keyedSamples, renderKeyed } from './style.js';

/** A token and its text, as written: `newText` with quotes where it has any. */
export interface NewString {
  readonly name: string;
  readonly newText: string;
}

/**
 * Adds definitions behind the last one of a [Strings] section, in the way of that section; where the file has none, a
 * section [Strings] at its end.
 */
export function addStrings(model: Model, draft: Draft, strings: readonly NewString[], section?: Section): void {
  const home = section ?? model.sectionNamed('Strings');
  if (home === undefined) {
    const last = model.cst.blocks.at(-1);
    const lines = strings.map(({ name, newText }) => `${tokenKey(name)} = ${newText}`);
    if (last !== undefined) draft.insertSections(last, [{ name: 'Strings', lines }]);
    return;
  }
  const samples = keyedSamples(home.lines.slice(-SAMPLES));
  const last = home.lines.at(-1);
  const block = home.blocks[0];
  const offset = last === undefined ? block && afterContent(model, block) : afterEntry(model, last);
  if (offset === undefined) return;
  for (const { name, newText } of strings) draft.insertLine(offset, renderKeyed(samples, tokenKey(name), newText));
}

/** Adds definitions to [Strings] and to each localized one: Windows takes one of them as a whole. */
export function addStringsToAll(model: Model, draft: Draft, strings: readonly NewString[]): void {
  addStrings(model, draft, strings);
  const localized = new Set(model.strings.filter(({ language }) => language !== '').map(({ at }) => at.placed));
  for (const section of new Set([...localized].map((placed) => model.sectionOf(placed)))) {
    if (section !== undefined) addStrings(model, draft, strings, section);
  }
}

/** So many definitions show how a section is written. */
const SAMPLES = 40;

/** A token as the key of its definition, in quotes where it holds what ends a bare key. */
function tokenKey(name: string): string {
  return /[=,;"\s]/.test(name) ? quoted(name) : name;
}

/** A name for a token that the file neither defines nor uses yet, nor `taken` holds: `base`, or `base2` and so on. */
export function unusedToken(analysis: Analysis, base: string, taken: ReadonlySet<string>): string {
  const used = analysis.once(namesInPercents);
  const isTaken = (name: string): boolean =>
    taken.has(name) || used.has(fold(name)) || analysis.model.definitionsOf(name).length > 0;
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}${String(number)}`;
  return name;
}
