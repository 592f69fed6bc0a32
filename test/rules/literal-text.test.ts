import literalText from '../../server/src/rules/literal-text.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('literal-text', () => {
  test('reports provider, manufacturer and devices', () => {
    rule(
      literalText,
      driver(
        `
      [Version]
      Provider = "Example"
                 ~~~~~~~~~ literal-text Provider is written out; a %token% of [Strings] can be translated.
      [Manufacturer]
      "Example Corporation" = Models, NTamd64.10.0...17763
      ~~~~~~~~~~~~~~~~~~~~~ literal-text The name of the manufacturer is written out; a %token% of [Strings] can be translated.
      [Models.NTamd64.10.0...17763]
      "First device" = Dev, USB\\VID_1209&PID_0002
      ~~~~~~~~~~~~~~ literal-text [Models.NTamd64.10.0...17763] has 2 device descriptions written out, this one first; a %token% of [Strings] can be translated.
      "Second device" = Dev, USB\\VID_1209&PID_0003
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a single device', () => {
    rule(
      literalText,
      driver(
        `
      [Models.NTamd64.10.0...17763]
      "One device" = Dev, USB\\VID_1209&PID_0002
      ~~~~~~~~~~~~ literal-text The description of this device is written out; a %token% of [Strings] can be translated.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about tokens and placeholders', () => {
    rule(
      literalText,
      driver(
        `
      [Version]
      Provider = @AUTHOR@
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by move-to-strings', () => {
    fixed(
      literalText,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      Example = Models,NTamd64

      [Models.NTamd64]
      "A ""big"" device" = Dev, USB\\A
      Other = Dev, USB\\B
      Other = Dev, USB\\C

      [Strings]
      DeviceDesc = "x"
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Manufacturer% = Models,NTamd64

      [Models.NTamd64]
      %DeviceDesc2% = Dev, USB\\A
      %DeviceDesc3% = Dev, USB\\B
      %DeviceDesc3% = Dev, USB\\C

      [Strings]
      DeviceDesc = "x"
      Manufacturer = "Example"
      DeviceDesc2 = "A ""big"" device"
      DeviceDesc3 = "Other"
    `,
      'move-to-strings',
    );
  });

  test('moves a text to every [Strings] section, as Windows takes one of them as a whole', () => {
    fixed(
      literalText,
      `
      [Version]
      Class    = System
      Provider = Example

      [Strings]
      A = "a"

      [Strings.0407]
      A = "b"
    `,
      `
      [Version]
      Class    = System
      Provider = %Provider%

      [Strings]
      A = "a"
      Provider = "Example"

      [Strings.0407]
      A = "b"
      Provider = "Example"
    `,
      'move-to-strings',
    );
  });

  test('cures it by move-to-strings (2)', () => {
    fixed(
      literalText,
      `
      [Version]
      Class    = System
      Provider = Example

    `,
      `
      [Version]
      Class    = System
      Provider = %Provider%

      [Strings]
      Provider = "Example"

    `,
      'move-to-strings',
    );
  });
});
