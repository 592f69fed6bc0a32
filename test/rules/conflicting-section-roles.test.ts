import assert from 'node:assert/strict';
import conflictingSectionRoles from '../../server/src/rules/conflicting-section-roles.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('conflicting-section-roles', () => {
  test('reports a list for two directives', () => {
    rule(
      conflictingSectionRoles,
      driver(
        `
        [Dev.NT]
        CopyFiles = Svc_Files
        DelFiles = Svc_Files
                   ~~~~~~~~~ conflicting-section-roles Section [Svc_Files] is named by CopyFiles as well as by DelFiles, which act on the same lines in different ways: write a list for each, unless that is meant.
        `,
        options,
      ),
    );
  });

  test('reports a section of another kind', () => {
    rule(
      conflictingSectionRoles,
      driver(
        `
        [Dev.NT]
        CopyFiles = Svc_Files
        AddReg = Svc_Files
                 ~~~~~~~~~ conflicting-section-roles AddReg names an add-registry section, but CopyFiles makes [Svc_Files] a file list.
        [Svc_Inst]
        AddReg = Dev.NT.HW
                 ~~~~~~~~~ conflicting-section-roles AddReg names an add-registry section, but [Dev.NT.HW] is by its name a DDInstall.HW section.
        `,
        options,
      ),
    );
  });

  test('takes a section that is used several times in one way, and names that UMDF shares with DDInstall', () => {
    rule(
      conflictingSectionRoles,
      driver(
        `
        [Dev.NT]
        AddReg = Shared
        [Dev.NT.HW]
        AddReg = Shared
        [Shared]
        [Dev.NT.Wdf]
        UmdfService = Example, Dev
        UmdfServiceOrder = Example
        [Dev]
        UmdfLibraryVersion = 2.15.0
        `,
        options,
      ),
    );
  });

  test('splits a registry list of two install sections in one step, with what names it in the same role', () => {
    const before = `
        [DefaultInstall.NTamd64]
        AddReg = First, Shared
        [DefaultUninstall.NTamd64]
        DelReg = Shared ; all of it
        [DefaultUninstall.NTarm64]
        DelReg = First, Shared
        [First]
        HKR,,A,,1
        [Shared] ; for both
        HKR,,B,,2
        ; the second
        HKR,,C,,3
        [Last]
        HKR,,D,,4
        `;
    const after = `
        [DefaultInstall.NTamd64]
        AddReg = First, Shared
        [DefaultUninstall.NTamd64]
        DelReg = Shared_DelReg ; all of it
        [DefaultUninstall.NTarm64]
        DelReg = First_DelReg, Shared_DelReg
        [First]
        HKR,,A,,1
        [First_DelReg]
        HKR,,A,,1
        [Shared] ; for both
        HKR,,B,,2
        ; the second
        HKR,,C,,3
        [Shared_DelReg]
        ; for both
        HKR,,B,,2
        ; the second
        HKR,,C,,3
        [Last]
        HKR,,D,,4
        `;
    fixed(conflictingSectionRoles, before, after, 'split-section');
    rule(conflictingSectionRoles, after);
  });

  test('splits a file list together with its destination', () => {
    fixed(
      conflictingSectionRoles,
      `
        [DestinationDirs]
        DefaultDestDir = 13
          My.Files     = 12 ; drivers
        [DefaultInstall.NTamd64]
        CopyFiles = My.Files
        [DefaultUninstall.NTamd64]
        DelFiles = "My.Files"
        [My.Files.DelFiles]
        [My.Files]
        a.sys
        b.sys,"b,64.sys", ,0x00000002 ; no skipping
        c.sys
        `,
      `
        [DestinationDirs]
        DefaultDestDir = 13
          My.Files     = 12 ; drivers
          My.Files.DelFiles2     = 12
        [DefaultInstall.NTamd64]
        CopyFiles = My.Files
        [DefaultUninstall.NTamd64]
        DelFiles = My.Files.DelFiles2
        [My.Files.DelFiles]
        [My.Files]
        a.sys
        b.sys,"b,64.sys", ,0x00000002 ; no skipping
        c.sys
        [My.Files.DelFiles2]
        a.sys
        b.sys ; no skipping
        c.sys
        `,
      'split-section',
    );
  });

  test('offers no split where a token names the section, or another kind is wanted', () => {
    const of = (body: string): readonly string[] => actionsOf(conflictingSectionRoles, driver(body, options));
    assert.deepEqual(of('[Dev.NT]\nCopyFiles = Svc_Files\nDelFiles = Svc_%L%\n[Strings]\nL = "Files"\n'), []);
    assert.deepEqual(of('[Dev.NT]\nCopyFiles = Svc_Files\nAddReg = Svc_Files\n'), []);
    assert.deepEqual(of('[Dev.NT]\nCopyFiles = Svc_Files\nDelFiles = Svc_Files\n'), [
      'split-section: Copy its lines to [Svc_Files_DelFiles], and let DelFiles name that',
    ]);
  });
});
