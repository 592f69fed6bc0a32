import unusedString from '../../server/src/rules/unused-string.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('unused-string', () => {
  test('reports tokens that are used nowhere, in every language', () => {
    rule(
      unusedString,
      driver(
        `
      [Strings]
      OldName = "Old"
      ~~~~~~~ unused-string Token %OldName% is used nowhere in this file.
      [Strings.0407]
      Vendor  = "Beispiel"
      OldName = "Alt"
      ~~~~~~~ unused-string Token %OldName% is used nowhere in this file.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about tokens in keys, values, headers and comments', () => {
    rule(
      unusedString,
      driver(
        `
      [%Section%]
      ; %Later% = to come
      [Strings]
      Section = "Notes"
      Later = "later"
      vendor = "Example"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by remove-string', () => {
    fixed(
      unusedString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      OldName = "Old" ; of old
      Vendor  = "Example"

      [Strings.0407]
      OldName = "Alt"

      [Manufacturer]
      %Vendor% = Models
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      Vendor  = "Example"

      [Strings.0407]

      [Manufacturer]
      %Vendor% = Models
    `,
      'remove-string',
    );
  });
});
