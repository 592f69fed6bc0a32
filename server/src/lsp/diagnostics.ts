import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { diagnosticOf, SOURCE } from '../features/diagnostic.js';
import type { ClientProfile } from './client-profile.js';
import { type CheckResult, LARGEST_TEXT } from './session.js';

/** What a client shows for a result. A client that shows no related places is not sent any. */
export function diagnosticsOf({ document, findings, isTooLarge }: CheckResult, profile: ClientProfile): Diagnostic[] {
  if (isTooLarge) return [tooLarge()];
  return findings
    .map((finding) => (profile.showsRelatedPlaces ? finding : { ...finding, related: [] }))
    .map((finding) => diagnosticOf(document.snapshot, finding));
}

/** Stands in place of all findings of a text that is too large to check. */
function tooLarge(): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message: `The file is not checked: it has more than ${LARGEST_TEXT / 1_000_000} million characters.`,
  };
}
