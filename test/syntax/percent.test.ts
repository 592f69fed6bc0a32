import assert from 'node:assert/strict';
import { textOf, type Block } from '../../server/src/syntax/cst.js';
import { expandPercent, percentTokens, valueOffsets } from '../../server/src/syntax/percent.js';
import { parseText } from './reading.js';

function entryOf(entry: string): Block {
  const block = parseText(`[A]\r\n${entry}`).blocks[1]?.block;
  assert.ok(block);
  return block;
}

suite('expandPercent', () => {
  const known = new Map([
    ['x', 'X'],
    ['self', '%self%'],
    ['percent', 'a%%b'],
    ['empty', ''],
  ]);
  const expand = (value: string): string => expandPercent(value, (name) => known.get(name));
  test('replaces what is known and leaves the rest', () => {
    assert.equal(expand('plain'), 'plain');
    assert.equal(expand('a%x%b%y%c%'), 'aXb%y%c%');
    assert.equal(expand('%x%%x%'), 'XX');
    assert.equal(expand('%y%x%'), '%y%x%');
    assert.equal(expand('a%empty%b'), 'ab');
  });
  test('escapes, and values that are not read again', () => {
    assert.equal(expand('%%'), '%');
    assert.equal(expand('%%%'), '%%');
    assert.equal(expand('%%x%%'), '%x%');
    assert.equal(expand('%self%%percent%'), '%self%a%%b');
  });
});

suite('percentTokens', () => {
  function tokensOf(entry: string): readonly string[] {
    const block = entryOf(entry);
    const [line] = block.lines;
    assert.ok(line);
    return (line.key ? [line.key, ...line.fields] : line.fields).flatMap((field) =>
      percentTokens(block, field).map(({ name, span, kind }) => `${kind} ${name} <${textOf(block, span)}>`),
    );
  }
  test('kinds', () => {
    assert.deepEqual(tokensOf('%a% = b%13%%%c%d e%, %, x'), [
      'string a <%a%>',
      'dirid 13 <%13%>',
      'escape  <%%>',
      'string d e <%d e%>',
    ]);
  });
  test('through quotes', () => {
    assert.deepEqual(tokensOf('k="%a%", "x""%b""c%" d%e"f"%'), [
      'string a <%a%>',
      'string b"c <%b""c%>',
      'string ef <%e"f"%>',
    ]);
  });
  test('through continuations and their comments', () => {
    assert.deepEqual(tokensOf('k=%a \\ ; 5% of\r\n  b%'), ['string ab <%a \\ ; 5% of\r\n  b%>']);
  });
});

test('valueOffsets', () => {
  const block = entryOf('k = "a""b" c\\\r\n d');
  const field = block.lines[0]?.fields[0];
  assert.ok(field);
  const offsets = valueOffsets(block, field);
  assert.equal(field.value, 'a"b cd');
  assert.equal(offsets.length, field.value.length);
  assert.equal(offsets.map((offset) => block.text[offset]).join(''), field.value);
  assert.equal(offsets[2], block.text.indexOf('b"'));
});
