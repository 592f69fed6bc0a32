import assert from 'node:assert/strict';
import { readNumber } from '../../server/src/model/numbers.js';
import { hasPlaceholder, isTemplateText } from '../../server/src/model/placeholders.js';

suite('numbers', () => {
  const readable: [string, number][] = [
    ['0', 0],
    ['1', 1],
    ['001', 1],
    ['0x00010001', 0x10001],
    ['0X1f', 31],
    ['65537', 65537],
    ['+3', 3],
    ['-1', 0xffffffff],
    ['-0', 0],
    ['4294967295', 0xffffffff],
    ['0x0000000000000001', 1],
  ];
  for (const [text, value] of readable) {
    test(`reads ${text}`, () => {
      assert.equal(readNumber(text), value);
    });
  }

  for (const text of [
    '',
    ' 1',
    '1 ',
    'x1',
    '0x',
    '1h',
    '`3',
    'yes',
    '1.0',
    '4294967296',
    '0x100000000',
    '%A%',
    '--1',
  ]) {
    test(`does not read "${text}"`, () => {
      assert.equal(readNumber(text), undefined);
    });
  }
});

suite('placeholders', () => {
  for (const text of [
    '$ARCH$',
    'NT$ARCH$.10.0',
    '@VALUE@',
    '${VALUE}',
    '#VALUE#',
    '!Value!',
    'INX_VALUE',
    'SUBSYS_INX_VENDOR',
  ]) {
    test(`sees one in ${text}`, () => {
      assert.equal(hasPlaceholder(text), true);
    });
  }

  for (const text of [
    '',
    '1',
    '$5',
    'a@b',
    '#1',
    '$Windows NT$',
    'MINX_1',
    'C#',
    'Hello! You!',
    '!1!',
    'PCI\\VEN_1B36&DEV_0010',
  ]) {
    test(`sees none in "${text}"`, () => {
      assert.equal(hasPlaceholder(text), false);
    });
  }

  test('tells a template by its text', () => {
    assert.equal(isTemplateText('[M.NT$ARCH$]'), true);
    assert.equal(isTemplateText('KmdfLibraryVersion = $KMDFVERSION$'), true);
    assert.equal(isTemplateText('[Version]\nSignature = "$Windows NT$"\nmail = someone@example.com'), false);
  });
});
