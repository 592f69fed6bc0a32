import defaultUninstallWithoutLegacy from '../../server/src/rules/default-uninstall-without-legacy.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('default-uninstall-without-legacy', () => {
  test('reports a section without the entry', () => {
    rule(
      defaultUninstallWithoutLegacy,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      [DefaultUninstall.NTamd64]
       ~~~~~~~~~~~~~~~~~~~~~~~~ default-uninstall-without-legacy [DefaultUninstall.NTamd64] lacks LegacyUninstall = 1, which keeps it for Windows before 10 1903; later ones undo the installation themselves.
      DelFiles = A
    `,
    );
  });

  test('reports another value', () => {
    rule(
      defaultUninstallWithoutLegacy,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      [DefaultUninstall.NTamd64]
      LegacyUninstall = 0
      ~~~~~~~~~~~~~~~~~~~ default-uninstall-without-legacy LegacyUninstall is 0; only 1 keeps [DefaultUninstall.NTamd64] for Windows before 10 1903.
    `,
    );
  });

  test('is silent about 1', () => {
    rule(
      defaultUninstallWithoutLegacy,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultUninstall.NT$ARCH$]
      LegacyUninstall = 1
    `,
    );
  });

  test('is silent where the section of the services says so', () => {
    rule(
      defaultUninstallWithoutLegacy,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultUninstall.NTamd64]
      DelFiles = A
      [DefaultUninstall.NTamd64.Services]
      LegacyUninstall = 1
    `,
    );
  });

  test('leaves an undecorated section to undecorated-default-install', () => {
    rule(
      defaultUninstallWithoutLegacy,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultUninstall]
    `,
    );
  });

  test('leaves a section beside [Manufacturer] to conflicting-sections', () => {
    rule(
      defaultUninstallWithoutLegacy,
      driver(
        `
      [DefaultUninstall.NTamd64]
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by add-legacy-uninstall', () => {
    fixed(
      defaultUninstallWithoutLegacy,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultUninstall.NTamd64] ; old
      DelFiles   = A
      DelReg     = B
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultUninstall.NTamd64] ; old
      LegacyUninstall = 1
      DelFiles   = A
      DelReg     = B
    `,
      'add-legacy-uninstall',
    );
  });

  test('cures it by set-legacy-uninstall', () => {
    fixed(
      defaultUninstallWithoutLegacy,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultUninstall.NTamd64]
      LegacyUninstall = 0
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultUninstall.NTamd64]
      LegacyUninstall = 1
    `,
      'set-legacy-uninstall',
    );
  });
});
