import undecoratedModels from '../../server/src/rules/undecorated-models.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('undecorated-models', () => {
  test('reports a Models section without any decoration', () => {
    rule(
      undecoratedModels,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models
      [Models]
       ~~~~~~ undecorated-models Models section [Models] states no architecture, so Windows reads it on x86 only.
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports NT alone', () => {
    rule(
      undecoratedModels,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NT
      [Models.NT]
       ~~~~~~~~~ undecorated-models Models section [Models.NT] states no architecture, so Windows reads it on x86 only.
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports it beside other architectures', () => {
    rule(
      undecoratedModels,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64
      [Models]
       ~~~~~~ undecorated-models Models section [Models] states no architecture, so Windows reads it on x86 only.
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Models.NTamd64]
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about decorated sections', () => {
    rule(
      undecoratedModels,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64
      [Models.NTamd64]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about an empty section', () => {
    rule(
      undecoratedModels,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64
      [Models]
      [Models.NTamd64]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent where x86 has a section of its own', () => {
    rule(
      undecoratedModels,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTx86
      [Models]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Models.NTx86]
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by decorate-amd64', () => {
    fixed(
      undecoratedModels,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models ; all

      [Models]
      %D% = Dev, USB\\A
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models, NTamd64 ; all

      [Models.NTamd64]
      %D% = Dev, USB\\A
    `,
      'decorate-amd64',
    );
  });

  test('cures it by decorate-x86', () => {
    fixed(
      undecoratedModels,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V%=Models,NTamd64

      [Models]
      %D% = Dev, USB\\A

      [Models.NTamd64]
      %D% = Dev, USB\\A
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V%=Models,NTamd64,NTx86

      [Models.NTx86]
      %D% = Dev, USB\\A

      [Models.NTamd64]
      %D% = Dev, USB\\A
    `,
      'decorate-x86',
    );
  });

  test('cures it by decorate-arm64', () => {
    fixed(
      undecoratedModels,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NT

      [Models.NT]
      %D% = Dev, USB\\A
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTarm64

      [Models.NTarm64]
      %D% = Dev, USB\\A
    `,
      'decorate-arm64',
    );
  });

  test('cures it by decorate-arch', () => {
    fixed(
      undecoratedModels,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models

      [Models]
      %D% = Dev, USB\\A
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models, NT$ARCH$

      [Models.NT$ARCH$]
      %D% = Dev, USB\\A
    `,
      'decorate-arch',
      { uri: 'file:///driver.inx' },
    );
  });
});
