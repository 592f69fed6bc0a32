/** A stretch of text in UTF-16 offsets: `start` inclusive, `end` exclusive. Zero width means a place between two characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of `span` by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Makes a span. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** Tells whether `offset` stands inside `outer` or at one of its ends. */
export function touches(outer: Span, offset: number): boolean {
  return outer.start <= offset && offset <= outer.end;
}

/** Moves a span by `by` offsets: how a span inside a block becomes one of the document. */
export function shifted(inner: Span, by: number): Span {
  return { start: inner.start + by, end: inner.end + by };
}

/**
 * Applies edits to a text. Edits must not overlap; their order does not matter; of two insertions at one place the
 * first in the list comes first in the text.
 * @throws RangeError when two edits overlap or one lies outside the text (a bug of the caller).
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of sorted) {
    if (edit.span.start < at || edit.span.end > text.length || edit.span.end < edit.span.start) {
      throw new RangeError(
        `edit ${String(edit.span.start)}-${String(edit.span.end)} overlaps or lies outside the text`,
      );
    }
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
