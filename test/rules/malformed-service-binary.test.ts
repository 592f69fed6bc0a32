import malformedServiceBinary from '../../server/src/rules/malformed-service-binary.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

/** A Win32 service of that path. */
function helper(binary: string, tell = ''): string {
  return driver(
    `
    [Dev.NT.Services]
    AddService = Helper,, Helper_Inst
    [Helper_Inst]
    ServiceType = 0x10
    ServiceBinary = ${binary}${tell === '' ? '' : `\n                    ${'~'.repeat(binary.length)} malformed-service-binary ${tell}`}
    [Strings]
    Name = "My Helper"
    `,
    options,
  );
}

suite('malformed-service-binary', () => {
  test('reports blanks in the path of a Win32 service', () => {
    const tell = (path: string): string =>
      `The path "${path}" has blanks and no quotation marks, so the service manager cannot tell where it ends.`;
    rule(malformedServiceBinary, helper('%13%\\My Helper.exe', tell('%13%\\My Helper.exe')));
    rule(malformedServiceBinary, helper('"%13%\\My Helper.exe -k"', tell('%13%\\My Helper.exe')));
    rule(malformedServiceBinary, helper('%13%\\%Name%.exe', tell('%13%\\My Helper.exe')));
  });

  test('reports folders whose names have blanks', () => {
    const tell =
      '%16422% is a folder with a blank in its name (Program Files), so the path of the service needs quotation marks.';
    rule(malformedServiceBinary, helper('%16422%\\helper.exe', tell));
  });

  test('reports a path without a file, and a quotation mark without a partner', () => {
    rule(malformedServiceBinary, helper('"%13%\\"', 'ServiceBinary names a folder, but no file: %13%\\'));
    rule(
      malformedServiceBinary,
      helper('"""%13%\\helper.exe"', 'A quotation mark of ServiceBinary has no partner: "%13%\\helper.exe'),
    );
  });

  test('accepts quotation marks, arguments, drivers, and what a build puts in', () => {
    rule(malformedServiceBinary, helper('"""%13%\\My Helper.exe""" -k group'));
    rule(malformedServiceBinary, helper('"%13%\\helper.exe" -k "a b"'));
    rule(malformedServiceBinary, helper('%13%\\helper.exe -k group'));
    rule(malformedServiceBinary, helper('%13%\\@NAME@ helper.exe'));
    rule(malformedServiceBinary, driver('[Svc_Inst]\nServiceBinary = %13%\\my driver.sys', options));
  });

  test('puts the path, but not the arguments, into quotation marks', () => {
    fixed(
      malformedServiceBinary,
      helper('%13%\\My Helper.exe -k group ; why'),
      helper('"""%13%\\My Helper.exe""" -k group ; why'),
      'add-quotes',
    );
    fixed(malformedServiceBinary, helper('"%16422%\\helper.exe"'), helper('"""%16422%\\helper.exe"""'), 'add-quotes');
  });
});
