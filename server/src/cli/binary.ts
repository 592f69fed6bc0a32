/** First bytes of files that are no text, and what they are. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['MZ', 'a Windows program or driver'],
  ['\x7fELF', 'a Linux program'],
  ['PK\x03\x04', 'a ZIP archive'],
  ['MSCF', 'a cabinet archive'],
  ['Rar!', 'a RAR archive'],
  ["7z\xbc\xaf'\x1c", 'a 7-Zip archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['\x89PNG', 'a PNG picture'],
  ['GIF8', 'a GIF picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['%PDF', 'a PDF document'],
];

/** Characters that are looked at. */
const SAMPLE = 65_536;

/**
 * Tells what a file is when it is no text: by its first bytes, else by its share of control characters. `undefined` for
 * text; a few stray control characters do not make a text binary.
 * @param text the decoded bytes
 */
export function binaryKind(bytes: Uint8Array, text: string): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const controls = countControls(text);
  const known = MAGIC.find(([magic]) => head.startsWith(magic));
  if (known !== undefined && (controls > 0 || known[0].charCodeAt(0) > 0x7e)) return known[1];
  return controls * 50 > Math.min(text.length, SAMPLE) ? 'a binary file' : undefined;
}

function countControls(text: string): number {
  let count = 0;
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const isBlank = (code >= 9 && code <= 13) || code === 0x1a;
    if ((code < 0x20 && !isBlank) || code === 0x7f || code === 0xfffd || code === 0xfffe || code === 0xffff) count++;
  }
  return count;
}
