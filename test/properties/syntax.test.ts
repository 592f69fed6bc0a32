import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAsSetupApi } from '../../server/src/model/setupapi-reading.js';
import { contextAt, lineAtOffset } from '../../server/src/syntax/context.js';
import type { Cst } from '../../server/src/syntax/cst.js';
import { parse } from '../../server/src/syntax/parse.js';
import { percentTokens, valueOffsets } from '../../server/src/syntax/percent.js';
import { TOKEN_SIZE } from '../../server/src/syntax/scan.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { applyEdits } from '../../server/src/text/span.js';

const PIECES = [
  '[A]',
  '[A',
  ']',
  '[',
  '=',
  ',',
  ';',
  '"',
  '""',
  '\\',
  '%',
  '%%',
  '%a%',
  '\r\n',
  '\n',
  '\r',
  ' ',
  '\t',
  '\u00a0',
  '\\\r\n',
  '\\ ; c\r\n',
  '\u001a',
  '\0',
  '[Strings]\r\n',
  'a=b',
  'HKR,,x',
  '"x;y"',
  'é',
  '😀',
  '\ud800',
  '[Version]\r\nSignature=$CHICAGO$\r\n',
];

/** Text that is full of what means something, and any text. */
const texts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 60 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 100 }) },
);

const fresh = (text: string): Cst => parse(createSnapshot('file:///a.inf', 1, text)).cst;

/** A tree as plain values, without its snapshot. */
function plain({ blocks, refusal, end }: Cst): unknown {
  return {
    refusal,
    end,
    blocks: blocks.map(({ block, start, index }) => ({
      start,
      index,
      text: block.text,
      tokens: [...block.tokens],
      header: block.header,
      comments: block.comments,
      problems: block.problems,
      lines: block.lines.map(({ span, key, equals, fields }) => ({
        span,
        equals,
        fields: [key, ...fields].map((field) => field && [field.span, field.value, field.quoted]),
      })),
    })),
  };
}

suite('laws of the syntax tree', () => {
  test('blocks tile the text, and tokens the blocks', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { block, start } of fresh(text).blocks) {
          assert.equal(start, at);
          let inner = 0;
          for (let i = 0; i < block.tokens.length; i += TOKEN_SIZE) {
            assert.equal(block.tokens[i + 1], inner);
            inner = block.tokens[i + 2] ?? -1;
            assert.ok(inner > (block.tokens[i + 1] ?? 0));
          }
          assert.equal(inner, block.text.length);
          at += inner;
        }
        assert.equal(at, text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('an incremental tree equals a fresh one', () => {
    const edits = fc.array(fc.record({ at: fc.nat(), length: fc.nat(8), newText: fc.constantFrom('', ...PIECES) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(texts, edits, (text, changes) => {
        let current = text;
        let { cache } = parse(createSnapshot('file:///a.inf', 1, current));
        for (const [version, { at, length, newText }] of changes.entries()) {
          const start = at % (current.length + 1);
          current = applyEdits(current, [{ span: { start, end: Math.min(current.length, start + length) }, newText }]);
          const next = parse(createSnapshot('file:///a.inf', version + 2, current), cache);
          assert.deepEqual(plain(next.cst), plain(fresh(current)));
          cache = next.cache;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('lines and fields lie in order inside their block; values are spelt by their spans', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { block } of fresh(text).blocks) {
          let at = 0;
          for (const line of block.lines) {
            assert.ok(line.span.start >= at && line.span.end >= line.span.start && line.span.end <= block.text.length);
            for (const field of line.key ? [line.key, ...line.fields] : line.fields) {
              assert.ok(
                field.span.start >= at && field.span.end >= field.span.start && field.span.end <= line.span.end,
              );
              at = field.span.end;
              const spelt = valueOffsets(block, field)
                .map((offset) => block.text.charAt(offset))
                .join('');
              assert.equal(spelt.replaceAll('\0', ' '), field.value);
              for (const { span } of percentTokens(block, field)) {
                assert.ok(span.start >= field.span.start && span.end <= field.span.end);
                assert.equal(block.text[span.start], '%');
                assert.equal(block.text[span.end - 1], '%');
              }
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every place has a context; a field is found from inside itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cst = fresh(text);
        for (let offset = 0; offset <= text.length; offset++) contextAt(cst, offset);
        for (const placed of cst.blocks) {
          for (const line of placed.block.lines) {
            for (const [index, field] of line.fields.entries()) {
              const context = contextAt(cst, placed.start + field.span.start);
              assert.equal(context.line, line);
              assert.equal(context.fieldIndex, index);
              assert.equal(context.where, 'field');
              assert.equal(lineAtOffset(cst, placed.start + field.span.end)?.line, line);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("SetupAPI's reading never fails, and names each section once", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const answer = readAsSetupApi(fresh(text));
        if (!answer.ok) {
          assert.ok(answer.refusal.code > 0);
          return;
        }
        const names = answer.reading.sections.map(({ name }) => name.toLowerCase());
        assert.equal(new Set(names).size, names.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('time grows no faster than the text', () => {
    for (const piece of ['\\ ', '"', '""', '%', ',', '[', ' ', '\\', ';', '=', 'a"b\\', '[A]', '\r']) {
      const text = `[A]\nk=${piece.repeat(100_000)}`;
      const started = process.cpuUsage().user;
      const cst = fresh(text);
      for (const { block } of cst.blocks)
        for (const { fields } of block.lines) for (const { value } of fields) assert.ok(value.length >= 0);
      assert.ok(process.cpuUsage().user - started < 2_000_000, `${JSON.stringify(piece)} takes too long`);
    }
  });
});
