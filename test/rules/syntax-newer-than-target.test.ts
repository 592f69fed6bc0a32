import assert from 'node:assert/strict';
import conflictingSectionRoles from '../../server/src/rules/conflicting-section-roles.js';
import syntaxNewerThanTarget from '../../server/src/rules/syntax-newer-than-target.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

suite('syntax-newer-than-target', () => {
  test('reports the driver store on older releases', () => {
    rule(
      syntaxNewerThanTarget,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64
                         ~~~~~~~ syntax-newer-than-target [Dev.NT] uses dirid 13, which Windows reads from Windows 10 1709 (build 16299) on, but NTamd64 also installs it on older releases.
      [Models.NTamd64]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports dirid 13 in a path alone', () => {
    rule(
      syntaxNewerThanTarget,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.6.1
                         ~~~~~~~~~~~ syntax-newer-than-target [Dev.NT] uses dirid 13, which Windows reads from Windows 10 1709 (build 16299) on, but NTamd64.6.1 also installs it on older releases.
      [Models.NTamd64.6.1]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [DestinationDirs]
      DefaultDestDir = 12
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports sections, directives and flags, the newest of them', () => {
    rule(
      syntaxNewerThanTarget,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...16299
                         ~~~~~~~~~~~~~~~~~~~~ syntax-newer-than-target [Dev.NT] uses AddTrigger, which Windows reads from Windows 10 2004 (build 19041) on, but NTamd64.10.0...16299 also installs it on older releases.
      [Models.NTamd64.10.0...16299]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Dev.NT]
      CopyFiles = Svc_Files
      [Dev.NT.Filters]
      AddFilter = Flt,, Flt_Inst
      [Flt_Inst]
      FilterPosition = Upper
      [Svc_Inst]
      AddTrigger = Svc_Trigger
      [Svc_Trigger]
      TriggerType = 1
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports flags that are newer', () => {
    rule(
      syntaxNewerThanTarget,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...16299
                         ~~~~~~~~~~~~~~~~~~~~ syntax-newer-than-target [Dev.NT] uses SPSVCINST_NOCLOBBER_TRIGGERS, which Windows reads from Windows 10 2004 (build 19041) on, but NTamd64.10.0...16299 also installs it on older releases.
      [Models.NTamd64.10.0...16299]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Dev.NT.Services]
      AddService = Svc, 0x00002002, Svc_Inst
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports the release that the next decoration leaves', () => {
    rule(
      syntaxNewerThanTarget,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...16299, NTamd64.10.0...26100
                         ~~~~~~~~~~~~~~~~~~~~ syntax-newer-than-target [Old.NT] uses AddEventProvider, which Windows reads from Windows 10 1809 (build 17763) on, but NTamd64.10.0...16299 also installs it on older releases.
      [Models.NTamd64.10.0...16299]
      %Device% = Old, USB\\VID_1209&PID_0001
      [Models.NTamd64.10.0...26100]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Old.NT]
      CopyFiles = Svc_Files
      [Old.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Old.NT.Events]
      AddEventProvider = {11111111-2222-3333-4444-555555555555}, Old_Provider
      [Old_Provider]
      ProviderName = Old
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent from the release on', () => {
    rule(
      syntaxNewerThanTarget,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...16299
      [Models.NTamd64.10.0...16299]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent where nothing is new', () => {
    rule(
      syntaxNewerThanTarget,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64
      [Models.NTamd64]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [DestinationDirs]
      DefaultDestDir = 12
      [Svc_Inst]
      ServiceBinary = %12%\\svc.sys
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about a list of files that goes elsewhere, and about text', () => {
    rule(
      syntaxNewerThanTarget,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64
      [Models.NTamd64]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [DestinationDirs]
      DefaultDestDir = 13
      Svc_Files = 12
      [Svc_Inst]
      ServiceBinary = %12%\\svc.sys ; not %13%
      [Strings]
      Vendor = "%13%"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about an empty Models section', () => {
    rule(
      syntaxNewerThanTarget,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64, NTamd64.10.0...17763
      [Models.NTamd64]
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by raise-target', () => {
    fixed(
      syntaxNewerThanTarget,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models, NTx86, ntamd64 ; x64

      [Models.NTx86]

      [Models.NTamd64]
      %D% = Dev, USB\\A

      [Dev]
      CopyFiles = @a.sys

      [DestinationDirs]
      DefaultDestDir = 13
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models, NTx86, ntamd64.10.0...16299 ; x64

      [Models.NTx86]

      [Models.ntamd64.10.0...16299]
      %D% = Dev, USB\\A

      [Dev]
      CopyFiles = @a.sys

      [DestinationDirs]
      DefaultDestDir = 13
    `,
      'raise-target',
    );
  });

  test('cures it by raise-target (2)', () => {
    fixed(
      syntaxNewerThanTarget,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models, NT$ARCH$.6.1..0x2

      [Models.NT$ARCH$.6.1..0x2]
      %D% = Dev, USB\\A

      [Dev.NT]

      [Dev.NT.Filters]
      AddFilter = Flt,,Flt_Inst
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models, NT$ARCH$.10.0..0x2.18362

      [Models.NT$ARCH$.10.0..0x2.18362]
      %D% = Dev, USB\\A

      [Dev.NT]

      [Dev.NT.Filters]
      AddFilter = Flt,,Flt_Inst
    `,
      'raise-target',
    );
  });

  test('offers no decoration that another one has passed', () => {
    const between = driver(
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64, NTamd64.10.0...15063
      [Models.NTamd64]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Models.NTamd64.10.0...15063]
      %Device% = Dev, USB\\VID_1209&PID_0001
      `,
      { id: USB_DEVICE, target: 'NTamd64' },
    );
    assert.deepEqual(actionsOf(syntaxNewerThanTarget, between), []);
  });

  test('leaves the events of scanners and cameras alone, whatever their section is called', () => {
    const image = driver(
      `
      [Manufacturer]
      %Vendor% = Models, NTamd64
      [Models.NTamd64]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Dev.NT]
      Events = Dev.NT.Events
      [Dev.NT.Events]
      Connected = %Device%, {A28BBADE-64B6-11D2-A231-00C04FA31809}, *
      [Svc_Inst]
      ServiceBinary = %12%\\svc.sys
      [DestinationDirs]
      DefaultDestDir = 12
      `,
      { id: USB_DEVICE, className: 'Image' },
    );
    rule([syntaxNewerThanTarget, conflictingSectionRoles], image);
  });

  test('knows that no older release runs on Arm64, and leaves wrong decorations to the rule about them', () => {
    for (const decoration of ['NTarm64', 'NTamd64.10.0.16299']) {
      rule(
        syntaxNewerThanTarget,
        driver(
          `
          [Manufacturer]
          %Vendor% = Models, ${decoration}
          [Models.${decoration}]
          %Device% = Dev, USB\\VID_1209&PID_0001
          `,
          { id: USB_DEVICE },
        ),
      );
    }
  });
});
