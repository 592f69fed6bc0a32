import unsupportedEncoding from '../../server/src/rules/unsupported-encoding.js';
import { driver } from '../support/snippet.js';
import { rule, type SquiggleOptions } from '../support/squiggle.js';

const encoded = (name: string, hasBom = false): SquiggleOptions => ({ surroundings: { encoding: { name, hasBom } } });

suite('unsupported-encoding', () => {
  test('reports the first characters that UTF-8 spoils, comments aside', () => {
    for (const hasBom of [false, true]) {
      rule(
        unsupportedEncoding,
        `
        ; © Example
        [Version] ; ©
        Class = System ; ©
        [Strings]
        Vendor = "Müßig & Söhne"
                   ~~ unsupported-encoding The file is saved as UTF-8, which Windows reads as ANSI, so "üß" comes out as other characters; save it as UTF-16 LE.
        Other = "é"
        `,
        encoded('utf-8', hasBom),
      );
    }
    rule(
      unsupportedEncoding,
      `
      [Version]
      Class = System
      [Gerät]
          ~ unsupported-encoding The file is saved as UTF-8, which Windows reads as ANSI, so "ä" comes out as other characters; save it as UTF-16 LE.
      `,
      encoded('utf-8'),
    );
  });

  test('warns of the byte order mark of UTF-8', () => {
    rule(
      unsupportedEncoding,
      `
      ; Example
      [Version]
       ~~~~~~~ unsupported-encoding The file begins with the byte order mark of UTF-8, an encoding that INF files may not have; save it as UTF-16 LE, or without the mark while all characters are ASCII.
      Class = System
      `,
      encoded('utf-8', true),
    );
  });

  test('reports UTF-16 with the high byte first', () => {
    rule(
      unsupportedEncoding,
      `
      [Version]
       ~~~~~~~ unsupported-encoding The file is saved as UTF-16 BE; Windows reads UTF-16 in INF files with the low byte first only, so save it as UTF-16 LE.
      Class = System
      `,
      encoded('utf-16be', true),
    );
  });

  test('is silent about ASCII, ANSI and UTF-16 LE, and where only the text is known', () => {
    rule(unsupportedEncoding, driver(''), encoded('utf-8'));
    rule(unsupportedEncoding, '; ©\n[Version] ; ©\nClass = Net ; ©\n', encoded('utf-8'));
    for (const name of ['windows-1252', 'shift_jis', 'utf-16le']) {
      rule(unsupportedEncoding, '[Version]\nClass = Net\n[Strings]\nA = "é"\n', encoded(name));
    }
    rule(unsupportedEncoding, '[Version]\nClass = Net\n[Strings]\nA = "é"\n');
  });
});
