import type { LineRef } from '../../syntax/cst.js';

/** The value met most often, the earlier one where two are met equally often; `undefined` for an empty list. */
export function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  let count = 0;
  for (const [value, times] of counts) {
    if (times > count) [best, count] = [value, times];
  }
  return best;
}

/** Visual width of a text that starts in column 0: a tab goes on to the next multiple of `tab`. */
export function widthOf(text: string, tab: number): number {
  let width = 0;
  for (const character of text) width = character === '\t' ? (Math.floor(width / tab) + 1) * tab : width + 1;
  return width;
}

/**
 * The blanks that lead from visual column `from` to column `to`: tabs where the file uses tabs, else spaces; at least
 * `least` where the column has been passed already.
 */
export function padding(from: number, to: number, tabs: number | undefined, least: string): string {
  if (to < from || (to === from && least.length > 0)) return least;
  if (tabs === undefined) return ' '.repeat(to - from);
  return '\t'.repeat(Math.ceil((to - from) / tabs));
}

/** An entry `Key = value` as written: `indent` and `before` precede the key and the `=`, `after` follows the `=`. */
export interface KeyedSample {
  readonly indent: string;
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** The blanks between the start of the physical line and an offset of a block; empty if anything else stands there. */
export function indentBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  const before = text[start - 1];
  return before === undefined || before === '\n' || before === '\r' ? text.slice(start, offset) : '';
}

/** Reads the layout of those lines that have a key and stand on one physical line up to their first value. */
export function keyedSamples(lines: readonly LineRef[]): readonly KeyedSample[] {
  const samples: KeyedSample[] = [];
  for (const { placed, line } of lines) {
    const value = line.fields[0];
    if (line.key === undefined || line.equals < 0 || value === undefined || value.span.end === value.span.start)
      continue;
    const { text } = placed.block;
    const before = text.slice(line.key.span.end, line.equals);
    const after = text.slice(line.equals + 1, value.span.start);
    if (/[^ \t]/.test(before + after)) continue;
    const key = text.slice(line.key.span.start, line.key.span.end);
    samples.push({ indent: indentBefore(text, line.key.span.start), key, before, after });
  }
  return samples;
}

/** A column in which several lines agree although what stands before it differs in length. */
interface Alignment {
  readonly column: number;
  readonly tab: number;
  readonly count: number;
}

/**
 * The column that at least half of the texts, and at least two, reach with gaps of different widths.
 * `texts` are whole prefixes of lines, `gaps` the blanks at their ends.
 */
export function alignmentOf(texts: readonly string[], gaps: readonly string[]): Alignment | undefined {
  const sizes = texts.some((text) => text.includes('\t')) ? [8, 4] : [8];
  let best: Alignment | undefined;
  for (const tab of sizes) {
    const columns = texts.map((text) => widthOf(text, tab));
    const column = mostCommon(columns);
    if (column === undefined) continue;
    const inColumn = gaps.filter((_, index) => columns[index] === column);
    const aligned = inColumn.length >= 2 && inColumn.length * 2 >= texts.length && new Set(inColumn).size > 1;
    if (aligned && inColumn.length > (best?.count ?? 0)) best = { column, tab, count: inColumn.length };
  }
  return best;
}

/**
 * Writes `key = value` as the neighbours are written: in their `=` column or value column where they have one, with
 * their blanks around `=` otherwise. Without neighbours: one blank on each side.
 */
export function renderKeyed(samples: readonly KeyedSample[], key: string, value: string): string {
  const last = samples.at(-1);
  if (last === undefined) return `${key} = ${value}`;
  const indent = mostCommon(samples.map((sample) => sample.indent)) ?? '';
  const start = indent + key;
  const befores = samples.map((sample) => sample.before);
  const equals = alignmentOf(
    samples.map((s) => s.indent + s.key + s.before),
    befores,
  );
  if (equals !== undefined) {
    const tabs = befores.some((gap) => gap.includes('\t')) ? equals.tab : undefined;
    const before = padding(widthOf(start, equals.tab), equals.column, tabs, befores.includes('') ? '' : ' ');
    return `${start}${before}=${mostCommon(samples.map((sample) => sample.after)) ?? ' '}${value}`;
  }
  const before = gapLike(samples, key, (sample) => sample.before);
  const afters = samples.map((sample) => sample.after);
  const values = alignmentOf(
    samples.map((s) => `${s.indent}${s.key}${s.before}=${s.after}`),
    afters,
  );
  if (values === undefined) return `${start}${before}=${gapLike(samples, key, (sample) => sample.after)}${value}`;
  const tabs = afters.some((gap) => gap.includes('\t')) ? values.tab : undefined;
  const prefix = `${start}${before}=`;
  return prefix + padding(widthOf(prefix, values.tab), values.column, tabs, ' ') + value;
}

/** Writes `key = value` as the only line of a section: with the commonest gaps of the samples, none of them an alignment. */
export function renderAlone(samples: readonly KeyedSample[], key: string, value: string): string {
  const narrow = (gap: string): string => (gap.length > 1 ? ' ' : gap);
  const before = mostCommon(samples.map((sample) => narrow(sample.before))) ?? ' ';
  return `${key}${before}=${mostCommon(samples.map((sample) => narrow(sample.after))) ?? ' '}${value}`;
}

/** The gap used with the same key, else the commonest one, with wide gaps (which are alignment) narrowed to a blank. */
function gapLike(samples: readonly KeyedSample[], key: string, gapOf: (sample: KeyedSample) => string): string {
  const same = samples.filter((sample) => sample.key.toLowerCase() === key.toLowerCase());
  const verbatim = mostCommon(same.map(gapOf));
  if (verbatim !== undefined) return verbatim;
  return mostCommon(samples.map((sample) => (gapOf(sample).length > 1 ? ' ' : gapOf(sample)))) ?? ' ';
}
