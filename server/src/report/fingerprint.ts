import type { Finding } from '../engine/types.js';
import { lineAt, type Snapshot } from '../text/snapshot.js';
import { lineText } from './code-frame.js';

/** Longest text of a line that identifies a finding, in UTF-16 units. */
const LONGEST_LINE = 300;

/** What tells one finding of a file from another, whatever stands above it: no line number is part of it. */
export interface Identity {
  readonly rule: string;
  readonly messageId: string;
  /** The line on which the finding begins, with single blanks and none at its ends. */
  readonly line: string;
}

/** What identifies a finding over changes elsewhere in the file. Findings that say the same of equal lines share it. */
export function identityOf(snapshot: Snapshot, { rule, messageId, span }: Finding): Identity {
  const text = lineText(snapshot, lineAt(snapshot, span.start));
  return { rule, messageId, line: text.slice(0, LONGEST_LINE).replace(/\s+/g, ' ').trim() };
}

/** The identity as one text, for maps. */
export function identityKey({ rule, messageId, line }: Identity): string {
  return `${rule}\n${messageId}\n${line}`;
}

/** One fingerprint for each finding: 16 hexadecimal digits, a colon, and the how-many-eth of its kind in the file it is. */
export function fingerprints(snapshot: Snapshot, findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = identityKey(identityOf(snapshot, finding));
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${hash(key, 0x811c9dc5)}${hash(key, 0x01000193)}:${String(count)}`;
  });
}

/** FNV-1a over UTF-16 units from a given start, as 8 hexadecimal digits. */
function hash(text: string, start: number): string {
  let value = start;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
