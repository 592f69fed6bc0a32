import futureDriverDate from '../../server/src/rules/future-driver-date.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('future-driver-date', () => {
  test('reports tomorrow', () => {
    rule(
      futureDriverDate,
      driver(
        `
      [Version]
      DriverVer = 11/21/2026,1.0.0.0
                  ~~~~~~~~~~ future-driver-date The date of DriverVer, 11/21/2026, lies in the future: it is 11/20/2026 in UTC, and such packages are not signed.
    `,
        { id: USB_DEVICE },
      ),
      { surroundings: { today: '2026-11-20' } },
    );
  });

  test('is silent about today', () => {
    rule(
      futureDriverDate,
      driver(
        `
      [Version]
      DriverVer = 11/20/2026,1.0.0.0
    `,
        { id: USB_DEVICE },
      ),
      { surroundings: { today: '2026-11-20' } },
    );
  });

  test('is silent where nobody knows the day', () => {
    rule(
      futureDriverDate,
      driver(
        `
      [Version]
      DriverVer = 11/21/2099,1.0.0.0
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('leaves [Version] of a template to the build', () => {
    rule(
      futureDriverDate,
      driver(
        `
      [Version]
      DriverVer = 11/21/2099,1.0.0.0
    `,
        { id: USB_DEVICE },
      ),
      { uri: 'file:///driver.inx', surroundings: { today: '2026-11-20' } },
    );
  });

  test('cures it by set-today', () => {
    fixed(
      futureDriverDate,
      `
      [Version]
      DriverVer = 11/21/2026,1.0.0.0

    `,
      `
      [Version]
      DriverVer = 11/20/2026,1.0.0.0

    `,
      'set-today',
      { surroundings: { today: '2026-11-20' } },
    );
  });
});
