import { blocksHolding } from '../syntax/blocks-holding.js';
import { absolute, type Cst } from '../syntax/cst.js';
import { lineAt, type Snapshot } from '../text/snapshot.js';
import type { Span } from '../text/span.js';

/** One name in one `; inf-disable-…` comment. */
export interface Suppression {
  /** The rule, or the number of InfVerif, as written. */
  readonly name: string;
  /** Document span of the name in the comment. */
  readonly span: Span;
  readonly form: 'next-line' | 'line' | 'file';
}

/** All suppressions of a document, ready to be asked. */
export interface Suppressions {
  readonly all: readonly Suppression[];
  /** Those that hide a finding of a rule, with its InfVerif number where it has one, at a document offset. */
  hiding(rule: string, infverif: number | undefined, offset: number): readonly Suppression[];
}

/** What every suppressing comment holds. */
const MARK = 'inf-disable-';
const FORM = /^;[ \t]*inf-disable-(next-line|line|file)(?=[ \t]|$)/;
const NAME = /[A-Za-z0-9-]+/y;
const WHOLE_FILE = -1;

/**
 * Reads the suppressions of a document: `; inf-disable-next-line rule, other-rule -- reason`, and the same with `-line`
 * and `-file`; in place of a rule an InfVerif number may stand. A comment that names none suppresses nothing. An entry that is continued over several physical lines
 * counts as one line.
 */
export function findSuppressions(cst: Cst): Suppressions {
  const all: Suppression[] = [];
  const places = new Map<string, Suppression[]>();
  const comments = suppressingComments(cst);
  const entries = comments.length === 0 ? [] : entriesOf(cst);
  for (const { text, at, form, from } of comments) {
    const line = coveredLine(cst.snapshot, entries, at, form);
    for (const inner of ruleNames(text, from)) {
      const name = text.slice(inner.start, inner.end);
      const one = { name, span: { start: at.start + inner.start, end: at.start + inner.end }, form };
      all.push(one);
      const key = `${name}:${line}`;
      places.set(key, [...(places.get(key) ?? []), one]);
    }
  }
  return {
    all,
    hiding(rule, infverif, offset) {
      const line = firstLineAt(cst.snapshot, entries, offset);
      const names = infverif === undefined ? [rule] : [rule, String(infverif)];
      const keys = names.flatMap((name) => [`${name}:${line}`, `${name}:${WHOLE_FILE}`]);
      return keys.flatMap((key) => places.get(key) ?? []);
    },
  };
}

interface SuppressingComment {
  readonly text: string;
  readonly at: Span;
  readonly form: Suppression['form'];
  /** Offset in `text` behind the form, where the rule names begin. */
  readonly from: number;
}

function suppressingComments(cst: Cst): readonly SuppressingComment[] {
  const found: SuppressingComment[] = [];
  for (const placed of blocksHolding(cst, MARK)) {
    for (const comment of placed.block.comments) {
      const text = placed.block.text.slice(comment.start, comment.end);
      const match = FORM.exec(text);
      if (match === null) continue;
      const form = match[1] === 'next-line' || match[1] === 'line' ? match[1] : 'file';
      found.push({ text, at: absolute(placed, comment), form, from: match[0].length });
    }
  }
  return found;
}

/** Spans, inside the comment, of the names between the form and `--`. */
function ruleNames(text: string, from: number): readonly Span[] {
  const names: Span[] = [];
  let at = from;
  while (at < text.length && !text.startsWith('--', at)) {
    NAME.lastIndex = at;
    const length = NAME.exec(text)?.[0].length ?? 0;
    if (length > 0) names.push({ start: at, end: at + length });
    at += Math.max(1, length);
  }
  return names;
}

/** Document spans of all headers and lines, in file order. */
function entriesOf(cst: Cst): readonly Span[] {
  return cst.blocks.flatMap((placed) => [
    ...(placed.block.header === undefined ? [] : [absolute(placed, placed.block.header.span)]),
    ...placed.block.lines.map((line) => absolute(placed, line.span)),
  ]);
}

/** 0-based first line of what a comment covers, or `WHOLE_FILE`. */
function coveredLine(snapshot: Snapshot, entries: readonly Span[], comment: Span, form: Suppression['form']): number {
  if (form === 'file') return WHOLE_FILE;
  const own = lineAt(snapshot, comment.start);
  const from = form === 'line' ? (snapshot.lineStarts[own] ?? 0) : comment.end;
  const until = form === 'line' ? (snapshot.lineStarts[own + 1] ?? snapshot.text.length + 1) : snapshot.text.length + 1;
  const entry = entries[firstEndingAfter(entries, from)];
  if (entry !== undefined && entry.start < until) return lineAt(snapshot, entry.start);
  return form === 'line' ? own : own + 1;
}

/** 0-based first line of the entry at an offset; the offset's own line where no entry stands. */
function firstLineAt(snapshot: Snapshot, entries: readonly Span[], offset: number): number {
  const entry = entries[firstEndingAfter(entries, offset - 1)];
  return lineAt(snapshot, entry !== undefined && entry.start <= offset ? entry.start : offset);
}

/** Index of the first entry that ends after `offset`. */
function firstEndingAfter(entries: readonly Span[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
