import { nearestName } from '../text/nearest-name.js';
import type { Rule } from '../rules/rule.js';
import { UsageError } from './trouble.js';

/**
 * The rules that `--rule` names; `undefined` when it is not given.
 * @throws UsageError when there is no such rule
 */
export function chosenRules(names: readonly string[], rules: readonly Rule[]): ReadonlySet<string> | undefined {
  if (names.length === 0) return undefined;
  return new Set(names.map((name) => ruleNamed(name, rules).name));
}

/** The rule of that name. @throws UsageError with the nearest name when there is none */
export function ruleNamed(name: string, rules: readonly Rule[]): Rule {
  const found = rules.find((rule) => rule.name === name.toLowerCase());
  if (found) return found;
  const near = nearestName(
    name,
    rules.map((rule) => rule.name),
  );
  const advice =
    near === undefined
      ? 'See "inf rules" for all of them.'
      : `Did you mean "${near}"? See "inf rules" for all of them.`;
  throw new UsageError(`There is no rule "${name}". ${advice}`);
}

/** The rules that have a message which InfVerif reports under that number. */
export function rulesOfNumber(number: number, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => Object.values(rule.messages).some((message) => message.infverif === number));
}
