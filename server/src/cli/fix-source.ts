import { applyFixes, type AppliedFix, type FixChoice } from '../engine/apply-fixes.js';
import type { Finding } from '../engine/types.js';
import { encodeEdits } from '../text/encode-edits.js';
import { applyEdits } from '../text/span.js';
import type { Source } from './sources.js';
import { failed, type Attempt } from './trouble.js';

/** Bursts of rounds after which fixing stops: no file that settles at all needs that many. */
const MOST_BURSTS = 500;

/** What fixing did to one file. */
export interface FixedSource {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly applied: readonly AppliedFix[];
}

/**
 * Fixes one file until nothing more can be fixed, and writes the edits into its own bytes, so that all that they do not
 * touch stays as it is. `findingsOf` gives the findings that may be fixed in a text.
 */
export function fixSource(
  source: Source,
  findingsOf: (text: string) => readonly Finding[],
  choice: FixChoice,
): Attempt<FixedSource> {
  const applied: AppliedFix[] = [];
  let { bytes } = source;
  let decoded = source.decoded;
  for (let burst = 0; burst < MOST_BURSTS; burst++) {
    const result = applyFixes(decoded.text, findingsOf, choice);
    if (result.edits.length === 0) return { ok: true, value: { bytes, text: decoded.text, applied } };
    for (const edits of result.edits) {
      const encoded = encodeEdits(bytes, decoded, edits);
      if (!encoded.ok) return failed(source.input.file, `${encoded.reason} The file was left as it is.`);
      bytes = encoded.bytes;
      decoded = { ...decoded, text: applyEdits(decoded.text, edits) };
    }
    applied.push(...result.applied);
  }
  return failed(source.input.file, 'The fixes do not come to an end; the file was left as it is. Please report this.');
}
