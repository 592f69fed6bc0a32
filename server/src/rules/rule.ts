import type { Mode } from '../language/infverif.js';
import type { Analysis } from '../plan/analysis.js';
import type { Fix, RelatedPlace, Severity } from '../engine/types.js';
import type { Span } from '../text/span.js';

/**
 * Severity of a rule or message: one for all modes, one per mode (`off`: not reported in it), or `by-mode`: what the
 * InfVerif code of the message has in the mode.
 */
export type RuleSeverity = Severity | 'by-mode' | Readonly<Record<Mode, Severity | 'off'>>;

/** Text of one message: `{name}` marks a placeholder. `severity` overrides the rule's own for this message. */
export interface MessageTemplate {
  readonly text: string;
  readonly infverif?: number;
  readonly severity?: RuleSeverity;
}

type PlaceholdersOf<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;

type ArgumentsOf<T extends string> = [PlaceholdersOf<T>] extends [never]
  ? Readonly<Record<string, never>>
  : Readonly<Record<PlaceholdersOf<T>, string | number>>;

/** What a finding may carry besides its place and text. `fixes` is called only when somebody asks. */
export interface FindingExtras {
  readonly related?: readonly RelatedPlace[];
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  readonly fixes?: () => readonly Fix[];
}

/** A finding as a rule states it; the engine adds severity, number and text. */
export interface RawFinding {
  readonly span: Span;
  readonly messageId: string;
  readonly arguments: Readonly<Record<string, string | number>>;
  readonly extras: FindingExtras;
}

type Messages = Readonly<Record<string, MessageTemplate>>;

/** What `check` is given. All spans are document spans. */
export interface RuleContext<M extends Messages> {
  readonly analysis: Analysis;
  readonly finding: <Id extends keyof M & string>(
    span: Span,
    messageId: Id,
    args: ArgumentsOf<M[Id]['text']>,
    extras?: FindingExtras,
  ) => RawFinding;
}

export interface RuleDefinition<M extends Messages> {
  /** File name, page name, configuration key and protocol code in one; names the fault, never the cure. */
  readonly name: string;
  /** One line for lists: what it checks. */
  readonly summary: string;
  readonly severity: RuleSeverity;
  /** `none`, `safe`, `unsafe`: the best safety among the fixes it may attach. */
  readonly fix: 'none' | 'safe' | 'unsafe';
  readonly messages: M;
  check(context: RuleContext<M>): Iterable<RawFinding>;
}

/** A rule with its message types erased, as the engine and the registry hold it. */
export interface Rule {
  readonly name: string;
  readonly summary: string;
  readonly severity: RuleSeverity;
  readonly fix: 'none' | 'safe' | 'unsafe';
  readonly messages: Messages;
  check(context: { readonly analysis: Analysis }): Iterable<RawFinding>;
}

/**
 * Makes a rule. Message ids and placeholder names are inferred from the templates, so a wrong id or a missing argument
 * does not compile.
 */
export function defineRule<const M extends Messages>(definition: RuleDefinition<M>): Rule {
  return {
    name: definition.name,
    summary: definition.summary,
    severity: definition.severity,
    fix: definition.fix,
    messages: definition.messages,
    check: ({ analysis }) =>
      definition.check({
        analysis,
        finding: (span, messageId, args, extras = {}) => ({ span, messageId, arguments: args, extras }),
      }),
  };
}
