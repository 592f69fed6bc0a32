import invalidTargetVersion from '../../server/src/rules/invalid-target-version.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('invalid-target-version', () => {
  test('reports what cannot be read', () => {
    rule(
      invalidTargetVersion,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTx64
                         ~~~~~ invalid-target-version TargetOSVersion NTx64 cannot be read; it begins with NT and x86, amd64, arm or arm64, as NTamd64.10.0...17763 does.
      [Models.NTx64]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a build in the wrong place', () => {
    rule(
      invalidTargetVersion,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0..17763
                         ~~~~~~~~~~~~~~~~~~~ invalid-target-version The build number stands in the wrong place of NTamd64.10.0..17763; three dots precede it, as in NTamd64.10.0...17763.
      [Models.NTamd64.10.0..17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a build in the place of the product type', () => {
    rule(
      invalidTargetVersion,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0.17763
                         ~~~~~~~~~~~~~~~~~~ invalid-target-version The build number stands in the wrong place of NTamd64.10.0.17763; three dots precede it, as in NTamd64.10.0...17763.
      [Models.NTamd64.10.0.17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a build behind too many dots', () => {
    rule(
      invalidTargetVersion,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0....17763
                         ~~~~~~~~~~~~~~~~~~~~~ invalid-target-version The build number stands in the wrong place of NTamd64.10.0....17763; three dots precede it, as in NTamd64.10.0...17763.
      [Models.NTamd64.10.0....17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a product type that does not exist', () => {
    rule(
      invalidTargetVersion,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0.4
                         ~~~~~~~~~~~~~~ invalid-target-version The product type 4 in NTamd64.10.0.4 is none; it is 1, 2 or 3.
      [Models.NTamd64.10.0.4]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a build of an older Windows', () => {
    rule(
      invalidTargetVersion,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.6.1...17763
                         ~~~~~~~~~~~~~~~~~~~ invalid-target-version TargetOSVersion NTamd64.6.1...17763 states a build of a Windows before 10.0, which does not read builds.
      [Models.NTamd64.6.1...17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a build that is too low', () => {
    rule(
      invalidTargetVersion,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NT$ARCH$.10.0...10240
                         ~~~~~~~~~~~~~~~~~~~~~ invalid-target-version TargetOSVersion NT$ARCH$.10.0...10240 states a build below 14310, the first Windows that reads builds.
      [Models.NT$ARCH$.10.0...10240]
      %Device% = Dev, USB\\VID_1209&PID_0001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about decorations of every form', () => {
    rule(
      invalidTargetVersion,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NT, NTx86.5.1, NTamd64...0x3, NTamd64....0x80, NTarm64.10, NTamd64.10.0.1.0x10.14310, nt$ARCH$.10.0...19041, NT@ARCH@,
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by fix-decoration', () => {
    fixed(
      invalidTargetVersion,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models, NTx64.10.0...17763 ; x64

      [Models.ntx64.10.0...17763]
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models, NTamd64.10.0...17763 ; x64

      [Models.NTamd64.10.0...17763]
    `,
      'fix-decoration',
    );
  });

  test('cures it by fix-decoration (2)', () => {
    fixed(
      invalidTargetVersion,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTamd64.10.0..17763

      [Models.NTamd64.10.0..17763]
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTamd64.10.0...17763

      [Models.NTamd64.10.0...17763]
    `,
      'fix-decoration',
    );
  });

  test('cures it by fix-decoration (3)', () => {
    fixed(
      invalidTargetVersion,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTamd64.10.0.17763,NTarm64.10.0.0.0..17763

      [Models.NTamd64.10.0...17763]
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTamd64.10.0...17763,NTarm64.10.0...17763

      [Models.NTamd64.10.0...17763]
    `,
      'fix-decoration',
    );
  });

  test('cures it by fix-decoration (4)', () => {
    fixed(
      invalidTargetVersion,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTamd64.6.1...7601

      [Models.NTamd64.6.1...7601]
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTamd64.6.1

      [Models.NTamd64.6.1]
    `,
      'fix-decoration',
    );
  });

  test('cures it by fix-decoration (5)', () => {
    fixed(
      invalidTargetVersion,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NT.amd64,aarch64

      [Models.NT.amd64]
    `,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = System

      [Manufacturer]
      %V% = Models,NTamd64,NTarm64

      [Models.NTamd64]
    `,
      'fix-decoration',
    );
  });
});
