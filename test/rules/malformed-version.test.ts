import malformedVersion from '../../server/src/rules/malformed-version.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('malformed-version', () => {
  test('reports what is no version', () => {
    rule(
      malformedVersion,
      driver(
        `
        [Dev.NT.Wdf]
        KmdfService = Svc, Svc_Wdf
        [Svc_Wdf]
        KmdfLibraryVersion = 1,15
        KmdfLibraryVersion = v1.15
                             ~~~~~ malformed-version The version "v1.15" of KmdfLibraryVersion is no version: that is up to 2 numbers from 0 to 65535 with dots between them.
        KmdfLibraryVersion = 1.15.0
                             ~~~~~~ malformed-version The version "1.15.0" of KmdfLibraryVersion is no version: that is up to 2 numbers from 0 to 65535 with dots between them.
        KmdfLibraryVersion = 1.70000
                             ~~~~~~~ malformed-version The version "1.70000" of KmdfLibraryVersion is no version: that is up to 2 numbers from 0 to 65535 with dots between them.
        `,
        options,
      ),
    );
  });

  test('takes versions with fewer parts, and placeholders', () => {
    rule(
      malformedVersion,
      driver(
        `
        [Dev.NT.Wdf]
        KmdfService = Svc, Svc_Wdf
        [Svc_Wdf]
        KmdfLibraryVersion = $KMDFVERSION$
        KmdfLibraryVersion = 1.15
        KmdfLibraryVersion = 1
        `,
        options,
      ),
    );
  });
});
