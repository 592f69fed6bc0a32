import assert from 'node:assert/strict';
import noDevice from '../../server/src/rules/no-device.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { findingsIn, rule } from '../support/squiggle.js';

suite('no-device', () => {
  test('marks the device that lacks a hardware ID', () => {
    rule(
      noDevice,
      `
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Manufacturer]
      %Vendor% = Models, NTamd64, NTarm64
      [Models.NTamd64]
      [Models.NTarm64]
      %Device% = Dev ; here
      ~~~~~~~~~~~~~~ no-device The device %Device% has no hardware ID, so the INF is installed on no device; a driver without devices is a primitive driver with [DefaultInstall].
      %Other% = Dev
      [Dev.NT]
      `,
    );
  });

  test('names the other places where one could stand', () => {
    const text =
      '[Version]\nSignature = "$Windows NT$"\n[Manufacturer]\nV = M, NTamd64, NTarm64\n[M.NTamd64]\n[M.NTarm64]\nA = I\nB = I\n';
    const [found] = findingsIn([noDevice], text);
    assert.deepEqual(
      found?.related.map(({ span }) => text.slice(span.start, span.end)),
      ['B = I', '[M.NTamd64]'],
    );
  });

  test('marks the Models section that lists nothing', () => {
    rule(
      noDevice,
      `
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Manufacturer]
      %Vendor% = Models, NTamd64, NTarm64
      [Models.NTamd64]
      ~~~~~~~~~~~~~~~~ no-device [Models.NTamd64] lists no device, so the INF is installed on none; a driver without devices is a primitive driver with [DefaultInstall].
      [Models.NTarm64]
      `,
    );
  });

  test('marks a [Manufacturer] section without manufacturers', () => {
    const text = `
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Manufacturer]
      ~~~~~~~~~~~~~~ no-device [Manufacturer] names no Models section, so the INF is installed on no device; a driver without devices is a primitive driver with [DefaultInstall].
      `;
    rule(noDevice, text);
    rule(noDevice, text.replace(/^ *~.*\n/m, ''), { uri: 'file:///test.inx' });
  });

  test('reports an INF without anything to install', () => {
    rule(
      noDevice,
      `
      [Version]
      ~~~~~~~~~ no-device The INF has neither [Manufacturer] nor [DefaultInstall], so it is installed on no device and as no primitive driver.
      Signature = "$Windows NT$"
      Class = System
      `,
    );
  });

  test('only mentions a printer without hardware ID, which people choose by name', () => {
    rule(
      noDevice,
      `
      [Version]
      Signature = "$Windows NT$"
      Class     = Printer
      [Manufacturer]
      "Example" = Models, NTamd64
      [Models.NTamd64]
      "Example Laser" = Laser
      ~~~~~~~~~~~~~~~~~~~~~~~ no-device The printer Example Laser has no hardware ID, so Windows installs it only for who chooses it by its name.
      [Laser]
      DataFile = laser.gpd
      `,
    );
  });

  test('takes devices, classes, primitive drivers and INFs of Windows', () => {
    rule(noDevice, driver('', { id: USB_DEVICE }));
    rule(noDevice, driver('', { id: ',USB\\VID_1209&PID_0001' }));
    const rest = '[Version]\nSignature = "$Windows NT$"\nClass = System\n';
    for (const section of ['[DefaultInstall.NTamd64]', '[ClassInstall32]', '[InterfaceInstall32]']) {
      rule(noDevice, `${rest}${section}\n`);
    }
    rule(noDevice, `${rest}[PortMonitors]\n"Example" = Monitor\n[Monitor]\nPortMonitorDll = monitor.dll\n`);
    rule(noDevice, `${rest}LayoutFile = layout.inf\n`);
    rule(noDevice, `${rest}[Manufacturer]\n%Vendor% = Models, NT$ARCH$\n`);
  });

  test('leaves a manufacturer without a Models section to the rule about that', () => {
    rule(noDevice, driver('[Manufacturer]\n%Vendor% =\n', { target: '' }));
  });
});
