import uninstalledCreatedDevice from '../../server/src/rules/uninstalled-created-device.js';
import { driver } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

suite('uninstalled-created-device', () => {
  test('reports a device that no Models section lists', () => {
    rule(
      uninstalledCreatedDevice,
      driver(
        `
        [DeviceInstall32]
        AddDevice = ROOT\\example\\0000,, Example_Device
        [Example_Device]
        HardwareIds = ROOT\\exampel
                      ~~~~~~~~~~~~ uninstalled-created-device The device "ROOT\\exampel" that [DeviceInstall32] creates stands in no Models section, so this INF does not install it.
        `,
        { id: 'ROOT\\example' },
      ),
    );
  });

  test('takes a device of which one ID is listed', () => {
    rule(
      uninstalledCreatedDevice,
      driver(
        `
        [DeviceInstall32]
        AddDevice = ROOT\\example\\0000,, Example_Device
        [Example_Device]
        HardwareIds = ROOT\\example2, Root\\EXAMPLE
        `,
        { id: 'ROOT\\example' },
      ),
    );
  });
});
