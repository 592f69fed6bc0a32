import missingVersionEntry from '../../server/src/rules/missing-version-entry.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('missing-version-entry', () => {
  test('reports each entry that is missing', () => {
    rule(
      missingVersionEntry,
      driver(
        `
      [Version]
       ~~~~~~~ missing-version-entry [Version] lacks CatalogFile, so the package cannot be signed.
       ~~~~~~~ missing-version-entry [Version] lacks Class: the device setup class.
       ~~~~~~~ missing-version-entry [Version] lacks ClassGuid: the GUID of the device setup class.
       ~~~~~~~ missing-version-entry [Version] lacks DriverVer: the date and version of the package.
       ~~~~~~~ missing-version-entry [Version] lacks Provider: who made the package.
      Signature = "$Windows NT$"
    `,
        { id: USB_DEVICE, without: ['Class', 'ClassGuid', 'Provider', 'CatalogFile', 'DriverVer'] },
      ),
    );
  });

  test('reports entries without a value', () => {
    rule(
      missingVersionEntry,
      driver(
        `
      [Version]
      Provider  =
      ~~~~~~~~~~~ missing-version-entry Provider has no value; it says who made the package.
      DriverVer = ,
      ~~~~~~~~~~~~~ missing-version-entry DriverVer has no value; it says the date and version of the package.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a token that stands for nothing', () => {
    rule(
      missingVersionEntry,
      driver(
        `
      [Version]
      Provider = %Author%
                 ~~~~~~~~ missing-version-entry Provider comes to nothing, as %Author% stands for an empty text.
      [Strings]
      Author = ""
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about a complete section', () => {
    rule(
      missingVersionEntry,
      driver(
        `
      [Version]
      Provider = %Vendor%
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is content with a decorated catalog', () => {
    rule(
      missingVersionEntry,
      driver(
        `
      [Version]
      CatalogFile.NTamd64 = svc64.cat
    `,
        { id: USB_DEVICE, without: ['CatalogFile'] },
      ),
    );
  });

  test('leaves DriverVer and CatalogFile of a template to the build', () => {
    rule(
      missingVersionEntry,
      driver(
        `
      [Version]
      DriverVer =
    `,
        { id: USB_DEVICE, without: ['CatalogFile'] },
      ),
      { uri: 'file:///driver.inx' },
    );
  });

  test('cures it by a safe fix', () => {
    fixed(
      missingVersionEntry,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = net
      Provider  = %Vendor%
      CatalogFile = a.cat
      DriverVer = 01/01/2025,1.0.0.0

    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = net
      ClassGuid = {4d36e972-e325-11ce-bfc1-08002be10318}
      Provider  = %Vendor%
      CatalogFile = a.cat
      DriverVer = 01/01/2025,1.0.0.0

    `,
    );
  });

  test('cures it by a safe fix (2)', () => {
    fixed(
      missingVersionEntry,
      `
      [Version]
      Signature="$Windows NT$"
      ClassGuid={4d36e97d-e325-11ce-bfc1-08002be10318}

    `,
      `
      [Version]
      Signature="$Windows NT$"
      Class=System
      ClassGuid={4d36e97d-e325-11ce-bfc1-08002be10318}

    `,
    );
  });

  test('cures it by add-provider', () => {
    fixed(
      missingVersionEntry,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Mfg% = Models
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System
      Provider  = %Mfg%

      [Manufacturer]
      %Mfg% = Models
    `,
      'add-provider',
    );
  });

  test('cures it by add-catalogfile', () => {
    fixed(
      missingVersionEntry,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System
      CatalogFile = netkvm.cat

    `,
      'add-catalogfile',
      { uri: 'file:///c%3A/drivers/netkvm.inf' },
    );
  });

  test('cures it by add-driverver', () => {
    fixed(
      missingVersionEntry,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System
      DriverVer = 11/20/2026,1.0.0.0

    `,
      'add-driverver',
      { surroundings: { today: '2026-11-20' } },
    );
  });
});
