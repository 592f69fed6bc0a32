import noDevice from '../../server/src/rules/no-device.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

suite('no-device', () => {
  test('reports an INF without any hardware ID', () => {
    rule(
      noDevice,
      `
      [Version]
      Signature = "$Windows NT$"
      Class = System
      [Manufacturer]
      ~~~~~~~~~~~~~~ no-device No Models section lists a hardware ID, so the INF is installed on no device; a driver without devices is a primitive driver with [DefaultInstall].
      %Vendor% = Models, NTamd64
      [Models.NTamd64]
      %Device% = Dev
      [Dev.NT]
      `,
    );
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

  test('takes devices, classes, primitive drivers and INFs of Windows', () => {
    rule(noDevice, driver('', { id: USB_DEVICE }));
    rule(noDevice, driver('', { id: ',USB\\VID_1209&PID_0001' }));
    const rest = '[Version]\nSignature = "$Windows NT$"\nClass = System\n';
    for (const section of ['[DefaultInstall.NTamd64]', '[ClassInstall32]', '[InterfaceInstall32]']) {
      rule(noDevice, `${rest}${section}\n`);
    }
    rule(noDevice, `${rest}LayoutFile = layout.inf\n`);
    rule(noDevice, `${rest}[Manufacturer]\n%Vendor% = Models, NT$ARCH$\n`);
  });

  test('leaves a manufacturer without a Models section to the rule about that', () => {
    rule(noDevice, driver('[Manufacturer]\n%Vendor% =\n', { target: '' }));
  });
});
