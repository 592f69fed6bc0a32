/** Columns that a tab advances to in code frames. */
const TAB = 4;

/** Code points that terminals draw two columns wide: East Asian scripts, full-width forms and emoji, roughly. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Terminal columns that a text takes; control characters count as one. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character.codePointAt(0) ?? 0);
  return columns;
}

function widthOf(codePoint: number): number {
  if (codePoint >= 0x300 && codePoint <= 0x36f) return 0;
  return WIDE.some(([first, last]) => codePoint >= first && codePoint <= last) ? 2 : 1;
}

/**
 * A line as a terminal can show it: tabs become blanks up to the next tab stop, other control characters become `␀`-like
 * pictures, so that no file can steer the terminal.
 */
export function printable(text: string): string {
  let result = '';
  let columns = 0;
  for (const character of text) {
    const shown = character === '\t' ? ' '.repeat(TAB - (columns % TAB)) : harmless(character);
    result += shown;
    columns += columnsOf(shown);
  }
  return result;
}

function harmless(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  const unsafe =
    (code >= 0x80 && code < 0xa0) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
  return unsafe ? '\ufffd' : character;
}

/** Pads a text on the right to a number of terminal columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
