import uncopiedServiceBinary from '../../server/src/rules/uncopied-service-binary.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('uncopied-service-binary', () => {
  test('reports a binary that is copied elsewhere', () => {
    rule(
      uncopiedServiceBinary,
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %12%\\svc.sys
                          ~~~~~~~~~~~~ uncopied-service-binary The service runs %12%\\svc.sys, but the package copies that file to %13%\\svc.sys.
        `,
      ),
    );
  });

  test('leaves a wrong folder of the copy in the driver store to driver-store-mismatch', () => {
    rule(
      uncopiedServiceBinary,
      driver(
        `
          [SourceDisksFiles]
          svc.sys = 1, bin
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %13%\\bin\\svc.sys
        `,
      ),
    );
  });

  test('names the file that may be meant', () => {
    rule(
      uncopiedServiceBinary,
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %13%\\scv.sys
                          ~~~~~~~~~~~~ uncopied-service-binary The service runs %13%\\scv.sys, which the package does not copy; the nearest is svc.sys.
        `,
      ),
    );
  });

  test('reports a binary that nobody copies', () => {
    rule(
      uncopiedServiceBinary,
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %12%\\another.sys
                          ~~~~~~~~~~~~~~~~ uncopied-service-binary The service runs %12%\\another.sys, which the package does not copy.
        `,
      ),
    );
  });

  test('reports a path that ends at a blank', () => {
    rule(
      uncopiedServiceBinary,
      driver(
        `
          [Svc_Files]
          svc.sys
          my driver.sys
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %13%\\my driver.sys
                          ~~~~~~~~~~~~~~~~~~ uncopied-service-binary Without quotation marks the path ends at its first blank, so the service runs %13%\\my, which the package does not copy.
        `,
      ),
    );
  });

  test('reports an architecture on which the binary is not copied', () => {
    rule(
      uncopiedServiceBinary,
      `
          [Manufacturer]
          "Vendor" = Models, NTamd64, NTarm64
          [Models.NTamd64]
          "Device" = Dev, USB\\VID_1209&PID_0001
          [Models.NTarm64]
          "Device" = Dev, USB\\VID_1209&PID_0001
          [Dev.NTamd64]
          CopyFiles = Files
          [Dev.NTamd64.Services]
          AddService = Svc, 2, Svc_Inst
          [Dev.NTarm64]
          CopyFiles = Other_Files
          [Dev.NTarm64.Services]
          AddService = Svc, 2, Svc_Inst
          [Svc_Inst]
          ServiceType = 1
          ServiceBinary = %13%\\svc.sys
                          ~~~~~~~~~~~~ uncopied-service-binary The service runs %13%\\svc.sys, which the package does not copy on arm64.
          [Files]
          svc.sys
          [Other_Files]
          other.sys
          [DestinationDirs]
          DefaultDestDir = 13
        `,
    );
  });

  test('takes copied files in every spelling of their place', () => {
    rule(
      uncopiedServiceBinary,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          CopyFiles = Drivers_Files, Quoted_Files
          [Dev.NT.Services]
          AddService = Svc, 0x2, Svc_Inst
          AddService = Two, 0, Two_Inst
          AddService = Three, 0, Three_Inst
          AddService = Four, 0, Four_Inst
          [Drivers_Files]
          two.sys
          [Quoted_Files]
          my service.exe
          [Two_Inst]
          ServiceType = 1
          ServiceBinary = %10%\\System32\\Drivers\\TWO.sys
          [Three_Inst]
          ServiceType = 0x10
          ServiceBinary = """%13%\\my service.exe"" -k"
          [Four_Inst]
          ServiceType = 0x20
          ServiceBinary = %11%\\svchost.exe -k group
          [DestinationDirs]
          DefaultDestDir = 13
          Drivers_Files = 12
          Quoted_Files = 13
        `,
      ),
    );
  });

  test('is silent about what a build or another INF decides', () => {
    rule(
      uncopiedServiceBinary,
      driver(
        `
          [Dev.NT]
          CopyFiles = Svc_Files
          Include = usb.inf
          Needs = Composite.Dev
          [Dev.NT.Services]
          AddService = Svc, 0x2, Svc_Inst
          AddService = Two, 0, Two_Inst
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %12%\\usbccgp.sys
          [Two_Inst]
          ServiceBinary = INX_PLATFORM_DRIVERS_DIR\\two.sys
        `,
        { without: ['[SourceDisksFiles]'] },
      ),
    );
  });

  test('runs the file where it is copied to', () => {
    fixed(
      uncopiedServiceBinary,
      driver(
        `
          [Svc_Inst]
          ServiceBinary = %12%\\svc.sys
        `,
      ),
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %13%\\svc.sys
        `,
      ),
      'set-binary',
    );
  });

  test('keeps quotation marks and arguments', () => {
    fixed(
      uncopiedServiceBinary,
      driver(
        `
          [Svc_Inst]
          ServiceBinary = """%12%\\svc.sys"" -k"
        `,
      ),
      driver(
        `
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = """%13%\\svc.sys"" -k"
        `,
      ),
      'set-binary',
    );
  });

  test('quotes the path', () => {
    fixed(
      uncopiedServiceBinary,
      driver(
        `
          [Svc_Files]
          my driver.sys
          [Svc_Inst]
          ServiceBinary = %13%\\my driver.sys
        `,
      ),
      driver(
        `
          [Svc_Files]
          svc.sys
          my driver.sys
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = """%13%\\my driver.sys"""
        `,
      ),
      'add-quotes',
    );
  });

  test('leaves it to the fault that causes it', () => {
    const settings = 'ServiceType = 0x10\nStartType = 3\nErrorControl = 1\n';
    rule(uncopiedServiceBinary, driver('', { without: ['[Svc_Files]'] }));
    rule(uncopiedServiceBinary, driver('[Dev.NT]\nCopyFiles Svc_Files\n', { without: ['CopyFiles', '[Svc_Files]'] }));
    rule(uncopiedServiceBinary, driver(`[Svc_Inst]\n${settings}ServiceBinary = %13%\\my folder\\svc.exe\n`));
  });
});
