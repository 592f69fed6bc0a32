import { byteOffsets } from './byte-offsets.js';
import { decodeAs, markLength, type Decoded } from './decode.js';
import { createEncoder } from './encode.js';
import { applyEdits, type TextEdit } from './span.js';

/** New bytes of a file, or one sentence saying why they cannot be made. */
export type EncodedEdits =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

/**
 * Applies edits of a text to the bytes it was decoded from. Bytes outside the edits stay as they are, whatever they
 * hold; new text is written in the file's own encoding.
 * @param decoded what `decode` made of `bytes`
 * @param edits spans in `decoded.text`; must not overlap (`applyEdits` says how insertions at one place are ordered)
 * @throws RangeError when two edits overlap or one lies outside the text (a bug of the caller)
 */
export function encodeEdits(bytes: Uint8Array, decoded: Decoded, edits: readonly TextEdit[]): EncodedEdits {
  const wanted = applyEdits(decoded.text, edits);
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const bounds = byteOffsets(
    bytes,
    decoded,
    sorted.flatMap(({ span }) => [span.start, span.end]),
  );
  const encode = createEncoder(decoded.encoding);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [index, { newText }] of sorted.entries()) {
    const start = bounds[2 * index];
    const end = bounds[2 * index + 1];
    if (start === undefined || end === undefined)
      return { ok: false, reason: 'An edit begins or ends inside a character.' };
    const encoded = encode(newText);
    if (!(encoded instanceof Uint8Array)) return { ok: false, reason: unwritable(encoded.character, encoded.encoding) };
    parts.push(bytes.subarray(at, start), encoded);
    at = end;
  }
  const result = concatenate([...parts, bytes.subarray(at)]);
  const read = decodeAs(result.subarray(decoded.hasBom ? markLength(decoded.encoding) : 0), decoded.encoding);
  if (read !== wanted)
    return { ok: false, reason: `The edited text cannot be written in the file's encoding, ${decoded.encoding}.` };
  return { ok: true, bytes: result };
}

function unwritable(character: string, encoding: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `The character '${character}' (U+${code}) cannot be written in the file's encoding, ${encoding}.`;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
