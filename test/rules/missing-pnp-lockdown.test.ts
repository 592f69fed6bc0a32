import missingPnpLockdown from '../../server/src/rules/missing-pnp-lockdown.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('missing-pnp-lockdown', () => {
  test('reports that it is missing', () => {
    rule(
      missingPnpLockdown,
      driver(
        `
      [Version] ; of the package
       ~~~~~~~ missing-pnp-lockdown [Version] lacks PnpLockdown = 1, so programs may change the files that the package installed.
      Provider = %Vendor%
    `,
        { id: USB_DEVICE, without: ['PnpLockdown'] },
      ),
    );
  });

  test('reports another value', () => {
    rule(
      missingPnpLockdown,
      driver(
        `
      [Version]
      PnpLockdown = 0
                    ~ missing-pnp-lockdown PnpLockdown is 0, so programs may change the files that the package installed; 1 prevents it.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports an empty value', () => {
    rule(
      missingPnpLockdown,
      driver(
        `
      [Version]
      PnpLockdown =
      ~~~~~~~~~~~~~ missing-pnp-lockdown PnpLockdown is empty, so programs may change the files that the package installed; 1 prevents it.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about 1 in any spelling', () => {
    rule(
      missingPnpLockdown,
      driver(
        `
      [Version]
      pnplockdown = 0x1
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by a safe fix', () => {
    fixed(
      missingPnpLockdown,
      `
      [Version]
      Signature   = "$Windows NT$"
      CatalogFile = a.cat ; signed
      DriverVer   = 01/01/2025,1.0.0.0
      ; end

      [Manufacturer]
    `,
      `
      [Version]
      Signature   = "$Windows NT$"
      CatalogFile = a.cat ; signed
      DriverVer   = 01/01/2025,1.0.0.0
      PnpLockdown = 1
      ; end

      [Manufacturer]
    `,
    );
  });

  test('cures it by a safe fix (2)', () => {
    fixed(
      missingPnpLockdown,
      `
      [Version]
      Signature="$Windows NT$"
      DriverVer=01/01/2025,1.0.0.0
      CatalogFile=a.cat
    `.trimEnd(),
      `
      [Version]
      Signature="$Windows NT$"
      DriverVer=01/01/2025,1.0.0.0
      CatalogFile=a.cat
      PnpLockdown=1
    `.trimEnd(),
    );
  });

  test('cures it by set-pnp-lockdown', () => {
    fixed(
      missingPnpLockdown,
      `
      [Version]
      Class = System
      PnpLockdown = 0

    `,
      `
      [Version]
      Class = System
      PnpLockdown = 1

    `,
      'set-pnp-lockdown',
    );
  });
});
