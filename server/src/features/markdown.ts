import type { Hover } from 'vscode-languageserver-types';
import { docsUrl } from '../language/docs.js';
import type { PlacedBlock } from '../syntax/cst.js';
import { absolute } from '../syntax/cst.js';
import type { Snapshot } from '../text/snapshot.js';
import { placeAt } from '../text/snapshot.js';
import type { Span } from '../text/span.js';

/** Text as inline code, whatever backticks it holds; an empty text becomes `(empty)`. */
export function code(text: string): string {
  const plain = text.replace(/[\r\n]+/g, ' ');
  if (plain === '') return '(empty)';
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`;
}

/** Text of a file as plain words: characters that Markdown knows are escaped. */
export function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&');
}

/** A link to a page of the documentation, e.g. `install/inf-addreg-directive`, or to a full address. */
export function link(title: string, page: string): string {
  return `[${title}](${docsUrl(page)})`;
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The first `limit` items, and how many more there are: `a, b and 3 more`. */
export function limited(items: readonly string[], limit: number): string {
  const shown = items.slice(0, limit).join(', ');
  return items.length > limit ? `${shown} and ${String(items.length - limit)} more` : shown;
}

/** Paragraphs that are not empty, as a hover over a span of a block. */
export function hoverOf(
  snapshot: Snapshot,
  placed: PlacedBlock,
  inner: Span,
  paragraphs: readonly (string | undefined)[],
): Hover | undefined {
  const value = paragraphs.filter((text) => text !== undefined && text !== '').join('\n\n');
  if (value === '') return undefined;
  const span = absolute(placed, inner);
  return {
    contents: { kind: 'markdown', value },
    range: { start: placeAt(snapshot, span.start), end: placeAt(snapshot, span.end) },
  };
}
