import invalidDriverDate from '../../server/src/rules/invalid-driver-date.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('invalid-driver-date', () => {
  test('reports other orders and other words', () => {
    rule(
      invalidDriverDate,
      driver(
        `
      [Version]
      DriverVer = 2025-03-17,1.0.0.0
                  ~~~~~~~~~~ invalid-driver-date The date of DriverVer is "2025-03-17", which is not a day written as mm/dd/yyyy.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports single digits, days that do not exist and short years', () => {
    rule(
      invalidDriverDate,
      driver(
        `
      [Version]
      DriverVer = 3/7/2025,1.0.0.0
                  ~~~~~~~~ invalid-driver-date The date of DriverVer is "3/7/2025", which is not a day written as mm/dd/yyyy.
      [Dev.NT]
      DriverVer = 02/29/2025,1.0.0.0
                  ~~~~~~~~~~ invalid-driver-date The date of DriverVer is "02/29/2025", which is not a day written as mm/dd/yyyy.
      [Dev.NT.HW]
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a version without a date', () => {
    rule(
      invalidDriverDate,
      driver(
        `
      [Version]
      DriverVer = ,1.0.0.0
      ~~~~~~~~~~~~~~~~~~~~ invalid-driver-date DriverVer has no date; it begins with one, written as mm/dd/yyyy.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about days with slashes or hyphens', () => {
    rule(
      invalidDriverDate,
      driver(
        `
      [Version]
      DriverVer = 02-29-2024,1.0.0.0
      [Dev.NT]
      DriverVer = 12/31/1999,1.0.0.0
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('leaves [Version] of a template to the build', () => {
    rule(
      invalidDriverDate,
      driver(
        `
      [Version]
      DriverVer = someday,1.0.0.0
    `,
        { id: USB_DEVICE },
      ),
      { uri: 'file:///driver.inx' },
    );
  });

  test('cures it by rewrite-date', () => {
    fixed(
      invalidDriverDate,
      `
      [Version]
      DriverVer = 3/7/2025 , 1.0.0.0 ; released

    `,
      `
      [Version]
      DriverVer = 03/07/2025 , 1.0.0.0 ; released

    `,
      'rewrite-date',
    );
  });

  test('cures it by rewrite-date (2)', () => {
    fixed(
      invalidDriverDate,
      `
      [Version]
      DriverVer = 31.12.2024, 1.0.0.0

    `,
      `
      [Version]
      DriverVer = 12/31/2024, 1.0.0.0

    `,
      'rewrite-date',
    );
  });

  test('cures it by rewrite-date (3)', () => {
    fixed(
      invalidDriverDate,
      `
      [Version]
      DriverVer = 2025-03-17,1.0.0.0

    `,
      `
      [Version]
      DriverVer = 03/17/2025,1.0.0.0

    `,
      'rewrite-date',
    );
  });

  test('cures it by set-today', () => {
    fixed(
      invalidDriverDate,
      `
      [Version]
      DriverVer = yesterday,1.0.0.0

    `,
      `
      [Version]
      DriverVer = 11/20/2026,1.0.0.0

    `,
      'set-today',
      { surroundings: { today: '2026-11-20' } },
    );
  });

  test('cures it by set-today (2)', () => {
    fixed(
      invalidDriverDate,
      `
      [Version]
      DriverVer = ,1.0.0.0

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
