import type { Finding } from '../../server/src/engine/types.js';
import type { Rule } from '../../server/src/rules/rule.js';

/** What the rules did in the tests that ran so far in this process. */
export interface Recorded {
  /** `rule message` of every finding that a test drew. */
  readonly drawn: ReadonlySet<string>;
  /** Rules that were silent on some text of a test that was about them. */
  readonly silent: ReadonlySet<string>;
  /** Names of all actions that were offered. */
  readonly actions: ReadonlySet<string>;
}

const drawn = new Set<string>();
const silent = new Set<string>();
const actions = new Set<string>();

/** What was recorded so far. */
export const recorded: Recorded = { drawn, silent, actions };

/** Notes what a run of rules on one text found. A run of many rules is about none of them, so that silence says nothing. */
export function recordRun(rules: readonly Rule[], findings: readonly Finding[]): void {
  for (const { rule, messageId } of findings) drawn.add(`${rule} ${messageId}`);
  if (rules.length > 3) return;
  for (const { fixes } of findings) for (const { action } of fixes()) actions.add(action);
  for (const { name } of rules) if (!findings.some(({ rule }) => rule === name)) silent.add(name);
}

/** Notes that a rule was silent on a text that is about it. */
export function recordSilence(rule: string): void {
  silent.add(rule);
}
