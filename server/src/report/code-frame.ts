import { placeAt, type Snapshot } from '../text/snapshot.js';
import type { Span } from '../text/span.js';
import { columnsOf, printable } from './columns.js';
import type { Paint, PaintStyle } from './paint.js';

/** Most terminal columns of source that a frame shows; longer lines are cut around the marked text. */
const WIDEST = 120;

/** UTF-16 units kept before the marked text of a cut line. */
const LEAD = 40;

/**
 * Shows the first line of a span with the marked text underlined, as lines without line ends:
 *
 *       12 │ HKR,Parameters,DmaRemapingCompatible,0x00010001,1
 *          │                ^^^^^^^^^^^^^^^^^^^^^
 *
 * Line numbers are 1-based. A span over several lines is underlined to the end of its first one.
 */
export function codeFrame(snapshot: Snapshot, marked: Span, style: PaintStyle, paint: Paint): readonly string[] {
  const place = placeAt(snapshot, marked.start);
  const number = String(place.line + 1);
  const whole = lineText(snapshot, place.line);
  const end = Math.min(whole.length, place.character + Math.max(0, marked.end - marked.start));
  const { before, inside, after } = cut(whole, place.character, end);
  const lead = printable(before);
  const both = printable(before + inside);
  const width = Math.max(1, columnsOf(both) - columnsOf(lead));
  const gutter = paint('dim', `${' '.repeat(number.length)} │`);
  const source = printable(before + inside + after);
  return [
    `${paint('dim', `${number} │`)} ${source}`.trimEnd(),
    `${gutter} ${' '.repeat(columnsOf(lead))}${paint(style, '^'.repeat(width))}`,
  ];
}

/** Text of a 0-based line without its line end. */
export function lineText(snapshot: Snapshot, line: number): string {
  const start = snapshot.lineStarts[line] ?? snapshot.text.length;
  let end = snapshot.lineStarts[line + 1] ?? snapshot.text.length;
  while (end > start && '\r\n'.includes(snapshot.text.charAt(end - 1))) end--;
  return snapshot.text.slice(start, end);
}

/** Splits a line at the marked text and shortens what is too long to show, with `…` where something was left out. */
function cut(line: string, start: number, end: number): { before: string; inside: string; after: string } {
  const whole = { before: line.slice(0, start), inside: line.slice(start, end), after: line.slice(end) };
  if (line.length <= WIDEST) return whole;
  const before = start > LEAD ? `…${line.slice(start - LEAD, start)}` : whole.before;
  const inside = whole.inside.slice(0, WIDEST - before.length);
  if (inside.length < whole.inside.length) return { before, inside, after: '…' };
  const room = Math.max(0, WIDEST - before.length - inside.length);
  const after = whole.after.length > room ? `${whole.after.slice(0, room)}…` : whole.after;
  return { before, inside, after };
}
