import microsoftProvider from '../../server/src/rules/microsoft-provider.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

suite('microsoft-provider', () => {
  test('reports the text of the token', () => {
    rule(
      microsoftProvider,
      driver(
        `
      [Version]
      Provider = %Author%
      [Strings]
      Author = "Microsoft Corporation"
               ~~~~~~~~~~~~~~~~~~~~~~~ microsoft-provider Provider is "Microsoft Corporation", but names that begin with Microsoft are only for Microsoft; state who wrote the INF.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a text that is written out', () => {
    rule(
      microsoftProvider,
      driver(
        `
      [Version]
      Provider = "microsoft"
                 ~~~~~~~~~~~ microsoft-provider Provider is "microsoft", but names that begin with Microsoft are only for Microsoft; state who wrote the INF.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about others', () => {
    rule(
      microsoftProvider,
      driver(
        `
      [Version]
      Provider = %Author%
      [Strings]
      Author = "Not Microsoft"
    `,
        { id: USB_DEVICE },
      ),
    );
  });
});
