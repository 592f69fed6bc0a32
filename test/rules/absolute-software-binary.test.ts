import absoluteSoftwareBinary from '../../server/src/rules/absolute-software-binary.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

const SECTIONS = `
        [Dev.NT.Software]
        AddSoftware = App,, App_Software
        [App_Software]
        SoftwareType = 1`;

/** Software with that binary. */
function software(binary: string): string {
  return driver(`${SECTIONS}\n        SoftwareBinary = ${binary}\n`, { id: USB_DEVICE });
}

suite('absolute-software-binary', () => {
  test('reports paths outside the package', () => {
    rule(
      absoluteSoftwareBinary,
      software(`C:\\Tools\\setup.exe
                         ~~~~~~~~~~~~~~~~~~ absolute-software-binary SoftwareBinary is a path within the driver package, and "C:\\Tools\\setup.exe" is an absolute one.`),
    );
    rule(
      absoluteSoftwareBinary,
      software(`"\\\\server\\share\\setup.exe"
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~ absolute-software-binary SoftwareBinary is a path within the driver package, and "\\\\server\\share\\setup.exe" is an absolute one.`),
    );
    rule(
      absoluteSoftwareBinary,
      software(`%11%\\setup.exe
                         ~~~~~~~~~~~~~~ absolute-software-binary SoftwareBinary is a path within the driver package: that of %13%, not of %11%.`),
    );
  });

  test('accepts paths within the package', () => {
    rule(absoluteSoftwareBinary, software('setup.exe'));
    rule(absoluteSoftwareBinary, software('amd64\\setup.msi'));
    rule(absoluteSoftwareBinary, software('%13%\\setup.exe'));
    rule(absoluteSoftwareBinary, software('@SETUP@'));
  });
});
