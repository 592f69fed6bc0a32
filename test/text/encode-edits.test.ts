import assert from 'node:assert/strict';
import { decode } from '../../server/src/text/decode.js';
import { encodeEdits } from '../../server/src/text/encode-edits.js';
import type { TextEdit } from '../../server/src/text/span.js';

const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
const replace = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

/** Bytes after the edits, as hex; or why there are none. */
function edited(bytes: readonly number[], codePage: string, ...edits: readonly TextEdit[]): string {
  const source = Uint8Array.from(bytes);
  const result = encodeEdits(source, decode(source, codePage), edits);
  return result.ok ? Buffer.from(result.bytes).toString('hex') : result.reason;
}

suite('encodeEdits', () => {
  test('UTF-16 in both byte orders, mark kept', () => {
    assert.equal(edited([0xff, 0xfe, 0x41, 0, 0x42, 0], 'windows-1252', replace(1, 2, 'é€')), 'fffe4100e900ac20');
    assert.equal(
      edited([0xfe, 0xff, 0, 0x41, 0, 0x42], 'windows-1252', insert(0, 'C'), insert(2, '😀')),
      'feff004300410042d83dde00',
    );
    assert.equal(edited([0x41, 0, 0x42, 0], 'windows-1252', insert(1, 'é')), '4100e9004200');
  });
  test('UTF-8 with and without mark', () => {
    assert.equal(edited([0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0x41], 'windows-1252', insert(1, '€')), 'efbbbfc3a9e282ac41');
    assert.equal(
      edited([0xc3, 0xa9, 0x0a, 0xc3, 0xa9, 0x41], 'windows-1252', replace(2, 3, ''), insert(4, 'z')),
      'c3a90a417a',
    );
  });
  test('code pages of one byte', () => {
    assert.equal(edited([0xe9, 0x0a, 0x80], 'windows-1252', insert(0, '€'), insert(3, '’')), '80e90a8092');
    assert.equal(edited([0xca, 0xf6], 'windows-1251', insert(1, 'Я')), 'cadff6');
  });
  test('code pages of two bytes', () => {
    assert.equal(
      edited([0x83, 0x68, 0x41, 0x83, 0x89], 'shift_jis', replace(1, 2, 'ラ'), insert(3, '¥')),
      "The character '¥' (U+00A5) cannot be written in the file's encoding, shift_jis.",
    );
    assert.equal(
      edited([0x83, 0x68, 0x41, 0x83, 0x89], 'shift_jis', replace(1, 2, 'ラ'), insert(3, 'ｱ')),
      '836883898389b1',
    );
    assert.equal(edited([0xc4, 0xe3, 0x0a, 0xba, 0xc3], 'gbk', insert(2, '好')), 'c4e30abac3bac3');
  });
  test('bytes outside the edits are kept, even those that mean nothing', () => {
    assert.equal(
      edited([0xef, 0xbb, 0xbf, 0xff, 0x41, 0xc3, 0x42], 'windows-1252', replace(1, 2, 'x')),
      'efbbbfff78c342',
    );
    assert.equal(edited([0x81, 0xff, 0x41], 'shift_jis', insert(3, 'b')), '81ff4162');
  });
  test('what an encoding cannot write is said', () => {
    assert.equal(
      edited([0xe9], 'windows-1252', insert(0, 'Я')),
      "The character 'Я' (U+042F) cannot be written in the file's encoding, windows-1252.",
    );
    assert.match(edited([0x41], 'windows-1252', insert(0, '\ud800')), /U\+D800/);
  });
  test('an edit inside a character is refused', () => {
    assert.equal(
      edited([0xef, 0xbb, 0xbf, 0xf0, 0x9f, 0x98, 0x80], 'windows-1252', insert(1, 'x')),
      'An edit begins or ends inside a character.',
    );
  });
  test('no edits, empty files', () => {
    assert.equal(edited([0xff, 0xfe, 0x41, 0], 'windows-1252'), 'fffe4100');
    assert.equal(edited([], 'windows-1252', insert(0, 'a')), '61');
  });
  test('edits that overlap are a bug of the caller', () => {
    assert.throws(() => edited([0x41, 0x42, 0x43], 'windows-1252', replace(0, 2, ''), replace(1, 3, '')), RangeError);
  });
});
