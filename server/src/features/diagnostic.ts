import type { Diagnostic, DiagnosticTag, Range, TextEdit as ProtocolEdit } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../engine/types.js';
import { rulePage } from '../language/project.js';
import { offsetAt, placeAt, type Snapshot } from '../text/snapshot.js';
import type { Span, TextEdit } from '../text/span.js';

/** Shown before the rule's name in lists of problems. */
export const SOURCE = 'windows-inf';

/** Numbers of the protocol's DiagnosticSeverity. */
const SEVERITIES = { error: 1, warning: 2, info: 3, hint: 4 } as const satisfies Record<
  Severity,
  Diagnostic['severity']
>;

/** Numbers of the protocol's DiagnosticTag. */
const TAGS = { unnecessary: 1, deprecated: 2 } as const satisfies Record<string, DiagnosticTag>;

/** Offsets to 0-based lines and UTF-16 characters. */
export function rangeOf(snapshot: Snapshot, { start, end }: Span): Range {
  return { start: placeAt(snapshot, start), end: placeAt(snapshot, end) };
}

/** 0-based lines and UTF-16 characters to offsets; places outside the text move to its nearest end. */
export function spanOf(snapshot: Snapshot, { start, end }: Range): Span {
  const from = offsetAt(snapshot, start);
  return { start: from, end: Math.max(from, offsetAt(snapshot, end)) };
}

/** One edit in the protocol's form. */
export function protocolEdit(snapshot: Snapshot, edit: TextEdit): ProtocolEdit {
  return { range: rangeOf(snapshot, edit.span), newText: edit.newText };
}

/** A finding in the protocol's form: InfVerif's number ends its message, and a link leads to the page of its rule. */
export function diagnosticOf(snapshot: Snapshot, finding: Finding): Diagnostic {
  const { rule, message, infverif, related, tags } = finding;
  return {
    range: rangeOf(snapshot, finding.span),
    severity: SEVERITIES[finding.severity],
    code: rule,
    codeDescription: { href: rulePage(rule) },
    source: SOURCE,
    message: infverif === undefined ? message : `${message} (InfVerif ${infverif})`,
    ...(tags.length > 0 ? { tags: tags.map((tag) => TAGS[tag]) } : {}),
    ...(related.length > 0 ? { relatedInformation: related.map((place) => relatedOf(snapshot, place)) } : {}),
  };
}

function relatedOf(
  snapshot: Snapshot,
  { span, message }: Finding['related'][number],
): { location: { uri: string; range: Range }; message: string } {
  return { location: { uri: snapshot.uri, range: rangeOf(snapshot, span) }, message };
}
