import { CHAR } from './characters.js';
import { TOKEN, TOKEN_SIZE } from './scan.js';

/** What all fields of a block are read from. */
export interface FieldSource {
  readonly text: string;
  readonly tokens: Int32Array;
  readonly hasNul: boolean;
}

/**
 * The value of the field whose text reaches from token `first` to token `last` (indexes into `tokens`). Most fields are
 * one token, plain or in quotes, which is cut out as it is.
 */
export function valueOf({ text, tokens, hasNul }: FieldSource, first: number, last: number): string {
  if (first === last && !hasNul) {
    const start = tokens[first + 1] ?? 0;
    const end = tokens[first + 2] ?? 0;
    if (tokens[first] === TOKEN.text) return text.slice(start, end);
    if (text.indexOf('"', start + 1) === end - 1) return text.slice(start + 1, end - 1);
  }
  return readValue(text, tokens, first, last + TOKEN_SIZE);
}

/**
 * Reads the value that a run of tokens spells, as SetupAPI does: quotes removed, `""` inside quotes made one, blanks
 * around a continuation dropped, NUL turned into a blank.
 * @param from index into `tokens` of the first token of the field, `to` that behind its last
 * @param offsets when given, receives the offset in `text` of every character of the value
 */
export function readValue(text: string, tokens: Int32Array, from: number, to: number, offsets?: number[]): string {
  let value = '';
  let blankStart = 0;
  let blankEnd = 0;
  let joined = false;
  const add = (start: number, end: number): void => {
    value += text.slice(start, end);
    if (offsets) for (let i = start; i < end; i++) offsets.push(i);
  };
  for (let i = from; i < to; i += TOKEN_SIZE) {
    const kind = tokens[i] ?? 0;
    const start = tokens[i + 1] ?? 0;
    const end = tokens[i + 2] ?? 0;
    if (kind === TOKEN.blank) {
      blankStart = start;
      blankEnd = end;
    } else if (kind === TOKEN.continuation) {
      joined = true;
    } else if (kind === TOKEN.text || kind === TOKEN.quoted) {
      if (!joined) add(blankStart, blankEnd);
      joined = false;
      blankEnd = blankStart;
      if (kind === TOKEN.text) add(start, end);
      else addQuoted(text, start, end, add);
    }
  }
  return value.includes('\0') ? value.replaceAll('\0', ' ') : value;
}

/** Adds the inside of a quoted stretch piece by piece, the first quote of each `""` included, the second left out. */
function addQuoted(text: string, start: number, end: number, add: (start: number, end: number) => void): void {
  const closed = isTerminated(text, start, end);
  const last = closed ? end - 1 : end;
  let at = start + 1;
  while (at < last) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote >= last) {
      add(at, last);
      break;
    }
    add(at, quote + 1);
    at = quote + 2;
  }
  if (!closed && text.charCodeAt(end) === CHAR.carriageReturn) add(end, end + 1);
}

/**
 * Tells whether a quoted token ends with its closing quote: `"a"` and `"a""b"` do, `"a` and `"a""` do not. To SetupAPI
 * an open quote ends before the LF, so that it swallows the CR of a CR LF.
 */
export function isTerminated(text: string, start: number, end: number): boolean {
  let quotes = 0;
  for (let i = end - 1; i > start && text.charCodeAt(i) === CHAR.quote; i--) quotes++;
  return quotes % 2 === 1;
}
