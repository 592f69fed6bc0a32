/** Codes of the characters that mean something to the INF syntax. */
export const CHAR = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  controlZ: 26,
  space: 32,
  quote: 34,
  percent: 37,
  comma: 44,
  semicolon: 59,
  equals: 61,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
} as const;

/** What SetupAPI skips around names and values. A carriage return alone is a blank, too; a line feed is none. */
export function isBlank(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13 && code !== CHAR.lineFeed);
  return code >= 0x85 && isWideBlank(code);
}

function isWideBlank(code: number): boolean {
  if (code < 0x1680) return code === 0xa0 || code === 0x85;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return code === 0x3000 || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x1680;
}

/** Length of the line end at `at`: 1 for LF, 2 for CR LF, 0 for anything else (a CR alone ends no line). */
export function lineEndLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === CHAR.lineFeed) return 1;
  return code === CHAR.carriageReturn && text.charCodeAt(at + 1) === CHAR.lineFeed ? 2 : 0;
}

/** Offset of the line end at or after `at`, before the CR of a CR LF; at most `limit`. */
export function endOfLine(text: string, at: number, limit: number): number {
  let end = text.indexOf('\n', at);
  if (end < 0 || end > limit) end = limit;
  else if (end > at && text.charCodeAt(end - 1) === CHAR.carriageReturn) end--;
  return end;
}

/** First offset at or after `at` that holds no blank; at most `limit`. */
export function skipBlanks(text: string, at: number, limit: number): number {
  while (at < limit && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/**
 * Looks whether the backslash at `at` continues its line: only blanks, further backslashes and a comment may follow up
 * to the end of the line or of the file. Answers where that run of blanks and backslashes ends: `end` when it does not
 * continue the line, the negative `~end` when it does.
 */
export function backslashRun(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code !== CHAR.backslash && !isBlank(code)) {
      return code === CHAR.lineFeed || code === CHAR.semicolon ? ~end : end;
    }
    end++;
  }
  return ~end;
}
