import desktopOnlyTarget from '../../server/src/rules/desktop-only-target.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('desktop-only-target', () => {
  test('reports a product type and a suite mask', () => {
    rule(
      desktopOnlyTarget,
      `
      [Version]
      Signature = "$Windows NT$"
      [Manufacturer]
      %Vendor% = Models, NTamd64.6.0.1, NTamd64.10.0..512, NTamd64
                         ~~~~~~~~~~~~~ desktop-only-target The product type in NTamd64.6.0.1 is for desktop Windows only; universal drivers may not state it.
                                        ~~~~~~~~~~~~~~~~~ desktop-only-target The suite mask in NTamd64.10.0..512 is for desktop Windows only; universal drivers may not state it.
      `,
    );
  });

  test('is silent about versions, builds, and what another rule cannot read', () => {
    rule(desktopOnlyTarget, driver('', { target: 'NTamd64.10.0...17763' }));
    rule(desktopOnlyTarget, '[Manufacturer]\n%V% = Models, NTx64.6.0.1, NT$ARCH$.10.0, NTamd64.6.0.9\n');
  });

  test('takes the number out, on the line and in the header', () => {
    fixed(
      desktopOnlyTarget,
      '[Manufacturer]\n%V% = Models, NTamd64.10.0.1..17763\n[Models.NTamd64.10.0.1..17763]\n',
      '[Manufacturer]\n%V% = Models, NTamd64.10.0...17763\n[Models.NTamd64.10.0...17763]\n',
      'fix-decoration',
    );
  });
});
