import { printable } from './columns.js';
import type { Paint } from './paint.js';

/** Unchanged lines shown around a change. */
const CONTEXT = 3;

/** With more changed lines than this the middle is shown as one replacement: nobody reads it line by line. */
const MOST_CHANGES = 2000;

type Step = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/**
 * The change from `before` to `after` as a unified diff, empty when nothing changed. Line ends are not shown; a line of
 * which only the line end differs counts as changed.
 */
export function lineDiff(file: string, before: string, after: string, paint: Paint): string {
  if (before === after) return '';
  const steps = diffLines(linesOf(before), linesOf(after));
  const hunks = hunksOf(steps).map((range) => hunkText(steps, range, paint));
  return `${paint('heading', `--- ${file}\n+++ ${file} (fixed)`)}\n${hunks.join('')}`;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function diffLines(before: readonly string[], after: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [
    ...before.slice(0, head).map((text) => ({ kind: 'same' as const, text })),
    ...diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map((text) => ({ kind: 'same' as const, text })),
  ];
}

/** Myers' shortest edit script: the furthest-reaching path for each number of changes, then the way back. */
function diffMiddle(before: readonly string[], after: readonly string[]): readonly Step[] {
  const trace: Map<number, number>[] = [];
  let reach = new Map([[1, 0]]);
  for (let changes = 0; changes <= Math.min(before.length + after.length, MOST_CHANGES); changes++) {
    trace.push(reach);
    const next = new Map<number, number>();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = startOf(reach, diagonal, changes);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return wayBack(trace, before, after);
    }
    reach = next;
  }
  return [
    ...before.map((text) => ({ kind: 'removed' as const, text })),
    ...after.map((text) => ({ kind: 'added' as const, text })),
  ];
}

function goesDown(reach: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  return (
    diagonal === -changes || (diagonal !== changes && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1))
  );
}

function startOf(reach: ReadonlyMap<number, number>, diagonal: number, changes: number): number {
  return goesDown(reach, diagonal, changes) ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
}

function wayBack(
  trace: readonly ReadonlyMap<number, number>[],
  before: readonly string[],
  after: readonly string[],
): readonly Step[] {
  const steps: Step[] = [];
  let x = before.length;
  let y = after.length;
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const reach = trace[changes] ?? new Map<number, number>();
    const down = goesDown(reach, x - y, changes);
    const fromX = changes === 0 ? 0 : (reach.get(down ? x - y + 1 : x - y - 1) ?? 0);
    const fromY = changes === 0 ? 0 : fromX - (down ? x - y + 1 : x - y - 1);
    while (x > fromX && y > fromY) {
      steps.push({ kind: 'same', text: before[--x] ?? '' });
      y--;
    }
    if (changes > 0)
      steps.push(down ? { kind: 'added', text: after[--y] ?? '' } : { kind: 'removed', text: before[--x] ?? '' });
  }
  return steps.reverse();
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Stretches of steps around the changes; those that touch are one. */
function hunksOf(steps: readonly Step[]): readonly Range[] {
  const hunks: Range[] = [];
  steps.forEach((step, index) => {
    if (step.kind === 'same') return;
    const range = { start: Math.max(0, index - CONTEXT), end: Math.min(steps.length, index + CONTEXT + 1) };
    const last = hunks.at(-1);
    if (last !== undefined && last.end >= range.start) hunks[hunks.length - 1] = { start: last.start, end: range.end };
    else hunks.push(range);
  });
  return hunks;
}

const SIGNS = { same: ' ', removed: '-', added: '+' } as const;

function hunkText(steps: readonly Step[], range: Range, paint: Paint): string {
  const lead = steps.slice(0, range.start);
  const inside = steps.slice(range.start, range.end);
  const where = (side: 'removed' | 'added', sign: string): string => {
    const start = lead.filter((step) => step.kind === 'same' || step.kind === side).length;
    const length = inside.filter((step) => step.kind === 'same' || step.kind === side).length;
    return `${sign}${String(length === 0 ? start : start + 1)},${String(length)}`;
  };
  const lines = inside.map((step) => {
    const line = `${SIGNS[step.kind]}${printable(step.text.replace(/[\r\n]+$/, ''))}`;
    return step.kind === 'same' ? line : paint(step.kind, line);
  });
  return `${paint('place', `@@ ${where('removed', '-')} ${where('added', '+')} @@`)}\n${lines.join('\n')}\n`;
}
