import assert from 'node:assert/strict';
import { decode, isCodePage } from '../../server/src/text/decode.js';

const TEXT = '[A]\r\nk = "Überprüfung"\r\n';

function bytesOf(text: string, encoding: BufferEncoding, bigEndian = false): Uint8Array {
  const bytes = Buffer.from(text, encoding);
  return bigEndian ? bytes.swap16() : bytes;
}

suite('decode', () => {
  test('byte order marks', () => {
    const marked = `\ufeff${TEXT}`;
    assert.deepEqual(decode(bytesOf(marked, 'utf16le'), 'windows-1252'), {
      text: TEXT,
      encoding: 'utf-16le',
      hasBom: true,
    });
    assert.deepEqual(decode(bytesOf(marked, 'utf16le', true), 'windows-1252'), {
      text: TEXT,
      encoding: 'utf-16be',
      hasBom: true,
    });
    assert.deepEqual(decode(bytesOf(marked, 'utf8'), 'windows-1252'), { text: TEXT, encoding: 'utf-8', hasBom: true });
  });
  test('a second mark belongs to the text', () => {
    assert.equal(decode(bytesOf('\ufeff\ufeffx', 'utf8'), 'windows-1252').text, '\ufeffx');
    assert.equal(decode(bytesOf('\ufeff\ufeffx', 'utf16le'), 'windows-1252').text, '\ufeffx');
  });
  test('UTF-16 without mark by its zeros', () => {
    assert.deepEqual(decode(bytesOf(TEXT, 'utf16le'), 'windows-1252'), {
      text: TEXT,
      encoding: 'utf-16le',
      hasBom: false,
    });
    assert.deepEqual(decode(bytesOf(TEXT, 'utf16le', true), 'windows-1252'), {
      text: TEXT,
      encoding: 'utf-16be',
      hasBom: false,
    });
  });
  test('zeros everywhere are no UTF-16', () => {
    assert.equal(decode(new Uint8Array(64), 'windows-1252').encoding, 'utf-8');
    assert.equal(
      decode(
        Uint8Array.from({ length: 64 }, (_, i) => (i % 3 === 0 ? 0 : 0xe9)),
        'windows-1252',
      ).encoding,
      'windows-1252',
    );
  });
  test('UTF-8 where valid, else the code page', () => {
    assert.deepEqual(decode(bytesOf(TEXT, 'utf8'), 'windows-1252'), { text: TEXT, encoding: 'utf-8', hasBom: false });
    assert.deepEqual(decode(bytesOf(TEXT, 'latin1'), 'windows-1252'), {
      text: TEXT,
      encoding: 'windows-1252',
      hasBom: false,
    });
    assert.equal(decode(Uint8Array.of(0xca, 0xf6), 'windows-1251').text, 'Кц');
    assert.equal(decode(Uint8Array.of(0x83, 0x68, 0x83, 0x89), 'shift_jis').text, 'ドラ');
  });
  test('windows-1252 between 0x80 and 0x9F', () => {
    assert.equal(
      decode(Uint8Array.of(0x80, 0x85, 0x91, 0x92, 0x99, 0x9f, 0x81, 0xe9), 'windows-1252').text,
      '€…‘’™Ÿ\u0081é',
    );
    assert.equal(decode(Uint8Array.of(0x80, 0xe9), 'cp1252').text, '€é');
  });
  test('an unknown code page counts as windows-1252', () => {
    assert.deepEqual(decode(Uint8Array.of(0xe9, 0x41), 'klingon'), {
      text: 'éA',
      encoding: 'windows-1252',
      hasBom: false,
    });
  });
  test('an empty file, a lone mark, half a character', () => {
    assert.equal(decode(new Uint8Array(), 'windows-1252').text, '');
    assert.equal(decode(Uint8Array.of(0xff, 0xfe), 'windows-1252').text, '');
    assert.equal(decode(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42), 'windows-1252').text, 'A\ufffd');
  });
});

test('isCodePage', () => {
  for (const label of ['windows-1252', 'cp1250', 'shift_jis', 'gbk', 'big5', 'utf-8'])
    assert.equal(isCodePage(label), true, label);
  for (const label of ['', 'klingon', 'utf-16le', 'utf-16']) assert.equal(isCodePage(label), false, label);
});
