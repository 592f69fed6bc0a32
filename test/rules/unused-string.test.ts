import assert from 'node:assert/strict';
import unusedString from '../../server/src/rules/unused-string.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { readSnippet } from '../support/snippet.js';
import { findingsIn, fixed, rule } from '../support/squiggle.js';

suite('unused-string', () => {
  test('reports tokens that are used nowhere, once for all languages', () => {
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
      OnlyHere = "Neu"
      ~~~~~~~~ unused-string Token %OnlyHere% is used nowhere in this file.
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

  const constants = driver(
    `
      [Strings]
      OldName = "Old"
      SERVICE_BOOT_START = 0
      reg_dword = 0x00010001
      SERVICE_AUTO_START = 2
      [Strings.0407]
      REG_DWORD = 0x00010001
    `,
    { id: USB_DEVICE },
  );

  test('tells of constants together, and of the other definitions as related places', () => {
    const found = findingsIn([unusedString], readSnippet(constants).text);
    assert.deepEqual(
      found.map(({ message, related }) => [message, related.map((one) => one.message)]),
      [
        ['Token %OldName% is used nowhere in this file.', []],
        [
          "3 tokens for constants of Windows' headers, from %SERVICE_BOOT_START% on, are used nowhere in this file.",
          ['%reg_dword% is defined here.', '%REG_DWORD% is defined here.', '%SERVICE_AUTO_START% is defined here.'],
        ],
      ],
    );
  });

  test('takes a single constant for a token like any other', () => {
    rule(
      unusedString,
      driver(
        `
      [Strings]
      SERVICE_BOOT_START = 0
      ~~~~~~~~~~~~~~~~~~ unused-string Token %SERVICE_BOOT_START% is used nowhere in this file.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('removes all unused constants by remove-constants', () => {
    const after = constants.replace(/^ *(?:SERVICE_\w+|reg_dword) = .*\n/gim, '');
    fixed(unusedString, constants, after, 'remove-constants');
  });
});
