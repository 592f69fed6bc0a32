import undecoratedDefaultInstall from '../../server/src/rules/undecorated-default-install.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('undecorated-default-install', () => {
  test('reports sections without an architecture', () => {
    rule(
      undecoratedDefaultInstall,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall]
       ~~~~~~~~~~~~~~ undecorated-default-install [DefaultInstall] states no architecture; only with one, as in [DefaultInstall.NTamd64], is this a primitive driver.
      [DefaultInstall.Services]
      [DefaultUninstall.NT]
       ~~~~~~~~~~~~~~~~~~~ undecorated-default-install [DefaultUninstall.NT] states no architecture; only with one, as in [DefaultUninstall.NTamd64], is this a primitive driver.
    `,
    );
  });

  test('reports one beside others', () => {
    rule(
      undecoratedDefaultInstall,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      [DefaultInstall]
       ~~~~~~~~~~~~~~ undecorated-default-install [DefaultInstall] without an architecture beside [DefaultInstall.NTamd64] keeps Windows from taking this for a primitive driver.
    `,
    );
  });

  test('reports sections that belong to none', () => {
    rule(
      undecoratedDefaultInstall,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64.Services]
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ undecorated-default-install [DefaultInstall.NTamd64.Services] belongs to [DefaultInstall.NTamd64], which this file does not have, so Windows never reads it.
      AddService = A,,A_Inst
    `,
    );
  });

  test('is silent about decorated sections', () => {
    rule(
      undecoratedDefaultInstall,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      [DefaultInstall.NTamd64.Services]
      [DefaultInstall.NT$ARCH$]
    `,
    );
  });

  test('leaves sections beside [Manufacturer] to conflicting-sections', () => {
    rule(
      undecoratedDefaultInstall,
      driver(
        `
      [DefaultInstall]
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by decorate-amd64', () => {
    fixed(
      undecoratedDefaultInstall,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall] ; all
      CopyFiles = A

      [DefaultInstall.Services]
      AddService = A,,A_Inst

      [DefaultUninstall]
      DelFiles  = A

      [DefaultUninstall.Services]
      DelService = A
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64] ; all
      CopyFiles = A

      [DefaultInstall.NTamd64.Services]
      AddService = A,,A_Inst

      [DefaultUninstall.NTamd64]
      LegacyUninstall = 1
      DelFiles  = A

      [DefaultUninstall.NTamd64.Services]
      DelService = A
    `,
      'decorate-amd64',
    );
  });

  test('cures it by decorate-arm64', () => {
    fixed(
      undecoratedDefaultInstall,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NT]
      CopyFiles = A
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTarm64]
      CopyFiles = A
    `,
      'decorate-arm64',
    );
  });

  test('cures it by decorate-x86', () => {
    fixed(
      undecoratedDefaultInstall,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]

      [DefaultInstall]
      CopyFiles = A
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]

      [DefaultInstall.NTx86]
      CopyFiles = A
    `,
      'decorate-x86',
    );
  });

  test('cures it by decorate-arch', () => {
    fixed(
      undecoratedDefaultInstall,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall]
      CopyFiles = A
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NT$ARCH$]
      CopyFiles = A
    `,
      'decorate-arch',
      { uri: 'file:///driver.inx' },
    );
  });
});
