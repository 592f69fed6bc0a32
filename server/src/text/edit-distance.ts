/**
 * Number of insertions, deletions, replacements and swaps of neighbours that make `a` into `b`; `limit + 1` when it takes
 * more than `limit`. What both begin and end with is left aside, and of the rest only what `limit` can reach is compared:
 * large files have thousands of names.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  if (start === endA || start === endB) return Math.min(endA - start + endB - start, limit + 1);
  return distanceBetween(a.slice(start, endA), b.slice(start, endB), limit);
}

/** The same of two texts that are not empty. Of each row of the table only the cells near the diagonal are filled. */
function distanceBetween(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, beyond));
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(beyond);
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[0] = Math.min(i, beyond);
    let least = row[0];
    for (let j = from; j <= to; j++) {
      const value = Math.min(cell(a, b, i, j, row, previous, beforePrevious), beyond);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > limit) return beyond;
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length] ?? beyond;
}

function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  row: readonly number[],
  previous: readonly number[],
  beforePrevious: readonly number[],
): number {
  const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
  let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
  if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
    best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
  }
  return best;
}
