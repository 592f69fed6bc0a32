const MAX_UNSIGNED = 0xffffffff;
const MAX_MAGNITUDE = 10;

/**
 * Reads a number as SetupGetIntField does: an optional sign, then `0x` and hexadecimal digits or decimal digits, and
 * nothing else. Answers it as an unsigned 32-bit number, `undefined` when it cannot be read or does not fit.
 */
export function readNumber(text: string): number | undefined {
  const match = /^([+-]?)(?:0[xX]([0-9a-fA-F]+)|([0-9]+))$/.exec(text);
  if (match === null) return undefined;
  const [, sign, hex, decimal] = match;
  const digits = (hex ?? decimal ?? '').replace(/^0+/, '');
  if (digits.length > MAX_MAGNITUDE) return undefined;
  const magnitude = digits === '' ? 0 : Number.parseInt(digits, hex === undefined ? 10 : 16);
  if (magnitude > MAX_UNSIGNED) return undefined;
  return sign === '-' ? (magnitude === 0 ? 0 : MAX_UNSIGNED + 1 - magnitude) : magnitude;
}
