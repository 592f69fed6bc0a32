import { markLength, type Decoded } from './decode.js';

const LF = 10;

/**
 * Finds where text offsets stand in the bytes a text was decoded from.
 * @param offsets UTF-16 offsets, ascending
 * @returns byte offsets, byte order mark counted; `undefined` for one inside a character of several units
 */
export function byteOffsets(
  bytes: Uint8Array,
  decoded: Decoded,
  offsets: readonly number[],
): readonly (number | undefined)[] {
  const start = decoded.hasBom ? markLength(decoded.encoding) : 0;
  if (decoded.encoding.startsWith('utf-16')) {
    return offsets.map((offset) => Math.min(bytes.length, start + 2 * offset));
  }
  return offsetsByLine(bytes, start, decoded.encoding, offsets);
}

/**
 * Walks line by line, since in no ASCII-based encoding a byte 0x0A is part of a longer character, and byte by byte only
 * where an offset is sought.
 */
function offsetsByLine(
  bytes: Uint8Array,
  start: number,
  encoding: string,
  offsets: readonly number[],
): (number | undefined)[] {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const found: (number | undefined)[] = [];
  let line = start;
  let textStart = 0;
  while (found.length < offsets.length) {
    const lineFeed = bytes.indexOf(LF, line);
    const end = lineFeed < 0 ? bytes.length : lineFeed + 1;
    const content = bytes.subarray(line, end);
    const textEnd = textStart + decoder.decode(content).length;
    const boundaries =
      (offsets[found.length] ?? 0) < textEnd || end === bytes.length ? characterBounds(content, encoding) : [];
    while (found.length < offsets.length && ((offsets[found.length] ?? 0) < textEnd || end === bytes.length)) {
      const inner = boundaries[(offsets[found.length] ?? 0) - textStart];
      found.push(inner === undefined ? undefined : line + inner);
    }
    line = end;
    textStart = textEnd;
  }
  return found;
}

/** Byte offset of each text offset of a line, with one more for its end; holes inside characters of several units. */
function characterBounds(content: Uint8Array, encoding: string): readonly (number | undefined)[] {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const bounds: (number | undefined)[] = [0];
  for (let i = 0; i < content.length; i++) {
    const out = decoder.decode(content.subarray(i, i + 1), { stream: true });
    if (out === '') continue;
    // A broken character shows only when the next one comes: `\uFFFDA` out of the bytes E9 41.
    const endsInAscii = out.length > 1 && out.charCodeAt(out.length - 1) < 128 && (content[i] ?? 0) < 128;
    const holes = out.length - (endsInAscii ? 2 : 1);
    for (let hole = 0; hole < holes; hole++) bounds.push(undefined);
    if (endsInAscii) bounds.push(i);
    bounds.push(i + 1);
  }
  const rest = decoder.decode().length;
  for (let i = 1; i < rest; i++) bounds.push(undefined);
  if (rest > 0) bounds.push(content.length);
  return bounds;
}
