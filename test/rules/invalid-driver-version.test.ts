import invalidDriverVersion from '../../server/src/rules/invalid-driver-version.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('invalid-driver-version', () => {
  test('reports versions of other forms', () => {
    rule(
      invalidDriverVersion,
      driver(
        `
      [Version]
      DriverVer = 01/01/2025,1.0.0.0-beta
                             ~~~~~~~~~~~~ invalid-driver-version The version of DriverVer is "1.0.0.0-beta"; it has four numbers from 0 to 65535, separated by dots.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports five parts', () => {
    rule(
      invalidDriverVersion,
      driver(
        `
      [Version]
      DriverVer = 01/01/2025,1.0.0.0.1
                             ~~~~~~~~~ invalid-driver-version The version of DriverVer is "1.0.0.0.1"; it has four numbers from 0 to 65535, separated by dots.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports fewer parts', () => {
    rule(
      invalidDriverVersion,
      driver(
        `
      [Version]
      DriverVer = 01/01/2025,1.0
                             ~~~ invalid-driver-version The version 1.0 of DriverVer has fewer than four numbers.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a part that does not fit', () => {
    rule(
      invalidDriverVersion,
      driver(
        `
      [Version]
      DriverVer = 01/01/2025,1.0.65536.0
                             ~~~~~~~~~~~ invalid-driver-version The version 1.0.65536.0 of DriverVer holds a number above 65535.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports zero', () => {
    rule(
      invalidDriverVersion,
      driver(
        `
      [Version]
      DriverVer = 01/01/2025,0.0.0.0
                             ~~~~~~~ invalid-driver-version The version of DriverVer may not be 0.0.0.0.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a date alone', () => {
    rule(
      invalidDriverVersion,
      driver(
        `
      [Version]
      DriverVer = 01/01/2025
                  ~~~~~~~~~~ invalid-driver-version DriverVer has no version; without it Windows cannot tell packages of the same date apart.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about four numbers, leading zeros included', () => {
    rule(
      invalidDriverVersion,
      driver(
        `
      [Version]
      DriverVer = 09/28/1999,5.00.2136.65535
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('leaves [Version] of a template to the build', () => {
    rule(
      invalidDriverVersion,
      driver(
        `
      [Version]
      DriverVer = 01/01/2025,1.0
    `,
        { id: USB_DEVICE },
      ),
      { uri: 'file:///driver.inx' },
    );
  });

  test('is silent where a build fills it in', () => {
    rule(
      invalidDriverVersion,
      driver(
        `
      [Version]
      DriverVer = 01/01/2025,@VERSION@
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by a safe fix', () => {
    fixed(
      invalidDriverVersion,
      `
      [Version]
      DriverVer = 01/01/2025, 1.10

    `,
      `
      [Version]
      DriverVer = 01/01/2025, 1.10.0.0

    `,
    );
  });
});
