import { applyEdits, type Span, type TextEdit } from '../text/span.js';
import type { Finding, Fix } from './types.js';

/** After this many rounds applying stops even if findings with fixes remain. */
const MOST_ROUNDS = 10;

/** What to apply. Without `action` only safe fixes count; naming an action is a person's choice and admits any. */
export interface FixChoice {
  /** Only findings of these rules; all when left out. */
  readonly rules?: ReadonlySet<string>;
  /** Only fixes of this action, such as `insert-opt-in-per-driver`. */
  readonly action?: string;
}

/** One fix that was applied: the rule whose finding it cures, and its title. */
export interface AppliedFix {
  readonly rule: string;
  readonly action: string;
  readonly title: string;
}

export interface FixResult {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
  readonly rounds: number;
  /** The edits of each round, in spans of the text before that round: for writing them into the bytes of the file. */
  readonly edits: readonly (readonly TextEdit[])[];
}

/**
 * Applies fixes to a text until a round finds none, at most ten rounds. Fixes that overlap one already taken wait for
 * the next round. `findingsOf` analyses a text; it is called once a round.
 */
export function applyFixes(
  text: string,
  findingsOf: (text: string) => readonly Finding[],
  choice: FixChoice,
): FixResult {
  const applied: AppliedFix[] = [];
  const seen = new Set([text]);
  const edits: (readonly TextEdit[])[] = [];
  let current = text;
  while (edits.length < MOST_ROUNDS) {
    const round = takeFixes(findingsOf(current), choice);
    if (round.edits.length === 0) break;
    const next = applyEdits(current, round.edits);
    if (seen.has(next)) break;
    seen.add(next);
    edits.push(round.edits);
    applied.push(...round.applied);
    current = next;
  }
  return { text: current, applied, rounds: edits.length, edits };
}

function takeFixes(findings: readonly Finding[], choice: FixChoice): { edits: TextEdit[]; applied: AppliedFix[] } {
  const edits: TextEdit[] = [];
  const applied: AppliedFix[] = [];
  const taken: Span[] = [];
  for (const finding of findings) {
    if (choice.rules !== undefined && !choice.rules.has(finding.rule)) continue;
    const fix = chooseFix(finding.fixes(), choice);
    if (fix === undefined || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => collides(taken, edit.span))) continue;
    edits.push(...fix.edits);
    for (const edit of fix.edits) taken.splice(placeIn(taken, edit.span), 0, edit.span);
    applied.push({ rule: finding.rule, action: fix.action, title: fix.title });
  }
  return { edits, applied };
}

function chooseFix(fixes: readonly Fix[], choice: FixChoice): Fix | undefined {
  if (choice.action !== undefined) return fixes.find((fix) => fix.action === choice.action);
  const safe = fixes.filter((fix) => fix.safety === 'safe');
  return safe.find((fix) => fix.preferred === true) ?? safe[0];
}

/**
 * Tells whether a span shares a character with one of the sorted, disjoint `taken`, or touches one: two insertions at one
 * place could be the same insertion twice.
 */
function collides(taken: readonly Span[], span: Span): boolean {
  const index = placeIn(taken, span);
  const before = taken[index - 1];
  const after = taken[index];
  return (before !== undefined && before.end >= span.start) || (after !== undefined && after.start <= span.end);
}

/** Index at which a span belongs in a list sorted by start. */
function placeIn(taken: readonly Span[], span: Span): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
