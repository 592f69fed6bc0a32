import serviceBinaryWithoutDirid from '../../server/src/rules/service-binary-without-dirid.js';
import { driver } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('service-binary-without-dirid', () => {
  test('reports paths that begin otherwise', () => {
    rule(
      serviceBinaryWithoutDirid,
      driver(
        `
          [Dev.NT.Services]
          AddService = Svc, 0x2, Svc_Inst
          AddService = Two, 0, Two_Inst
          AddService = Three, 0, Three_Inst
          AddService = Four, 0, Four_Inst
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = svc.sys
                          ~~~~~~~ service-binary-without-dirid ServiceBinary begins with a dirid, as in %13%\\driver.sys, and "svc.sys" does not.
          [Two_Inst]
          ServiceBinary = System32\\drivers\\two.sys
                          ~~~~~~~~~~~~~~~~~~~~~~~~ service-binary-without-dirid ServiceBinary begins with a dirid, as in %13%\\driver.sys, and "System32\\drivers\\two.sys" does not.
          [Three_Inst]
          ServiceBinary = %%SystemRoot%%\\System32\\three.exe
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ service-binary-without-dirid ServiceBinary begins with a dirid, as in %13%\\driver.sys, and "%SystemRoot%\\System32\\three.exe" does not.
          [Four_Inst]
          ServiceBinary = C:\\Vendor\\four.exe
                          ~~~~~~~~~~~~~~~~~~ service-binary-without-dirid ServiceBinary begins with a dirid, as in %13%\\driver.sys, and "C:\\Vendor\\four.exe" does not.
        `,
      ),
    );
  });

  test('takes dirids, and what a build decides', () => {
    rule(
      serviceBinaryWithoutDirid,
      driver(
        `
          [Dev.NT.Services]
          AddService = Svc, 0x2, Svc_Inst
          AddService = Two, 0, Two_Inst
          AddService = Three, 0, Three_Inst
          AddService = Four, 0, Four_Inst
          [Svc_Inst]
          ServiceType   = 1
          StartType     = 3
          ErrorControl  = 1
          ServiceBinary = %13%\\svc.sys
          [Two_Inst]
          ServiceBinary = "%12%\\two.sys"
          [Three_Inst]
          ServiceBinary = %Undefined%\\three.sys
          [Four_Inst]
          ServiceBinary = INX_PLATFORM_DRIVERS_DIR\\four.sys
        `,
      ),
    );
  });

  test('names the place to which the file is copied', () => {
    fixed(
      serviceBinaryWithoutDirid,
      driver(
        `
          [Svc_Inst]
          ServiceBinary = svc.sys
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

  test('writes the folder as a dirid', () => {
    fixed(
      serviceBinaryWithoutDirid,
      driver(
        `
          [Dev.NT.Services]
          AddService = Two, 0, Two_Inst
          AddService = Three, 0, Three_Inst
          [Two_Inst]
          ServiceBinary = \\SystemRoot\\System32\\drivers\\two.sys
          [Three_Inst]
          ServiceBinary = 12\\three.sys
        `,
      ),
      driver(
        `
          [Dev.NT.Services]
          AddService = Svc, 0x2, Svc_Inst
          AddService = Two, 0, Two_Inst
          AddService = Three, 0, Three_Inst
          [Two_Inst]
          ServiceBinary = %12%\\two.sys
          [Three_Inst]
          ServiceBinary = %12%\\three.sys
        `,
      ),
      'set-binary',
    );
  });
});
