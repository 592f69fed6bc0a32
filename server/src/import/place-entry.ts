import { fold } from '../language/fold.js';
import { absolute, type Cst } from '../syntax/cst.js';
import type { Span } from '../text/span.js';
import type { LogEntry } from './log-entry.js';

/** Sections in which a fault of these numbers is cured, where InfVerif states no line; else it is [Version]. */
const HOMES: readonly { readonly from: number; readonly to: number; readonly section: RegExp }[] = [
  { from: 1199, to: 1199, section: /^manufacturer$/ },
  { from: 1274, to: 1274, section: /^manufacturer$/ },
  { from: 1287, to: 1288, section: /^manufacturer$/ },
  { from: 1316, to: 1317, section: /^manufacturer$/ },
  { from: 1235, to: 1235, section: /^strings(?:\.|$)/ },
  { from: 1420, to: 1423, section: /^defaultinstall(?:\.|$)/ },
];

/**
 * The document span that a message of a log is about. The line that it states, cut down to a name that it quotes from that
 * line; without a line the header of a section that it names in brackets, else of the section where such faults are cured.
 */
export function placeEntry(cst: Cst, entry: LogEntry): Span {
  return (
    lineSpan(cst, entry) ??
    headerSpan(cst, namedSections(entry.message)) ??
    homeSpan(cst, entry.number ?? 0) ??
    versionSpan(cst) ?? { start: 0, end: firstLineEnd(cst) }
  );
}

function lineSpan({ snapshot }: Cst, { line, message }: LogEntry): Span | undefined {
  const start = line > 0 ? snapshot.lineStarts[line - 1] : undefined;
  if (start === undefined) return undefined;
  const text = snapshot.text.slice(start, snapshot.lineStarts[line] ?? snapshot.text.length);
  for (const name of quotedNames(message)) {
    const at = fold(text).indexOf(fold(name));
    if (at >= 0) return { start: start + at, end: start + at + name.length };
  }
  const trimmed = text.trimEnd();
  const blanks = trimmed.length - trimmed.trimStart().length;
  return { start: start + blanks, end: start + trimmed.length };
}

/** What a message quotes: `'x'`, `"x"`, `[x]`. */
function quotedNames(message: string): readonly string[] {
  return [...message.matchAll(/'([^']{1,260})'|"([^"]{1,260})"|\[([^\]]{1,260})\]/g)].map(
    ([, one = '', two = '', three = '']) => one + two + three,
  );
}

function namedSections(message: string): readonly string[] {
  return [...message.matchAll(/\[([^[\]]{1,260})\]/g)].map(([, name = '']) => fold(name));
}

function headerSpan(cst: Cst, names: readonly string[]): Span | undefined {
  for (const name of names) {
    const found = firstHeader(cst, (own) => own === name);
    if (found) return found;
  }
  return undefined;
}

function homeSpan(cst: Cst, number: number): Span | undefined {
  const home = HOMES.find(({ from, to }) => from <= number && number <= to);
  return home && firstHeader(cst, (name) => home.section.test(name));
}

function versionSpan(cst: Cst): Span | undefined {
  return firstHeader(cst, (name) => name === 'version');
}

function firstHeader(cst: Cst, isWanted: (folded: string) => boolean): Span | undefined {
  for (const placed of cst.blocks) {
    const header = placed.block.header;
    if (header !== undefined && isWanted(fold(header.name))) return absolute(placed, header.span);
  }
  return undefined;
}

function firstLineEnd({ snapshot }: Cst): number {
  const text = snapshot.text.slice(0, snapshot.lineStarts[1] ?? snapshot.text.length);
  return text.trimEnd().length;
}
