import type { Span } from '../text/span.js';
import type { Block, Field } from './cst.js';
import { readValue } from './field-value.js';
import { TOKEN_SIZE } from './scan.js';

/** One `%…%` of a field. Spans are relative to the field's block and include the percent signs. */
export interface PercentToken {
  /** What stands between the percent signs, as SetupAPI reads it; empty for `%%`. */
  readonly name: string;
  readonly span: Span;
  /** `dirid`: digits only, as in `%13%` (SetupAPI asks [Strings] first, even so); `escape`: `%%`. */
  readonly kind: 'string' | 'dirid' | 'escape';
}

/**
 * Replaces the `%tokens%` of a value as SetupAPI does: `%%` becomes one percent sign, a token that `lookup` does not
 * know and a single percent sign stay as written, what `lookup` gives is not expanded again.
 * Source: install/inf-strings-section.md
 * @param lookup value of a token, or `undefined`; is given the name as written
 */
export function expandPercent(value: string, lookup: (name: string) => string | undefined): string {
  let open = value.indexOf('%');
  if (open < 0) return value;
  let result = '';
  let at = 0;
  while (open >= 0) {
    const close = value.indexOf('%', open + 1);
    if (close < 0) break;
    const replacement = close === open + 1 ? '%' : lookup(value.slice(open + 1, close));
    result += value.slice(at, open) + (replacement ?? value.slice(open, close + 1));
    at = close + 1;
    open = value.indexOf('%', at);
  }
  return result + value.slice(at);
}

/** Finds the `%tokens%` of a field in the order of the text, quotes and continuations inside them read through. */
export function percentTokens(block: Block, field: Field): readonly PercentToken[] {
  const { value } = field;
  let open = value.indexOf('%');
  if (open < 0) return [];
  const offsets = valueOffsets(block, field);
  const found: PercentToken[] = [];
  while (open >= 0) {
    const close = value.indexOf('%', open + 1);
    if (close < 0) break;
    const name = value.slice(open + 1, close);
    found.push({ name, span: { start: offsets[open] ?? 0, end: (offsets[close] ?? 0) + 1 }, kind: kindOf(name) });
    open = value.indexOf('%', close + 1);
  }
  return found;
}

function kindOf(name: string): PercentToken['kind'] {
  if (name === '') return 'escape';
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code < 48 || code > 57) return 'string';
  }
  return 'dirid';
}

/**
 * Where each character of a field's value stands in the block: `offsets[i]` is the offset of `field.value[i]`. For
 * `"a""b"` at 4 they are 5, 6, 8.
 */
export function valueOffsets(block: Block, field: Field): readonly number[] {
  const offsets: number[] = [];
  const from = tokenAt(block.tokens, field.span.start);
  let to = from;
  while (to < block.tokens.length && (block.tokens[to + 1] ?? 0) < field.span.end) to += TOKEN_SIZE;
  readValue(block.text, block.tokens, from, to, offsets);
  return offsets;
}

/** Index into `tokens` of the token that holds `offset`; the last token for an offset at or beyond the end. */
export function tokenAt(tokens: Int32Array, offset: number): number {
  let low = 0;
  let high = Math.max(0, tokens.length / TOKEN_SIZE - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tokens[middle * TOKEN_SIZE + 1] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low * TOKEN_SIZE;
}
