import conflictingSections from '../../server/src/rules/conflicting-sections.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('conflicting-sections', () => {
  test('reports every [DefaultInstall] beside [Manufacturer]', () => {
    rule(
      conflictingSections,
      driver(
        `
      [DefaultInstall]
       ~~~~~~~~~~~~~~ conflicting-sections [DefaultInstall] may not stand beside [Manufacturer]: an INF is for devices or for a primitive driver.
      [DefaultInstall.Services]
      [DefaultInstall.NTamd64]
       ~~~~~~~~~~~~~~~~~~~~~~ conflicting-sections [DefaultInstall.NTamd64] may not stand beside [Manufacturer]: an INF is for devices or for a primitive driver.
      [DefaultUninstall]
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about devices alone', () => {
    rule(
      conflictingSections,
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about [DefaultInstall] alone', () => {
    rule(
      conflictingSections,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
    `,
    );
  });

  test('cures it by remove-default-install', () => {
    fixed(
      conflictingSections,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models

      [DefaultInstall]
      CopyFiles = A

      [DefaultUninstall.Services]
      DelService = A

      [Strings]
      V = "v"
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models

      [Strings]
      V = "v"
    `,
      'remove-default-install',
    );
  });
});
