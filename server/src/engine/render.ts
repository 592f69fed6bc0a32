import { infVerifCodes, type Mode } from '../language/infverif.js';
import type { RawFinding, Rule } from '../rules/rule.js';
import type { Finding, Fix, Settings, Severity } from './types.js';

/** Longest piece of the user's text that a message quotes; the rest is cut and marked with an ellipsis. */
const LONGEST_QUOTE = 160;

/** Fills the placeholders of a message template: `{name}` becomes `args.name`, shortened and on one line. */
export function renderMessage(template: string, args: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : quotable(String(value));
  });
}

function quotable(text: string): string {
  let flat = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    flat += code < 32 || code === 127 ? ' ' : character;
    if (flat.length > LONGEST_QUOTE) return `${flat.slice(0, LONGEST_QUOTE)}…`;
  }
  return flat;
}

/**
 * Severity of a message under the settings; `off` when it is not to be reported. A severity that somebody set for a rule
 * is that of the messages which the mode knows; where it knows none of them, it brings all of them into the mode.
 */
export function severityOf(rule: Rule, messageId: string, settings: Settings): Severity | 'off' {
  const own = defaultSeverity(rule, messageId, settings.mode);
  const set = Object.hasOwn(settings.rules, rule.name) ? settings.rules[rule.name] : undefined;
  if (set === undefined) return own;
  return own === 'off' && worstSeverity(rule, settings.mode) !== 'off' ? 'off' : set;
}

/** Severity of a message in a mode when nobody set another. A code that InfVerif does not report in the mode is `off`. */
export function defaultSeverity(rule: Rule, messageId: string, mode: Mode): Severity | 'off' {
  const message = rule.messages[messageId];
  const stated = message?.severity ?? rule.severity;
  if (typeof stated === 'object') return stated[mode];
  if (stated !== 'by-mode') return stated;
  const level = infVerifCodes[message?.infverif ?? 0]?.levels[mode] ?? 'warning';
  return level === 'none' ? 'off' : level;
}

const SERIOUSNESS: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

/** The most serious severity that a rule's messages have in a mode. */
export function worstSeverity(rule: Rule, mode: Mode): Severity | 'off' {
  const found = new Set(Object.keys(rule.messages).map((id) => defaultSeverity(rule, id, mode)));
  return SERIOUSNESS.find((severity) => found.has(severity)) ?? 'off';
}

/** Turns what a rule states into a finding; `undefined` when the settings say `off`. */
export function renderFinding(rule: Rule, raw: RawFinding, settings: Settings): Finding | undefined {
  const severity = severityOf(rule, raw.messageId, settings);
  if (severity === 'off') return undefined;
  const template = rule.messages[raw.messageId];
  return {
    rule: rule.name,
    messageId: raw.messageId,
    severity,
    message: renderMessage(template?.text ?? raw.messageId, raw.arguments),
    infverif: template?.infverif,
    span: raw.span,
    related: raw.extras.related ?? [],
    tags: raw.extras.tags ?? [],
    fixes: guarded(raw.extras.fixes),
  };
}

/** A fix that cannot be computed is no fix: the finding stays, and nobody's editor breaks. */
function guarded(fixes: (() => readonly Fix[]) | undefined): () => readonly Fix[] {
  if (fixes === undefined) return () => [];
  return () => {
    try {
      return fixes();
    } catch {
      return [];
    }
  };
}
