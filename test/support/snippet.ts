import { dedent } from './dedent.js';

export { dedent } from './dedent.js';
export { driver, PCI_DEVICE, USB_DEVICE, type DriverOptions } from './driver.js';

/** A test's INF text: indentation removed, CR LF line ends, `<|>` and `<|…|>` markers taken out. */
export interface Snippet {
  readonly text: string;
  /** Offset of `<|>`, or of the start of `<|…|>`; `undefined` when the text has no marker. */
  readonly cursor: number | undefined;
  /** The range between `<|` and `|>`. */
  readonly range: { readonly start: number; readonly end: number } | undefined;
}

/** Reads a snippet with its markers. */
export function readSnippet(template: string): Snippet {
  const text = dedent(template).replace(/\n/g, '\r\n');
  const start = text.indexOf('<|');
  if (start < 0) return { text, cursor: undefined, range: undefined };
  if (text.startsWith('<|>', start)) {
    return { text: text.slice(0, start) + text.slice(start + 3), cursor: start, range: { start, end: start } };
  }
  const close = text.indexOf('|>', start + 2);
  if (close < 0) throw new Error('the snippet opens a range with <| but does not close it with |>');
  const inner = text.slice(start + 2, close);
  const range = { start, end: start + inner.length };
  return { text: text.slice(0, start) + inner + text.slice(close + 2), cursor: start, range };
}
