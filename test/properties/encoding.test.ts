import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, decodeAs, markLength } from '../../server/src/text/decode.js';
import { encodeEdits } from '../../server/src/text/encode-edits.js';
import { applyEdits, type TextEdit } from '../../server/src/text/span.js';

const CODE_PAGES = ['windows-1252', 'windows-1251', 'windows-874', 'shift_jis', 'gbk', 'big5', 'euc-kr'];
const MARKS: readonly (readonly number[])[] = [[], [], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]];

/** Any bytes, most of them ASCII, with or without byte order mark. */
const files = fc
  .tuple(
    fc.constantFrom(...MARKS),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(10, 13, 65, 66, 61, 44) },
        { weight: 1, arbitrary: fc.nat(255) },
      ),
      { maxLength: 60 },
    ),
  )
  .map(([mark, rest]) => Uint8Array.from([...mark, ...rest]));

const newTexts = fc.constantFrom('', 'k = 1\r\n', 'é', 'ラ', 'Я', '好', '😀', '€');

const changes = fc.array(fc.record({ at: fc.nat(), length: fc.nat(5), newText: newTexts }), { maxLength: 3 });

/** Makes edits that do not overlap out of any numbers. */
function editsFor(text: string, raw: readonly { at: number; length: number; newText: string }[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  for (const { at, length, newText } of raw) {
    const start = from + (at % (text.length - from + 1));
    const end = Math.min(text.length, start + length);
    edits.push({ span: { start, end }, newText });
    from = end;
  }
  return edits;
}

suite('laws of decoding and encoding', () => {
  test('edited bytes decode to the edited text; without edits nothing changes', () => {
    let written = 0;
    fc.assert(
      fc.property(files, fc.constantFrom(...CODE_PAGES), changes, (bytes, codePage, raw) => {
        const decoded = decode(bytes, codePage);
        const edits = editsFor(decoded.text, raw);
        const result = encodeEdits(bytes, decoded, edits);
        if (!result.ok) {
          assert.match(result.reason, /^[A-Z].*\.$/s);
          return;
        }
        written++;
        const content = result.bytes.subarray(decoded.hasBom ? markLength(decoded.encoding) : 0);
        assert.equal(decodeAs(content, decoded.encoding), applyEdits(decoded.text, edits));
        if (edits.length === 0) assert.deepEqual(result.bytes, bytes);
      }),
      { numRuns: 300 },
    );
    assert.ok(written > 50, `only ${String(written)} of 300 edits could be written`);
  });

  test('ASCII can be inserted between any two whole lines of any file', () => {
    fc.assert(
      fc.property(files, fc.constantFrom(...CODE_PAGES), (bytes, codePage) => {
        const decoded = decode(bytes, codePage);
        const at = decoded.text.indexOf('\n') + 1;
        const result = encodeEdits(bytes, decoded, [{ span: { start: at, end: at }, newText: 'x=1\r\n' }]);
        if (decoded.encoding.startsWith('utf-16')) return;
        assert.ok(result.ok);
        const start = decoded.hasBom ? 3 : 0;
        const before = bytes.indexOf(10, start) + 1 || start;
        assert.deepEqual(
          [...result.bytes],
          [...bytes.subarray(0, before), ...Buffer.from('x=1\r\n'), ...bytes.subarray(before)],
        );
      }),
      { numRuns: 300 },
    );
  });
});
