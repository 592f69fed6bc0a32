import conflictingSectionRoles from '../../server/src/rules/conflicting-section-roles.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

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
});
