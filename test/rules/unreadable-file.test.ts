import assert from 'node:assert/strict';
import unreadableFile from '../../server/src/rules/unreadable-file.js';
import { driver } from '../support/snippet.js';
import { findingsIn, rule } from '../support/squiggle.js';

suite('unreadable-file', () => {
  test('reports text before the first section', () => {
    rule(
      unreadableFile,
      `
      ; comments may stand here
      Provider = Example
      ~~~~~~~~~~~~~~~~~~ unreadable-file Windows refuses the whole file (error 0xE0000000): "Provider = Example" stands before the first section header.
      [Version]
      Class = System
      `,
    );
  });

  test('reports a header without bracket', () => {
    rule(
      unreadableFile,
      `
      [Version]
      Class = System
      [Manufacturer
      ~~~~~~~~~~~~~ unreadable-file Windows refuses the whole file (error 0xE0000001): the section header "[Manufacturer" has no closing bracket on its line.
      %V% = Models
      [Another
      `,
    );
  });

  test('reports a section name that is too long, and takes one that just fits', () => {
    const messages = (text: string): readonly string[] =>
      findingsIn([unreadableFile], text).map(({ message }) => message.replace(/"x+…?"/, '"x…"'));
    const version = '[Version]\r\nClass = Net\r\n';
    assert.deepEqual(messages(`${version}[${'x'.repeat(256)}]\r\n`), [
      'Windows refuses the whole file (error 0xE0000002): the section name "x…" is longer than the 255 characters allowed.',
    ]);
    assert.deepEqual(messages(`${version}[${'x'.repeat(255)}]\r\n`), []);
  });

  test('is silent about a readable file', () => {
    rule(unreadableFile, driver(''));
  });
});
