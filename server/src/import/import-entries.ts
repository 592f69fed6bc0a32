import type { Finding } from '../engine/types.js';
import { fold } from '../language/fold.js';
import { modes, type Mode } from '../language/infverif.js';
import type { Rule } from '../rules/rule.js';
import type { Cst } from '../syntax/cst.js';
import { lineAt } from '../text/snapshot.js';
import type { LogEntry } from './log-entry.js';
import { placeEntry } from './place-entry.js';

/** Stands for the rule where none of ours answers to a message. */
export const IMPORTED = 'infverif';

/** In which modes to look for our findings: the wanted one, then the others, for a log may be of any. */
export function modesFrom(mode: Mode): readonly Mode[] {
  return [mode, ...(Object.keys(modes) as Mode[]).filter((one) => one !== mode)];
}

/** What is known of the file that a log speaks of. */
export interface ImportTarget {
  readonly cst: Cst;
  /** Our own findings, those of the wanted mode first; the same finding may stand in it several times. */
  readonly findings: readonly Finding[];
  readonly rules: readonly Rule[];
}

/**
 * Turns the messages of a log about one file into findings, sorted by place: where we find the same fault, it is our finding
 * with its exact place, message and fixes, under the log's severity; else the log's own message at the line that it states.
 * SetupAPI tells of what it could not do rather than of a fault: its message stays beside our finding.
 */
export function importEntries(entries: readonly LogEntry[], target: ImportTarget): readonly Finding[] {
  const taken = new Set<string>();
  const findings = entries.flatMap((entry) => {
    const own = bestMatch(entry, target, taken);
    if (own === undefined) return [foreignFinding(entry, target)];
    taken.add(keyOf(own));
    const ours = { ...own, severity: entry.severity };
    return entry.number === undefined ? [foreignFinding(entry, target), ours] : [ours];
  });
  return once(findings).sort((a, b) => a.span.start - b.span.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

function keyOf({ rule, messageId, span }: Finding): string {
  return `${rule} ${messageId} ${String(span.start)} ${String(span.end)}`;
}

/** Several messages of a log may lead to one finding of ours. */
function once(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const key = finding.messageId === IMPORTED ? `${keyOf(finding)} ${finding.message}` : keyOf(finding);
    const known = seen.get(key);
    if (known === undefined || (known.severity !== 'error' && finding.severity === 'error')) seen.set(key, finding);
  }
  return [...seen.values()];
}

/**
 * Our finding of the same fault: the number must agree, or with a text log, which has none, the line. Of several the one on
 * the line, else the one with a related place there, else one whose text the message quotes, else one in the same section,
 * else the only one. One that answered to an earlier message comes last.
 */
function bestMatch(entry: LogEntry, target: ImportTarget, taken: ReadonlySet<string>): Finding | undefined {
  const candidates = candidatesFor(entry, target);
  const ranked = candidates.map((finding) => ({ finding, rank: rankOf(entry, finding, target.cst) }));
  const isLone = new Set(candidates.map(keyOf)).size === 1;
  const good = ranked.filter(({ rank }) => rank > 0 || (isLone && (entry.number ?? entry.like) !== undefined));
  const order = (one: (typeof good)[number]): number => one.rank * 2 + (taken.has(keyOf(one.finding)) ? 0 : 1);
  return good.reduce<(typeof good)[number] | undefined>(
    (best, one) => (best === undefined || order(one) > order(best) ? one : best),
    undefined,
  )?.finding;
}

function candidatesFor(entry: LogEntry, { cst, findings, rules }: ImportTarget): readonly Finding[] {
  const { line, number = entry.like } = entry;
  if (number === undefined) return line === 0 ? [] : findings.filter((one) => covers(cst, one, line));
  const same = findings.filter(({ infverif }) => infverif === number);
  if (same.length > 0) return same;
  const names = new Set(rulesOf(number, rules).map(({ name }) => name));
  return findings.filter((one) => names.has(one.rule) && covers(cst, one, line));
}

function rulesOf(number: number, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ messages }) => Object.values(messages).some(({ infverif }) => infverif === number));
}

function rankOf(entry: LogEntry, finding: Finding, cst: Cst): number {
  const quotes = quotesOf(finding, cst, entry.message);
  if (covers(cst, finding, entry.line)) return quotes ? 5 : 4;
  if (finding.related.some(({ span }) => lineAt(cst.snapshot, span.start) + 1 === entry.line)) return 3;
  if (quotes) return 2;
  return entry.line > 0 && blockOf(cst, finding.span.start) === blockOfLine(cst, entry.line) ? 1 : 0;
}

function covers({ snapshot }: Cst, { span }: Finding, line: number): boolean {
  return lineAt(snapshot, span.start) + 1 <= line && line <= lineAt(snapshot, span.end) + 1;
}

/** Tells whether the message speaks of the very text that the finding marks. */
function quotesOf({ span }: Finding, { snapshot }: Cst, message: string): boolean {
  const marked = fold(snapshot.text.slice(span.start, Math.min(span.end, span.start + 260))).replace(
    /^[[%"]|[\]%"]$/g,
    '',
  );
  return marked.length > 1 && fold(message).includes(marked);
}

function blockOfLine(cst: Cst, line: number): number {
  return blockOf(cst, cst.snapshot.lineStarts[line - 1] ?? cst.snapshot.text.length);
}

/** Index of the last block that begins at or before an offset. */
function blockOf({ blocks }: Cst, offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function foreignFinding(entry: LogEntry, { cst, rules }: ImportTarget): Finding {
  const { number, severity, message, tool } = entry;
  return {
    rule: (number === undefined ? undefined : rulesOf(number, rules)[0]?.name) ?? IMPORTED,
    messageId: IMPORTED,
    severity,
    message: `${tool}: ${message === '' ? 'no message' : message}`,
    infverif: number,
    span: placeEntry(cst, entry),
    related: [],
    tags: [],
    fixes: () => [],
  };
}
