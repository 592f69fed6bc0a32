import malformedPath from '../../server/src/rules/malformed-path.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('malformed-path', () => {
  test('reports characters that no file name has', () => {
    rule(
      malformedPath,
      driver(
        `
        [Svc_Inst]
        ServiceBinary = %13%\\svc?.sys
                        ~~~~~~~~~~~~~ malformed-path The path "%13%\\svc?.sys" of ServiceBinary holds "?", which no file or folder name may have.
        `,
        options,
      ),
    );
  });

  test('takes dirids, blanks and command lines', () => {
    rule(
      malformedPath,
      driver(
        `
        [Svc_Inst]
        ServiceBinary = """%13%\\my service.exe"" -k example"
        `,
        options,
      ),
    );
  });
});
