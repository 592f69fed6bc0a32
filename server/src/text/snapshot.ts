/** One version of one document; never changes. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Offset of the first character of each line; lines end at LF, CR LF or CR. */
  readonly lineStarts: Uint32Array;
}

/** A place in a document: 0-based line and 0-based UTF-16 character, as in the language server protocol. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/** Makes the snapshot of a text. */
export function createSnapshot(uri: string, version: number, text: string): Snapshot {
  return new LazySnapshot(uri, version, text);
}

/** The lines are sought when somebody asks for one: a check without findings needs none. */
class LazySnapshot implements Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  private knownStarts: Uint32Array | undefined;

  constructor(uri: string, version: number, text: string) {
    this.uri = uri;
    this.version = version;
    this.text = text;
    this.knownStarts = undefined;
  }

  get lineStarts(): Uint32Array {
    return (this.knownStarts ??= findLineStarts(this.text));
  }
}

/** Line ends are sought by `indexOf`, which is several times as fast as a loop over the characters. */
function findLineStarts(text: string): Uint32Array {
  const loneReturns = LONE_RETURN.test(text);
  let starts = new Uint32Array((text.length >> 5) + 16);
  let count = 1;
  for (let end = nextLineEnd(text, 0, loneReturns); end >= 0; end = nextLineEnd(text, end + 1, loneReturns)) {
    if (count === starts.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count++] = end + 1;
  }
  return starts.slice(0, count);
}

const LONE_RETURN = /\r(?!\n)/;

/** Offset of the last character of the first line end at or after `at`; -1 when there is none. */
function nextLineEnd(text: string, at: number, loneReturns: boolean): number {
  if (!loneReturns) return text.indexOf('\n', at);
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) return i;
  }
  return -1;
}

/** 0-based line of an offset; offsets beyond the text count as its end. */
export function lineAt(snapshot: Snapshot, offset: number): number {
  const { lineStarts } = snapshot;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Turns an offset into a place. */
export function placeAt(snapshot: Snapshot, offset: number): Place {
  const clamped = Math.max(0, Math.min(offset, snapshot.text.length));
  const line = lineAt(snapshot, clamped);
  return { line, character: clamped - (snapshot.lineStarts[line] ?? 0) };
}

/** Turns a place into an offset; a character beyond the end of its line counts as the end of that line. */
export function offsetAt(snapshot: Snapshot, place: Place): number {
  const { lineStarts, text } = snapshot;
  if (place.line < 0) return 0;
  const start = lineStarts[place.line];
  if (start === undefined) return text.length;
  let end = lineStarts[place.line + 1] ?? text.length;
  while (end > start && (text.charCodeAt(end - 1) === LF || text.charCodeAt(end - 1) === CR)) end--;
  return Math.min(start + Math.max(0, place.character), end);
}
