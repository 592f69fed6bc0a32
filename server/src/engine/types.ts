import type { Mode } from '../language/infverif.js';
import type { Span, TextEdit } from '../text/span.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** How far a fix may be trusted: `safe` keeps meaning and comments, `unsafe` needs a person to choose it. */
export type FixSafety = 'safe' | 'unsafe';

/** One cure of a finding. Edits are document spans and do not overlap. */
export interface Fix {
  /** Stable name for `inf fix --action`, unique within its finding: `set-value-1`, `move-to-service`. */
  readonly action: string;
  /** An imperative that names the change, shown in the menu. */
  readonly title: string;
  readonly safety: FixSafety;
  /** Marks the one that an editor should offer first. */
  readonly preferred?: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to a finding: the other definition, the section that wins. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** One finding in one file, sorted by position and then by rule. */
export interface Finding {
  readonly rule: string;
  readonly messageId: string;
  readonly severity: Severity;
  /** One sentence in the present tense; InfVerif's number is not part of it. */
  readonly message: string;
  /** The number under which Microsoft's InfVerif reports the same fault. */
  readonly infverif: number | undefined;
  /** Document span: the smallest text whose change cures the fault. */
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
  /** Computed on demand. */
  readonly fixes: () => readonly Fix[];
}

/** What people may set: all filled in, frozen. */
export interface Settings {
  /** Severity or `off` per rule name; a rule that is not listed has its own default. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** The set of InfVerif's requirements that decides the severities of its codes. */
  readonly mode: Mode;
  /** The Provider that every INF must state (InfVerif /provider); `undefined`: any. */
  readonly provider: string | undefined;
  /** Code page label for TextDecoder, for files that are neither UTF-16 nor UTF-8. */
  readonly codePage: string;
}
