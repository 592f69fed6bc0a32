import assert from 'node:assert/strict';
import { absolute, textOf, type Block, type Cst } from '../../server/src/syntax/cst.js';
import { parse } from '../../server/src/syntax/parse.js';
import { TOKEN, TOKEN_SIZE } from '../../server/src/syntax/scan.js';
import { createSnapshot } from '../../server/src/text/snapshot.js';
import { parseText } from './reading.js';

const NAMES = new Map<number, string>(Object.entries(TOKEN).map(([name, kind]) => [kind, name]));

/** The tokens of a block as text: `headerOpen "["`. */
function dump(block: Block | undefined): readonly string[] {
  assert.ok(block);
  const shown: string[] = [];
  for (let i = 0; i < block.tokens.length; i += TOKEN_SIZE) {
    const text = block.text.slice(block.tokens[i + 1], block.tokens[i + 2]);
    shown.push(`${NAMES.get(block.tokens[i] ?? -1) ?? '?'} ${JSON.stringify(text)}`);
  }
  return shown;
}

/** The problems of a text: kind and marked text. */
function problems(text: string): readonly string[] {
  const cst = parseText(text);
  return cst.blocks.flatMap((placed) =>
    placed.block.problems.map(({ kind, span }) => {
      const place = absolute(placed, span);
      return `${kind} ${JSON.stringify(text.slice(place.start, place.end))}`;
    }),
  );
}

suite('tokens', () => {
  test('of a header and an entry', () => {
    assert.deepEqual(dump(parseText(' [A B] x ;c\r\nk="v;w" \\ ; d\r\n  , a \\ b = c\n').blocks[1]?.block), [
      'blank " "',
      'headerOpen "["',
      'headerName "A B"',
      'headerClose "]"',
      'blank " "',
      'headerRest "x"',
      'blank " "',
      'comment ";c"',
      'newline "\\r\\n"',
      'text "k"',
      'equals "="',
      'quoted "\\"v;w\\""',
      'blank " "',
      'continuation "\\\\ "',
      'comment "; d"',
      'joint "\\r\\n"',
      'blank "  "',
      'comma ","',
      'blank " "',
      'text "a"',
      'blank " "',
      'text "\\\\ b"',
      'blank " "',
      'text "="',
      'blank " "',
      'text "c"',
      'newline "\\n"',
    ]);
  });
  test('before the first header and behind Ctrl+Z', () => {
    const { blocks } = parseText(' x y ;c\r\n[A\r\nk\u001a[B]\r\n');
    assert.deepEqual(dump(blocks[0]?.block), [
      'blank " "',
      'stray "x y"',
      'blank " "',
      'comment ";c"',
      'newline "\\r\\n"',
    ]);
    assert.deepEqual(dump(blocks[1]?.block), [
      'headerOpen "["',
      'headerName "A"',
      'newline "\\r\\n"',
      'text "k"',
      'unread "\\u001a[B]\\r\\n"',
    ]);
    assert.equal(blocks.length, 2);
  });
});

suite('blocks', () => {
  test('tile the text; comments above a header belong to the block before it', () => {
    const text = '; top\r\n[A]\r\nk=\\\r\n[B]\r\n; about C\r\n  [C] ; c\r\n[A]\r\nk=\\\r\n[B]\r\n; about C\r\n';
    const { blocks } = parseText(text);
    assert.deepEqual(
      blocks.map(({ block, start }) => [start, block.text, block.header?.name]),
      [
        [0, '; top\r\n', undefined],
        [7, '[A]\r\nk=\\\r\n[B]\r\n; about C\r\n', 'A'],
        [33, '  [C] ; c\r\n', 'C'],
        [44, '[A]\r\nk=\\\r\n[B]\r\n; about C\r\n', 'A'],
      ],
    );
  });
  test('an empty document has one empty block', () => {
    const cst = parseText('');
    assert.equal(cst.blocks.length, 1);
    assert.equal(cst.blocks[0]?.block.header, undefined);
    assert.equal(cst.end, 0);
  });
  test('unchanged ones are reused, gone ones forgotten', () => {
    const first = parse(createSnapshot('a', 1, '[A]\nk=1\n[B]\nk=2\n'));
    const second = parse(createSnapshot('a', 2, '[A]\nk=1\n[B]\nk=3\n'), first.cache);
    assert.equal(second.cst.blocks[1]?.block, first.cst.blocks[1]?.block);
    assert.notEqual(second.cst.blocks[2]?.block, first.cst.blocks[2]?.block);
    const moved = parse(createSnapshot('a', 3, '; c\n[B]\nk=3\n[A]\nk=1\n[C]\n'), second.cache);
    const blockNamed = (cst: Cst, name: string): Block | undefined =>
      cst.blocks.find(({ block }) => block.header?.name === name)?.block;
    assert.ok(blockNamed(moved.cst, 'A'));
    assert.equal(blockNamed(moved.cst, 'A'), blockNamed(second.cst, 'A'));
    assert.equal(blockNamed(moved.cst, 'B'), blockNamed(second.cst, 'B'));
  });
  test('edits that change where the blocks around them end', () => {
    const before = '[A]\nk=1\n[B]\nk=2\n[C]\nk=3\n';
    const edits = [
      '[A]\nk=1\\\n[B]\nk=2\n[C]\nk=3\n', // swallows the header [B]
      '[A]\nk=1\n[B]\nk=2\\\n[C]\nk=3\n', // swallows the last header
      '[A]\nk=1\u001a\n[B]\nk=2\n[C]\nk=3\n', // ends the file
      '[A]\nk=1[B]\nk=2\n[C]\nk=3\n', // joins the lines
      '[A]\nk=1\nB]\nk=2\n[C]\nk=3\n', // no header any more
      '[A]\nk=1\n[C]\nk=3\n', // a section less
      '[A]\nk=1\n[B]\nk=2\n[B]\nk=2\n[C]\nk=3\n', // a section twice
      '[A]\nk=1\n[B]\nk=2\n[C]\nk=3\nj=4\n', // a longer end
      'x[A]\nk=1\n[B]\nk=2\n[C]\nk=3\n', // text before the first section
      '',
    ];
    const places = (cst: Cst): unknown => [
      cst.end,
      cst.blocks.map(({ block, start, index }) => [block.text, start, index]),
    ];
    for (const after of edits) {
      const { cache } = parse(createSnapshot('a', 1, before));
      const changed = parse(createSnapshot('a', 2, after), cache);
      assert.deepEqual(places(changed.cst), places(parseText(after)), JSON.stringify(after));
      const back = parse(createSnapshot('a', 3, before), changed.cache);
      assert.deepEqual(places(back.cst), places(parseText(before)), `back from ${JSON.stringify(after)}`);
    }
  });
  test('the header of a block', () => {
    const block = parseText('x\n [ A ]\n').blocks[1]?.block;
    assert.ok(block?.header);
    assert.equal(textOf(block, block.header.span), '[ A ]');
    assert.equal(textOf(block, block.header.nameSpan), ' A ');
    assert.equal(block.header.closed, true);
    const open = parseText('[ A  \nk').blocks[1]?.block.header;
    assert.deepEqual([open?.name, open?.closed], [' A', false]);
  });
});

