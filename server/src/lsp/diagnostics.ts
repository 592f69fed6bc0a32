import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit as ProtocolEdit,
} from 'vscode-languageserver/node';
import type { Finding, Severity } from '../engine/types.js';
import { rulePage } from '../language/project.js';
import { offsetAt, placeAt, type Snapshot } from '../text/snapshot.js';
import type { Span, TextEdit } from '../text/span.js';

/** Shown before the rule's name in lists of problems. */
export const SOURCE = 'windows-inf';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

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

/** A finding's sentence with InfVerif's number, where there is one. */
export function messageOf({ message, infverif }: Finding): string {
  return infverif === undefined ? message : `${message} (InfVerif ${infverif})`;
}

/** A finding in the protocol's form, with a link to the page of its rule. */
export function diagnosticOf(snapshot: Snapshot, finding: Finding, showsRelatedPlaces: boolean): Diagnostic {
  const related = finding.related.map(({ span, message }) => ({
    location: { uri: snapshot.uri, range: rangeOf(snapshot, span) },
    message,
  }));
  return {
    range: rangeOf(snapshot, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    source: SOURCE,
    message: messageOf(finding),
    ...(finding.tags.length > 0 ? { tags: finding.tags.map((tag) => TAGS[tag]) } : {}),
    ...(showsRelatedPlaces && related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** Stands in place of all findings of a text that is too large to check. */
export function tooLargeDiagnostic(characters: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message: `The file is not checked: it has more than ${characters / 1_000_000} million characters.`,
  };
}
