import assert from 'node:assert/strict';
import unevenStrings from '../../server/src/rules/uneven-strings.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

suite('uneven-strings', () => {
  test('reports what a localized section lacks', () => {
    rule(
      unevenStrings,
      driver(
        `
      [Strings.0407]
       ~~~~~~~~~~~~ uneven-strings [Strings.0407] lacks %Device% and %Disk% of [Strings]; Windows takes one of the sections as a whole, so these stay open.
      Vendor = "Beispiel"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports what [Strings] lacks', () => {
    rule(
      unevenStrings,
      driver(
        `
      [Strings.0407]
       ~~~~~~~~~~~~ uneven-strings [Strings.0407] defines %A%, %B%, %C% and 2 more, which [Strings] lacks; Windows takes one of the sections as a whole.
      Vendor = "Beispiel"
      Device = "Beispielgerät"
      Disk   = "Diskette"
      A = "a"
      B = "b"
      C = "c"
      D = "d"
      E = "e"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a localized section alone', () => {
    rule(
      unevenStrings,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings.0407]
       ~~~~~~~~~~~~ uneven-strings [Strings.0407] stands without [Strings], so Windows in other languages finds no text for any token.
      Vendor = "Beispiel"
    `,
    );
  });

  test('is silent about sections in step, whatever the order and case', () => {
    rule(
      unevenStrings,
      driver(
        `
      [Strings.0407]
      DISK   = "Diskette"
      Device = "Beispielgerät"
      Vendor = "Beispiel"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by copy-to-strings.0407', () => {
    fixed(
      unevenStrings,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      Vendor = "Example"
      Device = "Device" ; name
      Reg    = 0x10001

      [Strings.0407]
      Vendor = "Beispiel"
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      Vendor = "Example"
      Device = "Device" ; name
      Reg    = 0x10001

      [Strings.0407]
      Vendor = "Beispiel"
      Device = "Device"
      Reg = 0x10001
    `,
      'copy-to-strings.0407',
    );
  });

  test('cures it by copy-to-strings', () => {
    fixed(
      unevenStrings,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings.0407]
      Vendor = "Beispiel"
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings.0407]
      Vendor = "Beispiel"

      [Strings]
      Vendor = "Beispiel"
    `,
      'copy-to-strings',
    );
  });

  test('cures it by copy-to-strings (2)', () => {
    fixed(
      unevenStrings,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      Vendor="Example"

      [Strings.0407]
      Vendor="Beispiel"
      Device="Gerät"
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      Vendor="Example"
      Device="Gerät"

      [Strings.0407]
      Vendor="Beispiel"
      Device="Gerät"
    `,
      'copy-to-strings',
    );
  });

  test('fills all localized sections in one step', () => {
    const body = (german: string, czech: string): string =>
      `[Version]\nSignature = "$Windows NT$"\n[Strings]\nA = "a"\nB = 1\n[Strings.0407]\nA = "ä"\n${german}[Strings.0405]\n${czech}[Strings.0409]\nB = 1\nA = "a"\n`;
    fixed(unevenStrings, body('', 'B = 1\n'), body('B = 1\n', 'B = 1\nA = "a"\n'), 'copy-to-all');
    assert.deepEqual(actionsOf(unevenStrings, body('B = 1\n', 'B = 1\n')), [
      'copy-to-strings.0405: Copy the missing strings to [Strings.0405]',
    ]);
  });
});
