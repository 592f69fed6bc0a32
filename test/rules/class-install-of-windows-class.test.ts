import assert from 'node:assert/strict';
import classInstallOfWindowsClass from '../../server/src/rules/class-install-of-windows-class.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

suite('class-install-of-windows-class', () => {
  test('reports ClassInstall32 of a class of Windows, in every header', () => {
    rule(
      classInstallOfWindowsClass,
      driver(
        `
      [ClassInstall32]
       ~~~~~~~~~~~~~~ class-install-of-windows-class Class System is one of Microsoft's, so this INF may not install it by [ClassInstall32].
      AddReg = Class_AddReg
      [ClassInstall32.NTamd64]
       ~~~~~~~~~~~~~~~~~~~~~~ class-install-of-windows-class Class System is one of Microsoft's, so this INF may not install it by [ClassInstall32.NTamd64].
      AddReg = Class_AddReg
      [Class_AddReg]
      HKR,,,,"System"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about a class of the vendor', () => {
    rule(
      classInstallOfWindowsClass,
      driver(
        `
      [Version]
      Class     = Contoso
      ClassGuid = {a7447bd0-6e7b-4b5a-8a0f-0d5b8a3a9a11}
      [ClassInstall32]
      AddReg = Class_AddReg
      [Class_AddReg]
      HKR,,,,"Contoso"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('removes what only the section leads to along with it', () => {
    fixed(
      classInstallOfWindowsClass,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [ClassInstall32]
      AddReg = Class_AddReg, Shared_AddReg
      CopyFiles = Class_Files

      [ClassInstall32.Services]
      AddService = Svc,, Svc_Inst

      [Class_AddReg]
      HKR,,,,"System"

      [Shared_AddReg]
      HKR,,A,,"b"

      [Class_Files]
      class.dll

      [Svc_Inst]
      ServiceType = 1

      [Manufacturer]
      %Vendor% = Models,NTamd64

      [Models.NTamd64]
      %Dev% = Dev, USB\\A

      [Dev.NT]
      AddReg = Shared_AddReg
      CopyFiles = @driver.sys

      [SourceDisksFiles]
      driver.sys = 1
      class.dll  = 1

      [DestinationDirs]
      DefaultDestDir = 13
      Class_Files    = 11
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Shared_AddReg]
      HKR,,A,,"b"

      [Manufacturer]
      %Vendor% = Models,NTamd64

      [Models.NTamd64]
      %Dev% = Dev, USB\\A

      [Dev.NT]
      AddReg = Shared_AddReg
      CopyFiles = @driver.sys

      [SourceDisksFiles]
      driver.sys = 1

      [DestinationDirs]
      DefaultDestDir = 13
    `,
      'remove-section',
    );
  });

  test('cures it by remove-section', () => {
    fixed(
      classInstallOfWindowsClass,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [ClassInstall32]
      AddReg = Class_AddReg

      [Manufacturer]
      %Vendor% = Models
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %Vendor% = Models
    `,
      'remove-section',
    );
  });

  test('offers no removal where the class is that of samples, which has to become another one', () => {
    const text = (guid: string): string => `[Version]\nClassGuid = ${guid}\n[ClassInstall32]\nAddReg = Class_AddReg\n`;
    const system = actionsOf(classInstallOfWindowsClass, text('{4d36e97d-e325-11ce-bfc1-08002be10318}'));
    assert.deepEqual(system, ['remove-section: Remove [ClassInstall32]']);
    const sample = actionsOf(classInstallOfWindowsClass, text('{78A1C341-4539-11d3-B88D-00C04FAD5171}'));
    assert.deepEqual(sample, []);
  });
});