suite('lines', () => {
  const block = parseText('[A]\r\n ; only a comment\r\n  AddReg = "X" Y , Z;c\r\na,,\\\r\n, \r\n=\r\n\\\r\n').blocks[1]
    ?.block;
  test('spans of keys, values and lines', () => {
    assert.ok(block);
    const [first] = block.lines;
    assert.ok(first?.key);
    assert.equal(textOf(block, first.span), 'AddReg = "X" Y , Z');
    assert.equal(textOf(block, first.key.span), 'AddReg');
    assert.equal(block.text[first.equals], '=');
    assert.deepEqual(
      first.fields.map((field) => [textOf(block, field.span), field.value, field.quoted]),
      [
        ['"X" Y', 'X Y', true],
        ['Z', 'Z', false],
      ],
    );
    assert.deepEqual(
      block.comments.map((comment) => textOf(block, comment)),
      ['; only a comment', ';c'],
    );
  });
  test('empty values stand where one would be typed', () => {
    assert.ok(block);
    const places = block.lines.slice(1).map(({ key, fields }) =>
      (key ? [key, ...fields] : fields)
        .filter(({ value }) => value === '')
        .map(({ span }) => {
          assert.equal(span.start, span.end);
          return `${block.text.slice(0, span.start).split('\r\n').at(-1) ?? ''}<>${block.text.slice(span.start).split('\r\n')[0] ?? ''}`;
        }),
    );
    assert.deepEqual(places, [['a,<>,\\', 'a,,<>\\', ', <>'], ['<>=', '=<>'], ['<>\\']]);
  });
});

suite('problems', () => {
  test('of headers', () => {
    assert.deepEqual(problems('a b ; c\n[A] x ; c\n [B  \n[]\n'), [
      'text-before-first-section "a b"',
      'text-after-header "x"',
      'unclosed-header "[B"',
    ]);
    assert.deepEqual(problems(`[${'n'.repeat(256)}]\n`), [`section-name-too-long "${'n'.repeat(256)}"`]);
  });
  test('of quotes', () => {
    assert.deepEqual(problems('[A]\r\nk="a\r\nj="b""\r\n"k"="""",""\r\n'), [
      'unterminated-quote "\\"a"',
      'unterminated-quote "\\"b\\"\\""',
    ]);
  });
  test('of continuations', () => {
    assert.deepEqual(problems('[A]\nk=a \\\n'), ['continuation-at-end "\\\\"']);
    assert.deepEqual(problems('[A]\nk=a,\\ ; c'), ['continuation-at-end "\\\\"']);
    assert.deepEqual(problems('[A]\nk=a,\\\n \\\u001a'), ['continuation-at-end "\\\\"']);
    assert.deepEqual(problems('[A]\nk=a,\\\n b\nj=\\\n\n'), []);
  });
  test('of control characters: once a run, none behind Ctrl+Z', () => {
    assert.deepEqual(problems('[A]\nk=\u0001\u0002\t\r\n;\u001b\u0003\u001a\u0004'), [
      'control-character "\\u0001"',
      'control-character "\\u001b"',
    ]);
  });
  test('of long fields', () => {
    assert.deepEqual(problems(`[A]\nk="${'v'.repeat(4095)}"`), []);
    assert.deepEqual(problems(`[A]\nk=v,"${'v'.repeat(4096)}"`), [
      `field-too-long ${JSON.stringify(`"${'v'.repeat(4096)}"`)}`,
    ]);
  });
});
