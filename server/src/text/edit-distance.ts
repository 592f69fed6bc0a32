/**
 * Number of insertions, deletions, replacements and swaps of neighbours that make `a` into `b`; `limit + 1` when it takes
 * more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell(a, b, i, j, row, previous, beforePrevious));
    if (Math.min(...row) > limit) return limit + 1;
    beforePrevious = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}

function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  row: number[],
  previous: number[],
  beforePrevious: number[],
): number {
  const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
  let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
  if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
    best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
  }
  return best;
}
