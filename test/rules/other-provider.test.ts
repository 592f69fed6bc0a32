import otherProvider from '../../server/src/rules/other-provider.js';
import { driver } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

const CONTOSO = { surroundings: { provider: 'Contoso' } };

suite('other-provider', () => {
  test('reports another Provider than the settings ask for', () => {
    rule(
      otherProvider,
      `
      [Version]
      Signature = "$Windows NT$"
      Provider = "Fabrikam"
                 ~~~~~~~~~~ other-provider Provider is "Fabrikam", but the settings ask for "Contoso" in every INF.
      Class = System
      `,
      CONTOSO,
    );
    rule(
      otherProvider,
      `
      [Version]
      Provider = %Vendor%
                 ~~~~~~~~ other-provider Provider is "Fabrikam", but the settings ask for "Contoso" in every INF.
      Class = System
      [Strings]
      Vendor = "Fabrikam"
      `,
      CONTOSO,
    );
  });

  test('is silent about the right one, whatever its case, and about what nobody knows yet', () => {
    rule(otherProvider, '[Version]\nClass = Net\nProvider = "CONTOSO "\n', CONTOSO);
    rule(otherProvider, '[Version]\nClass = Net\nProvider = %Unknown%\n', CONTOSO);
    rule(otherProvider, '[Version]\nClass = Net\nProvider = @VENDOR@\n', CONTOSO);
    rule(otherProvider, '[Version]\nClass = Net\nProvider =\n', CONTOSO);
    rule(otherProvider, '[Version]\nClass = Net\n', CONTOSO);
  });

  test('is silent when the settings ask for nobody', () => {
    rule(otherProvider, driver(''));
  });
});
