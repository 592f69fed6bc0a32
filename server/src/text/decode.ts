/** Text of a file, and what is needed to write it back. */
export interface Decoded {
  /** Without byte order mark. */
  readonly text: string;
  /** Label for TextDecoder: `utf-16le`, `utf-16be`, `utf-8` or the code page that was asked for. */
  readonly encoding: string;
  readonly hasBom: boolean;
}

/** Code page that is used where an unknown one is named. */
const DEFAULT_CODE_PAGE = 'windows-1252';

/** Bytes that are looked at to tell UTF-16 without a byte order mark. */
const SAMPLE = 4096;

/**
 * Turns the bytes of a file into text: by its byte order mark, else UTF-16 where every other byte is zero, else UTF-8
 * where that is valid, else the code page. Never throws. Source: install/general-guidelines-for-inf-files.md
 * @param codePage label for TextDecoder, such as `windows-1252` or `shift_jis`; see `isCodePage`
 */
export function decode(bytes: Uint8Array, codePage: string): Decoded {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined)
    return { text: decodeAs(bytes.subarray(markLength(marked)), marked), encoding: marked, hasBom: true };
  const wide = encodingByZeros(bytes);
  if (wide !== undefined) return { text: decodeAs(bytes, wide), encoding: wide, hasBom: false };
  const strict = decodeStrictUtf8(bytes);
  if (strict !== undefined) return { text: strict, encoding: 'utf-8', hasBom: false };
  const encoding = isCodePage(codePage) ? codePage : DEFAULT_CODE_PAGE;
  return { text: decodeAs(bytes, encoding), encoding, hasBom: false };
}

/** Tells whether a label names an encoding in which an ANSI file can be read. */
export function isCodePage(label: string): boolean {
  try {
    return !new TextDecoder(label).encoding.startsWith('utf-16');
  } catch {
    return false;
  }
}

/** Decodes bytes that hold no byte order mark; what the encoding does not know becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const text = decoder.decode(bytes);
  return decoder.encoding === 'windows-1252' ? repairWindows1252(text) : text;
}

/** What windows-1252 has at 0x80 to 0x9F; see https://encoding.spec.whatwg.org/index-windows-1252.txt */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Some versions of Node decode windows-1252 as if it were Latin-1; this sets right what they get wrong. */
function repairWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

/** Length in bytes of the byte order mark of an encoding. */
export function markLength(encoding: string): number {
  return encoding === 'utf-8' ? 3 : 2;
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/**
 * INF files consist of ASCII for the most part, so that UTF-16 shows in zeros at one half of the places and hardly any
 * at the other. A binary file has them at both.
 */
function encodingByZeros(bytes: Uint8Array): string | undefined {
  const pairs = Math.min(bytes.length, SAMPLE) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  const many = pairs * 0.3;
  const few = pairs * 0.05;
  if (odd > many && even <= few) return 'utf-16le';
  return even > many && odd <= few ? 'utf-16be' : undefined;
}

function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
