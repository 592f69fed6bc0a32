import serviceTypeMismatch from '../../server/src/rules/service-type-mismatch.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('service-type-mismatch', () => {
  test('reports settings of Win32 services in drivers', () => {
    rule(
      serviceTypeMismatch,
      driver(
        `
        [Svc_Inst]
        DelayedAutoStart = 1
        ~~~~~~~~~~~~~~~~ service-type-mismatch DelayedAutoStart is for Win32 services only, and ServiceType = 1 makes [Svc_Inst] a driver.
        RequiredPrivileges = SeAuditPrivilege
        ~~~~~~~~~~~~~~~~~~ service-type-mismatch RequiredPrivileges is for Win32 services only, and ServiceType = 1 makes [Svc_Inst] a driver.
        BootFlags = 0x8
        `,
        options,
      ),
    );
  });

  test('reports settings of drivers in Win32 services', () => {
    rule(
      serviceTypeMismatch,
      driver(
        `
        [Dev.NT.Services]
        AddService = Helper,, Helper_Inst
        [Helper_Inst]
        ServiceType = 0x10
        StartType = 1
                    ~ service-type-mismatch StartType = 1 is for drivers only, and ServiceType = 0x10 makes [Helper_Inst] a Win32 service.
        BootFlags = 0x8
        ~~~~~~~~~ service-type-mismatch BootFlags = 0x8 is for drivers only, and ServiceType = 0x10 makes [Helper_Inst] a Win32 service.
        ServiceSidType = 1
        `,
        options,
      ),
    );
  });

  test('reports a Win32 service as function driver', () => {
    rule(
      serviceTypeMismatch,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 2, Svc_Inst
                          ~ service-type-mismatch Svc is made the function driver of a device (flag 0x2), but ServiceType = 0x110 makes it a Win32 service.
        [Svc_Inst]
        ServiceType = 0x110
        [DefaultInstall.NTamd64]
        [DefaultInstall.NTamd64.Services]
        AddService = Svc, 2, Svc_Inst
        `,
        options,
      ),
    );
  });

  test('reports a function driver that the service manager starts', () => {
    rule(
      serviceTypeMismatch,
      driver(
        `
        [Svc_Inst]
        StartType = 2
                    ~ service-type-mismatch StartType = 2 is not for Svc, a function driver: Windows starts it when its device appears (3).
        [Dev.NT.Services]
        AddService = Helper,, Helper_Inst
        [Helper_Inst]
        ServiceType = 0x10
        StartType = 2
        `,
        options,
      ),
    );
  });

  test('says nothing where the type is not known', () => {
    rule(serviceTypeMismatch, driver('[Svc_Inst]\nServiceType = %Type%\nServiceSidType = 1', options));
    rule(serviceTypeMismatch, driver('[Svc_Inst]\nServiceType = @TYPE@\nServiceSidType = 1', options));
  });

  test('removes the setting, or starts the service on demand', () => {
    fixed(
      serviceTypeMismatch,
      driver('[Svc_Inst]\nServiceSidType = 1 ; why\n', options),
      driver('[Svc_Inst]\n', options),
      'remove-entry',
    );
    fixed(
      serviceTypeMismatch,
      driver('[Svc_Inst]\nStartType = 0x2 ; why', options),
      driver('[Svc_Inst]\nStartType = 3 ; why', options),
      'start-on-demand',
    );
  });
});
