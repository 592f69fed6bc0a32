import { defaultSeverity } from '../engine/render.js';
import type { Severity } from '../engine/types.js';
import { infVerifCodes, type Mode } from '../language/infverif.js';
import type { Rule } from '../rules/rule.js';

/** What is reported of an InfVerif code in one mode. */
export interface CodeLevel {
  /** The severities of the rules' messages, the most serious first; `off` alone: nothing is reported. */
  readonly reported: readonly (Severity | 'off')[];
  /** What InfVerif's own column for the mode says, where the most serious of these is something else. */
  readonly infverif: Severity | 'off' | undefined;
}

const SERIOUSNESS: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

/** The levels of a code in one mode, as the rules have it; InfVerif's own for a code that no rule reports. */
export function codeLevel(rules: readonly Rule[], code: number, mode: Mode): CodeLevel {
  const level = infVerifCodes[code]?.levels[mode] ?? 'none';
  const own = level === 'none' ? 'off' : level;
  const found = new Set(rules.flatMap((rule) => severitiesOf(rule, code, mode)));
  const [worst = own, ...milder] = SERIOUSNESS.filter((severity) => found.has(severity));
  // InfVerif's page has no column for /h.
  const infverif = mode === 'h' || worst === own ? undefined : own;
  return { reported: [worst, ...milder.filter((severity) => severity !== 'off')], infverif };
}

function severitiesOf(rule: Rule, code: number, mode: Mode): readonly (Severity | 'off')[] {
  const ids = Object.keys(rule.messages).filter((id) => rule.messages[id]?.infverif === code);
  return ids.map((id) => defaultSeverity(rule, id, mode));
}
