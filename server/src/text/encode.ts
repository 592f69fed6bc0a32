import { decodeAs } from './decode.js';

/** What could not be written: the first such character and the encoding that lacks it. */
export interface Unwritable {
  readonly character: string;
  readonly encoding: string;
}

/** Writes a text in one encoding, without byte order mark. */
export type Encoder = (text: string) => Uint8Array | Unwritable;

/** Makes the encoder for an encoding that TextDecoder knows. */
export function createEncoder(encoding: string): Encoder {
  if (encoding === 'utf-8') return encodeUtf8;
  if (encoding.startsWith('utf-16')) return (text) => encodeUtf16(text, encoding === 'utf-16le');
  let table: ReadonlyMap<string, readonly number[]> | undefined;
  return (text) =>
    isAscii(text) ? new TextEncoder().encode(text) : encodeByTable(text, encoding, (table ??= inverseTable(encoding)));
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function encodeUtf8(text: string): Uint8Array | Unwritable {
  for (const character of text) {
    if (character.length === 1 && character >= '\ud800' && character <= '\udfff')
      return { character, encoding: 'utf-8' };
  }
  return new TextEncoder().encode(text);
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

function encodeByTable(
  text: string,
  encoding: string,
  table: ReadonlyMap<string, readonly number[]>,
): Uint8Array | Unwritable {
  const bytes: number[] = [];
  for (const character of text) {
    const code = table.get(character);
    if (!code) return { character, encoding };
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}

/**
 * Bytes of each character of a code page, found by decoding every byte and every pair of bytes. Of several spellings the
 * lowest counts.
 */
function inverseTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const leads: number[] = [];
  for (let byte = 0; byte < 256; byte++) {
    const character = decodeAs(Uint8Array.of(byte), encoding);
    if (character === '\ufffd') leads.push(byte);
    else if (!table.has(character)) table.set(character, [byte]);
  }
  for (const lead of leads) addPairs(encoding, lead, table);
  return table;
}

/** Decodes all pairs of one lead byte at once: each followed by a line feed, by which the result is cut again. */
function addPairs(encoding: string, lead: number, table: Map<string, readonly number[]>): void {
  const first = 0x40;
  const bytes: number[] = [];
  for (let trail = first; trail < 256; trail++) bytes.push(lead, trail, 10);
  const characters = decodeAs(Uint8Array.from(bytes), encoding).split('\n');
  for (const [index, character] of characters.entries()) {
    if (isOneCharacter(character) && !table.has(character)) table.set(character, [lead, first + index]);
  }
}

function isOneCharacter(text: string): boolean {
  const code = text.codePointAt(0);
  return code !== undefined && code !== 0xfffd && text.length === (code > 0xffff ? 2 : 1);
}
