import longClassName from '../../server/src/rules/long-class-name.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

suite('long-class-name', () => {
  test('reports 32 characters', () => {
    rule(
      longClassName,
      driver(
        `
      [Version]
      Class     = A2345678901234567890123456789012
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ long-class-name Class A2345678901234567890123456789012 has 32 characters; a class name has 31 at most.
      ClassGuid = {a7447bd0-6e7b-4b5a-8a0f-0d5b8a3a9a11}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about 31 characters', () => {
    rule(
      longClassName,
      driver(
        `
      [Version]
      Class     = A234567890123456789012345678901
      ClassGuid = {a7447bd0-6e7b-4b5a-8a0f-0d5b8a3a9a11}
    `,
        { id: USB_DEVICE },
      ),
    );
  });
});
