import assert from 'node:assert/strict';
import { textOf } from '../../server/src/syntax/cst.js';
import { blockAt, contextAt, lineAtOffset } from '../../server/src/syntax/context.js';
import { TOKEN } from '../../server/src/syntax/scan.js';
import { readSnippet } from '../support/snippet.js';
import { parseText } from './reading.js';

/** What stands at `<|>`, in short: `field 1 <Z>`. */
function at(template: string): string {
  const { text, cursor } = readSnippet(template);
  assert.ok(cursor !== undefined);
  const { where, placed, fieldIndex, field, inString, percent } = contextAt(parseText(text), cursor);
  const parts: string[] = [where];
  if (fieldIndex !== undefined) parts.push(String(fieldIndex));
  if (field) parts.push(`<${textOf(placed.block, field.span)}>`);
  if (inString) parts.push('in string');
  if (percent) parts.push(`${percent.kind} ${percent.name}`);
  return parts.join(' ');
}

suite('contextAt', () => {
  test('headers', () => {
    assert.equal(at('[<|>A]'), 'header');
    assert.equal(at('[A<|>]'), 'header');
    assert.equal(at('[A]<|>'), 'header');
    assert.equal(at('<|>[A]'), 'header');
    assert.equal(at('[A<|>'), 'header');
    assert.equal(at('[A] <|> x'), 'headerRest');
    assert.equal(at('[A] ; <|>c\nk=v'), 'comment');
  });
  test('keys and values, their ends included', () => {
    assert.equal(at('[A]\n<|>key = v'), 'key -1 <key>');
    assert.equal(at('[A]\nkey<|> = v'), 'key -1 <key>');
    assert.equal(at('[A]\nkey = <|>v, w'), 'field 0 <v>');
    assert.equal(at('[A]\nkey = v<|>, w'), 'field 0 <v>');
    assert.equal(at('[A]\nkey = v, w w<|>'), 'field 1 <w w>');
    assert.equal(at('[A]\nHKR,<|>,x'), 'field 1 <>');
    assert.equal(at('[A]\nwo<|>rd'), 'field 0 <word>');
    assert.equal(at('[A]\nk=<|>'), 'field 0 <>');
  });
  test('between values, the slot is known', () => {
    assert.equal(at('[A]\nkey <|> = v'), 'between -1 <key>');
    assert.equal(at('[A]\nkey =<|>   v'), 'between 0 <v>');
    assert.equal(at('[A]\nkey = v,  <|> w'), 'between 1 <w>');
    assert.equal(at('[A]\nkey = v  <|>'), 'between 0 <v>');
    assert.equal(at('[A]\nHKR,,   <|>'), 'between 2 <>');
  });
  test('continued lines', () => {
    assert.equal(at('[A]\nkey = v, \\ ; <|>c\n  w'), 'comment');
    assert.equal(at('[A]\nkey = v, \\\n <|> w'), 'between 1 <w>');
    assert.equal(at('[A]\nkey = v, \\\n  w<|>'), 'field 1 <w>');
    assert.equal(at('[A]\nkey = v, \\\n  [w<|>]'), 'field 1 <[w]>');
  });
  test('comments and blank lines', () => {
    assert.equal(at('[A]\nkey = v ;<|>'), 'comment');
    assert.equal(at('[A]\nkey = v <|>; c'), 'between 0 <v>');
    assert.equal(at('[A]\nkey = "v;<|>w"'), 'field 0 <"v;w"> in string');
    assert.equal(at('[A]\nk=v\n<|>\nj=w'), 'blank');
    assert.equal(at('[A]\nk=v\n<|>'), 'blank');
    assert.equal(at('[A]\n  <|>  \nj=w'), 'blank');
    assert.equal(at('<|>'), 'blank');
  });
  test('strings', () => {
    assert.equal(at('[A]\nk = <|>"v"'), 'field 0 <"v">');
    assert.equal(at('[A]\nk = "<|>v"'), 'field 0 <"v"> in string');
    assert.equal(at('[A]\nk = "v"<|>'), 'field 0 <"v">');
    assert.equal(at('[A]\nk = "v<|>\nj=w'), 'field 0 <"v> in string');
  });
  test('tokens', () => {
    assert.equal(at('[A]\nk = a%<|>x%'), 'field 0 <a%x%> string x');
    assert.equal(at('[A]\nk = %x%<|>%13%'), 'field 0 <%x%%13%> dirid 13');
    assert.equal(at('[A]\n"%x<|>%" = v'), 'key -1 <"%x%"> in string string x');
    assert.equal(at('[A]\nk = %x% y<|>'), 'field 0 <%x% y>');
  });
  test('text that SetupAPI does not read', () => {
    assert.equal(at('ab<|>c\n[A]'), 'stray');
    assert.equal(at('[A]\nk=v\u001aj<|>=w'), 'unread');
  });
  test('offsets outside the text count as its end', () => {
    assert.equal(contextAt(parseText('[A]\nk=v'), 99).where, 'field');
    assert.equal(contextAt(parseText('[A]\nk=v'), -1).where, 'header');
  });
  test('the token behind the place', () => {
    const { token } = contextAt(parseText('[A]\nk = v'), 6);
    assert.deepEqual(token, { kind: TOKEN.equals, span: { start: 6, end: 7 } });
    assert.equal(contextAt(parseText('[A]\nk=v'), 7).token, undefined);
  });
});

test('lineAtOffset finds the entry from anywhere on its lines', () => {
  const text = 'x\n[A]\nk = a, \\ ; c\n  b ; d\n; e\nj=w\n[B]\n';
  const cst = parseText(text);
  const keyAt = (part: string): string | undefined => lineAtOffset(cst, text.indexOf(part))?.line.key?.value;
  assert.deepEqual(['k =', '; c', '  b', '; d', '\n; e'].map(keyAt), ['k', 'k', 'k', 'k', 'k']);
  assert.deepEqual(['; e', '[A]', '[B]', 'x'].map(keyAt), [undefined, undefined, undefined, undefined]);
  assert.equal(keyAt('j='), 'j');
  assert.equal(blockAt(cst, text.indexOf('[B]')).block.header?.name, 'B');
  assert.equal(blockAt(cst, text.length).block.header?.name, 'B');
});
