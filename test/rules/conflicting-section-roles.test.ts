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
                   ~~~~~~~~~ conflicting-section-roles Section [Svc_Files] is named by CopyFiles as well as by DelFiles: both read the same list, each in its own way.
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
                 ~~~~~~~~~ conflicting-section-roles AddReg names an add-registry section, but [Svc_Files] is the file list of CopyFiles of CopyFiles.
        [Svc_Inst]
        AddReg = Dev.NT.HW
                 ~~~~~~~~~ conflicting-section-roles AddReg names an add-registry section, but [Dev.NT.HW] is by its name a DDInstall.HW.
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
