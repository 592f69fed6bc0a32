import type { Finding } from '../engine/types.js';
import { placeAt, type Snapshot } from '../text/snapshot.js';
import type { Span } from '../text/span.js';

/** A stretch of text as reports state it: lines and columns 1-based, columns in UTF-16 units, the end exclusive. */
export interface ReportPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Offsets of a document to 1-based lines and columns. */
export function reportPlace(snapshot: Snapshot, span: Span): ReportPlace {
  const start = placeAt(snapshot, span.start);
  const end = placeAt(snapshot, span.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** `some-rule (InfVerif 1203)`, or the rule alone where InfVerif has no number for it. */
export function ruleLabel({ rule, infverif }: Finding): string {
  return infverif === undefined ? rule : `${rule} (InfVerif ${infverif})`;
}
