import { fold } from '../language/fold.js';
import type { Cst } from '../syntax/cst.js';
import { expandPercent } from '../syntax/percent.js';
import { groupBy } from '../text/group.js';
import type { StringDefinition } from './types.js';

/** The [Strings] and [Strings.LANGID] sections of a file. */
export interface StringTable {
  /** All definitions: those of [Strings] first, then the localized ones, each in file order. */
  readonly definitions: readonly StringDefinition[];
  definitionsOf(token: string): readonly StringDefinition[];
  /**
   * Replaces %tokens% as SetupAPI does. The first definition counts. Windows takes one [Strings] section as a whole; here
   * a token that only a localized one defines is taken from there rather than left open.
   */
  expand(value: string): string;
}

const STRINGS = 'strings';
const NONE: readonly StringDefinition[] = [];

/** Collects the strings of a file. Source: install/inf-strings-section.md */
export function readStrings(cst: Cst): StringTable {
  const definitions: StringDefinition[] = [];
  const localized: StringDefinition[] = [];
  for (const placed of cst.blocks) {
    const language = languageOf(placed.block.header?.name);
    if (language === undefined) continue;
    for (const line of placed.block.lines) {
      if (line.key === undefined) continue;
      const definition = { name: line.key.value, value: line.fields[0]?.value ?? '', at: { placed, line }, language };
      (language === '' ? definitions : localized).push(definition);
    }
  }
  for (const definition of localized) definitions.push(definition);
  const byName = groupBy(definitions, ({ name }) => fold(name));
  const definitionsOf = (token: string) => byName.get(fold(token)) ?? NONE;
  const lookup = (token: string) => definitionsOf(token)[0]?.value;
  return { definitions, definitionsOf, expand: (value) => expandPercent(value, lookup) };
}

/** `''` for `Strings`, the folded LANGID for `Strings.0407`, `undefined` for any other section. */
function languageOf(name: string | undefined): string | undefined {
  if (name === undefined || name.length < STRINGS.length) return undefined;
  if (fold(name.slice(0, STRINGS.length)) !== STRINGS) return undefined;
  if (name.length === STRINGS.length) return '';
  return name[STRINGS.length] === '.' ? fold(name.slice(STRINGS.length + 1)) : undefined;
}
