import desktopOnlySoftware from '../../server/src/rules/desktop-only-software.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

/** Software of that type in an INF of that class. */
function software(type: string, className: string): string {
  const lines = '[Dev.NT.Software]\nAddSoftware = App,, App_Software\n[App_Software]\n';
  return driver(`${lines}SoftwareType = ${type}\n`, { id: USB_DEVICE, className });
}

suite('desktop-only-software', () => {
  test('reports installers', () => {
    rule(
      desktopOnlySoftware,
      software(
        '1\n               ~ desktop-only-software SoftwareType = 1 runs an installer, which only desktop editions of Windows do; an app of the store (2) runs on all.',
        'SoftwareComponent',
      ),
    );
  });

  test('reports installers outside software components', () => {
    rule(
      desktopOnlySoftware,
      software(
        '0x1\n               ~~~ desktop-only-software SoftwareType = 0x1 is for INFs of class SoftwareComponent only, and this one is of class System.',
        'System',
      ),
    );
  });

  test('accepts apps of the store', () => {
    rule(desktopOnlySoftware, software('2', 'System'));
    rule(desktopOnlySoftware, software('2', 'SoftwareComponent'), { mode: 'u' });
  });
});
