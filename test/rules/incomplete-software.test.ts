import incompleteSoftware from '../../server/src/rules/incomplete-software.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

/** Software as those lines describe it. */
function software(lines: string): string {
  return driver(`[Dev.NT.Software]\nAddSoftware = App,, App_Software\n[App_Software]\n${lines.trimEnd()}\n`, {
    id: USB_DEVICE,
  });
}

suite('incomplete-software', () => {
  test('reports what an installer lacks', () => {
    rule(
      incompleteSoftware,
      software(
        [
          'SoftwareType = 0x1',
          '               ~~~ incomplete-software SoftwareType = 1 needs SoftwareVersion, which [App_Software] lacks.',
          'SOFTWAREBINARY = setup.exe',
        ].join('\n'),
      ),
    );
  });

  test('reports what an app of the store lacks', () => {
    rule(
      incompleteSoftware,
      software(
        [
          'SoftwareType = 2',
          '               ~ incomplete-software SoftwareType = 2 needs SoftwareID, which [App_Software] lacks.',
        ].join('\n'),
      ),
    );
  });

  test('accepts what is complete, and what a build completes', () => {
    rule(incompleteSoftware, software('SoftwareType = 2\nSoftwareID = pfn://Example.App_0123456789abc'));
    rule(incompleteSoftware, software('SoftwareType = 1\nSoftwareBinary = setup.exe\nSoftwareVersion = 1.0.0.0'));
    rule(incompleteSoftware, software('SoftwareType = 2\n@SOFTWARE_ID@ = x'));
    rule(incompleteSoftware, software('SoftwareType = 7'));
  });

  test('adds the entry', () => {
    const lines = 'SoftwareType    = 1\nSoftwareBinary  = setup.exe\n';
    fixed(incompleteSoftware, software(lines), software(`${lines}SoftwareVersion = 1.0.0.0`), 'add-softwareversion');
  });
});
