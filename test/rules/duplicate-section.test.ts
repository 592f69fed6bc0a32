import duplicateSection from '../../server/src/rules/duplicate-section.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const REST = driver('', { id: USB_DEVICE });

suite('duplicate-section', () => {
  test('reports each later part', () => {
    rule(
      duplicateSection,
      `
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Dev.NT]
      CopyFiles = A
      [version]
      ~~~~~~~~~ duplicate-section Section [Version] begins in line 1 already; Windows reads both parts as one section.
      Provider = Example
      [VERSION] ; once more
      ~~~~~~~~~ duplicate-section Section [Version] begins in line 1 already; Windows reads both parts as one section.
      DriverVer = 01/01/2025,1.0.0.0
      `,
    );
  });

  test('takes sections with different names', () => {
    rule(duplicateSection, `${REST}\n[Dev.NTarm64]\n[Strings.0407]\n`);
  });

  test('merges all parts at once, with their comments', () => {
    fixed(
      duplicateSection,
      `
      [Version]
      Signature = "$Windows NT$"
      Class = System

      [Strings]
      A = "a"

      [Version] ; more
      ; who made it
      Provider = Example ; us

      [Strings]
      B = "b"
      [version]
      DriverVer = 01/01/2025,1.0.0.0
      `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class = System
      ; more
      ; who made it
      Provider = Example ; us
      DriverVer = 01/01/2025,1.0.0.0

      [Strings]
      A = "a"
      B = "b"
      `,
    );
  });
});
