import duplicateValue from '../../server/src/rules/duplicate-value.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('duplicate-value', () => {
  test('reports files and disks that stand twice', () => {
    rule(
      duplicateValue,
      driver(
        `
      [Svc_Files]
      svc.sys
      SVC.SYS
      ~~~~~~~ duplicate-value File SVC.SYS stands twice in [Svc_Files].
      [SourceDisksNames]
      1 = %Disk%
      1 = %Disk%
      ~ duplicate-value Disk 1 stands twice in [SourceDisksNames].
      [SourceDisksFiles]
      svc.sys = 1
      svc.sys = 1
      ~~~~~~~ duplicate-value File svc.sys stands twice in [SourceDisksFiles].
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports an ID that stands twice', () => {
    rule(
      duplicateValue,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, USB\\VID_1209&PID_0001, USB\\VID_1209, usb\\vid_1209&pid_0001
                                                           ~~~~~~~~~~~~~~~~~~~~~ duplicate-value Hardware ID usb\\vid_1209&pid_0001 stands twice on this line.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('takes the hardware ID of a printer as compatible ID too, but none of these twice', () => {
    rule(
      duplicateValue,
      driver(
        `
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, Example_Model0A1B, Example_Model0A1B, Example_Shared, example_shared
                                                                            ~~~~~~~~~~~~~~ duplicate-value Hardware ID example_shared stands twice on this line.
    `,
        { id: USB_DEVICE, className: 'Printer' },
      ),
    );
  });

  test('is silent about lines that differ and about other sections', () => {
    rule(
      duplicateValue,
      driver(
        `
      [Svc_Files]
      svc.sys
      svc.sys,,,2
      [Other_Files]
      svc.sys
      [Dev.NT]
      CopyFiles = Svc_Files, Other_Files
      [SourceDisksFiles.amd64]
      svc.sys = 1
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about an ID of several devices', () => {
    rule(
      duplicateValue,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
      %Other% = Dev, USB\\VID_1209&PID_0001
      [Strings]
      Other = "Other"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by a safe fix', () => {
    fixed(
      duplicateValue,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      CopyFiles = A

      [A]
      a.sys ; first
      b.sys
      a.sys ; again
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [DefaultInstall.NTamd64]
      CopyFiles = A

      [A]
      a.sys ; first
      b.sys
    `,
    );
  });

  test('cures it by a safe fix (2)', () => {
    fixed(
      duplicateValue,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTamd64

      [Models.NTamd64]
      %D% = Dev, USB\\A, USB\\B , USB\\A
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTamd64

      [Models.NTamd64]
      %D% = Dev, USB\\A, USB\\B
    `,
    );
  });
});
