import { fold } from '../language/fold.js';
import type { Analysis } from '../plan/analysis.js';
import internalError from '../rules/internal-error.js';
import type { Rule } from '../rules/rule.js';
import unusedSuppression from '../rules/unused-suppression.js';
import { renderFinding, severityOf, worstSeverity } from './render.js';
import { findSuppressions, type Suppression } from './suppressions.js';
import type { Finding, Settings } from './types.js';

/** Rules of which something can be reported: neither switched off, nor without a message for the mode. */
export function rulesInUse(rules: readonly Rule[], settings: Settings): readonly Rule[] {
  return rules.filter((rule) => !isSilent(rule, settings));
}

/**
 * Runs rules one per step: yields before each, returns the findings sorted by position and then by rule. A file that is
 * no driver INF has none. A rule that throws becomes a finding of `internal-error`; the others go on.
 * @param rules those of `rulesInUse`
 */
export function* runRules(
  analysis: Analysis,
  rules: readonly Rule[],
  settings: Settings,
): Generator<undefined, readonly Finding[]> {
  if (analysis.model.fileKind !== 'driver' || isOnlySigned(analysis.model)) return [];
  const found: Finding[] = [];
  const completed = new Set<Rule>();
  for (const rule of rules) {
    yield undefined;
    if (runRule(rule, analysis, settings, found)) completed.add(rule);
  }
  return withoutSuppressed(analysis, found, completed, settings).sort(byPlace);
}

/** A [Version] with its Signature and nothing else: a driver INF that has just begun, or a file that is none at all. */
function isOnlySigned({ sections }: Analysis['model']): boolean {
  // Lines are made when they are asked for: the first section that says more ends the search.
  const other = sections.find(({ folded, lines }) => folded !== 'version' && lines.length > 0);
  const version = sections.find(({ folded }) => folded === 'version');
  if (other !== undefined || version === undefined || version.lines.length === 0) return false;
  return version.lines.every(({ line }) => fold(line.key?.value ?? '') === 'signature');
}

function isSilent(rule: Rule, { rules, mode }: Settings): boolean {
  const set = Object.hasOwn(rules, rule.name) ? rules[rule.name] : undefined;
  return (set ?? worstSeverity(rule, mode)) === 'off';
}

/** Adds the findings of one rule; false when it threw. */
function runRule(rule: Rule, analysis: Analysis, settings: Settings, found: Finding[]): boolean {
  try {
    for (const raw of rule.check({ analysis })) {
      const finding = renderFinding(rule, raw, settings);
      if (finding !== undefined) found.push(finding);
    }
    return true;
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const raw = {
      span: { start: 0, end: 0 },
      messageId: 'failed',
      arguments: { rule: rule.name, reason },
      extras: {},
    };
    const finding = renderFinding(internalError, raw, settings);
    if (finding !== undefined) found.push(finding);
    return false;
  }
}

function withoutSuppressed(
  analysis: Analysis,
  found: readonly Finding[],
  completed: ReadonlySet<Rule>,
  settings: Settings,
): Finding[] {
  const suppressions = findSuppressions(analysis.model.cst);
  if (suppressions.all.length === 0) return [...found];
  const used = new Set<Suppression>();
  const kept = found.filter((finding) => {
    const hiding = suppressions.hiding(finding.rule, finding.infverif, finding.span.start);
    for (const suppression of hiding) used.add(suppression);
    return hiding.length === 0;
  });
  return [...kept, ...unusedOnes(suppressions.all, used, completed, settings)];
}

const PLACES: Readonly<Record<Suppression['form'], string>> = {
  'next-line': 'on the next line',
  line: 'on this line',
  file: 'in this file',
};

/** Suppressions of rules, and of numbers of rules, that ran to their end and found nothing there. */
function unusedOnes(
  suppressions: readonly Suppression[],
  used: ReadonlySet<Suppression>,
  completed: ReadonlySet<Rule>,
  settings: Settings,
): readonly Finding[] {
  if (!completed.has(unusedSuppression) || severityOf(unusedSuppression, 'unused', settings) === 'off') return [];
  const rules = new Set([...completed].filter((rule) => rule !== unusedSuppression).map(({ name }) => name));
  const numbers = numbersOf(completed, settings);
  return suppressions.flatMap((one) => {
    const isNumber = numbers.has(one.name);
    if (used.has(one) || (!isNumber && !rules.has(one.name))) return [];
    const where = PLACES[one.form];
    const message = isNumber
      ? { messageId: 'unusedNumber', arguments: { number: one.name, where } }
      : { messageId: 'unused', arguments: { rule: one.name, where } };
    const raw = { span: one.span, ...message, extras: { tags: ['unnecessary'] as const } };
    return renderFinding(unusedSuppression, raw, settings) ?? [];
  });
}

/** The InfVerif numbers that the rules report in the mode. */
function numbersOf(rules: ReadonlySet<Rule>, settings: Settings): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const rule of rules) {
    for (const [id, { infverif }] of Object.entries(rule.messages)) {
      if (infverif !== undefined && severityOf(rule, id, settings) !== 'off') numbers.add(String(infverif));
    }
  }
  return numbers;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    compare(a.rule, b.rule) ||
    a.span.end - b.span.end ||
    compare(a.messageId, b.messageId) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
