import duplicateString from '../../server/src/rules/duplicate-string.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('duplicate-string', () => {
  test('reports another text', () => {
    rule(
      duplicateString,
      driver(
        `
      [Strings]
      Vendor = "Example"
      VENDOR = "Other"
      ~~~~~~ duplicate-string Token %VENDOR% is already defined as "Example" above, and the first definition counts.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports the same text, also in a localized section', () => {
    rule(
      duplicateString,
      driver(
        `
      [Strings.0407]
      Vendor = "Beispiel"
      Vendor = Beispiel
      ~~~~~~ duplicate-string Token %Vendor% is already defined above with the same text.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about the same token in another language', () => {
    rule(
      duplicateString,
      driver(
        `
      [Strings.0407]
      Vendor = "Beispiel"
      [Strings.0409]
      Vendor = "Example"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by a safe fix', () => {
    fixed(
      duplicateString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      A = "a"
      B = "b"
      A = a ; again
      B = "c"
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      A = "a"
      B = "b"
      B = "c"
    `,
    );
  });

  test('cures it by remove-duplicate', () => {
    fixed(
      duplicateString,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      A = "a"
      A = "b"
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Strings]
      A = "a"
    `,
      'remove-duplicate',
    );
  });
});
