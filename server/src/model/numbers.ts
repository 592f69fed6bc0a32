const MAX_UNSIGNED = 0xffffffff;

/**
 * Reads a number as SetupGetIntField does: an optional sign, then `0x` and hexadecimal digits or decimal digits, and
 * nothing else. Answers it as an unsigned 32-bit number, `undefined` when it cannot be read or does not fit.
 */
export function readNumber(text: string): number | undefined {
  const sign = text.charCodeAt(0);
  let at = sign === PLUS || sign === MINUS ? 1 : 0;
  const isHex = text.charCodeAt(at) === ZERO && (text.charCodeAt(at + 1) | LOWER) === SMALL_X;
  if (isHex) at += 2;
  if (at >= text.length) return undefined;
  const base = isHex ? 16 : 10;
  let magnitude = 0;
  for (; at < text.length; at++) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit >= base) return undefined;
    magnitude = magnitude * base + digit;
    if (magnitude > MAX_UNSIGNED) return undefined;
  }
  return sign === MINUS && magnitude !== 0 ? MAX_UNSIGNED + 1 - magnitude : magnitude;
}

/** Value of a digit by its character code; `Infinity` for what is none. */
function digitOf(code: number): number {
  if (code >= ZERO && code < ZERO + 10) return code - ZERO;
  const letter = code | LOWER;
  return letter >= SMALL_A && letter < SMALL_A + 6 ? letter - SMALL_A + 10 : Infinity;
}

const PLUS = 0x2b;
const MINUS = 0x2d;
const ZERO = 0x30;
const SMALL_A = 0x61;
const SMALL_X = 0x78;
/** The bit by which small letters differ from capitals. */
const LOWER = 0x20;
