import type { Snapshot } from '../text/snapshot.js';
import type { Span } from '../text/span.js';

/**
 * The lossless tree of one document: blocks in file order that tile the text without gaps.
 * A block is one physical section: its header and all that follows up to the next header.
 */
export interface Cst {
  readonly snapshot: Snapshot;
  /** Never empty; block 0 holds the text before the first header (often zero characters). */
  readonly blocks: readonly PlacedBlock[];
  /** What makes SetupAPI refuse the whole file, the first such place only; `undefined` when it opens the file. */
  readonly refusal: Refusal | undefined;
  /** Offset where SetupAPI stops to read: of a Ctrl+Z (U+001A), else the length of the text. */
  readonly end: number;
}

/** Why SetupAPI refuses a file: `code` is its error (0xE0000000…), `span` the place in the document. */
export interface Refusal {
  readonly code: number;
  readonly span: Span;
  readonly reason: 'text-before-first-section' | 'unclosed-header' | 'section-name-too-long';
}

/** A block at its place in a document. Blocks are shared between versions, places are not. */
export interface PlacedBlock {
  readonly block: Block;
  /** Offset of the block's first character in the document. */
  readonly start: number;
  /** Position in `Cst.blocks`. */
  readonly index: number;
}

/**
 * One parsed block. All spans inside are relative to the block's own text. The text is a copy of its own, so that a
 * cached block never keeps an old document alive.
 */
export interface Block {
  readonly text: string;
  /** Tokens that tile `text`: see scanner.ts. */
  readonly tokens: Int32Array;
  /** `undefined` only for block 0. */
  readonly header: Header | undefined;
  /** Entries; blank and comment lines are trivia and not listed. */
  readonly lines: readonly Line[];
  /** Comments from their `;` to the end of their physical line. */
  readonly comments: readonly Span[];
  readonly problems: readonly SyntaxProblem[];
}

/** `[Name]`. The name is taken verbatim up to the first `]`: blanks, quotes, `;` and `%` belong to it. */
export interface Header {
  /** From `[` to `]`, both included: `[Version]`. */
  readonly span: Span;
  /** Between the brackets: `Version`. */
  readonly nameSpan: Span;
  readonly name: string;
  /** False when the `]` is missing (SetupAPI then refuses the file). */
  readonly closed: boolean;
}

/** One logical line (entry); with continuation it stretches over several physical ones. */
export interface Line {
  /** From the first character of the first field to the end of the last: no comment, no outer blanks. */
  readonly span: Span;
  /** What stands before the first `=` outside quotes, if no comma comes first: `AddReg` in `AddReg = X`. */
  readonly key: Field | undefined;
  /** Offset of that `=`, or -1. */
  readonly equals: number;
  /** The values: fields 1…n of SetupAPI. `k` alone has no key here and one field (SetupAPI reports it as its key, too). */
  readonly fields: readonly Field[];
  /** `fields.length`. */
  readonly count: number;
  /**
   * `fields[index]?.value`; like `count` it does not make the fields. For who looks at all lines of a file: of most of
   * them the first values tell that they do not matter.
   */
  valueAt(index: number): string | undefined;
}

/** One value of a line. */
export interface Field {
  /** The text as written, quotes included, outer blanks excluded; zero width for an empty field. */
  readonly span: Span;
  /** As SetupAPI reads it before string substitution: quotes removed, continuation joined, `%tokens%` still in place. */
  readonly value: string;
  /** True when any part of it is quoted. */
  readonly quoted: boolean;
}

/** Something the parser noticed; the rule of the same family turns it into a finding. */
export interface SyntaxProblem {
  readonly kind: SyntaxProblemKind;
  readonly span: Span;
}

export type SyntaxProblemKind =
  | 'unclosed-header'
  | 'text-after-header'
  | 'text-before-first-section'
  | 'unterminated-quote'
  | 'continuation-at-end'
  | 'section-name-too-long'
  | 'field-too-long'
  | 'control-character';

/** A line at its place; the unit in which the model speaks of lines. */
export interface LineRef {
  readonly placed: PlacedBlock;
  readonly line: Line;
}

/** Document span of something inside a placed block. */
export function absolute(placed: PlacedBlock, inner: Span): Span {
  return { start: placed.start + inner.start, end: placed.start + inner.end };
}

/** The text of a relative span as written. */
export function textOf(block: Block, inner: Span): string {
  return block.text.slice(inner.start, inner.end);
}
