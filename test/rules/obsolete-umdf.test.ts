import obsoleteUmdf from '../../server/src/rules/obsolete-umdf.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const windows = { mode: 'w' } as const;

/** A UMDF driver of that version. */
function umdf(version: string, more = '', wdf = ''): string {
  return driver(
    `
    [Dev.NT.Wdf]
    UmdfService = Svc, Svc_Wdf
    UmdfServiceOrder = Svc
    ${wdf}
    [Svc_Wdf]
    UmdfLibraryVersion = ${version}
    ${more}
    `,
    options,
  );
}

const CLSID = 'DriverCLSID = {5f6e1f6e-0000-4000-8000-000000000000}';

suite('obsolete-umdf', () => {
  test('reports UMDF 1', () => {
    rule(
      obsoleteUmdf,
      umdf(
        `1.11.0
                         ~~~~~~ obsolete-umdf UMDF 1.11.0 is deprecated: a driver is to use UMDF 2.`,
        CLSID,
      ),
      windows,
    );
    // Universal and declarative requirements do not ask for UMDF 2.
    rule(obsoleteUmdf, umdf('1.11.0', CLSID), { mode: 'u' });
  });

  test('reports directives of UMDF 1 beside UMDF 2', () => {
    rule(
      obsoleteUmdf,
      umdf(
        '2.15.0',
        `${CLSID}
    ~~~~~~~~~~~ obsolete-umdf DriverCLSID is for UMDF 1 only; this driver uses UMDF 2.15.0.`,
      ),
    );
  });

  test('reports directives that the version does not read yet', () => {
    rule(
      obsoleteUmdf,
      umdf(
        '2.0.0',
        '',
        `UmdfHostPriority = PriorityHigh
    ~~~~~~~~~~~~~~~~ obsolete-umdf UmdfHostPriority is read since UMDF 2.15; the driver uses UMDF 2.0.0.
    UmdfDirectHardwareAccess = AllowDirectHardwareAccess`,
      ),
    );
  });

  test('accepts UMDF 2, and versions that a build puts in', () => {
    rule(obsoleteUmdf, umdf('2.33.0', '', 'UmdfHostPriority = PriorityHigh'), windows);
    rule(obsoleteUmdf, umdf('$UMDFVERSION$', CLSID, 'UmdfHostPriority = PriorityHigh'), windows);
  });

  test('removes the directive', () => {
    fixed(
      obsoleteUmdf,
      umdf('2.15.0', `${CLSID}\n    ServiceBinary = %13%\\a.dll`),
      umdf('2.15.0', 'ServiceBinary = %13%\\a.dll'),
      'remove-entry',
    );
  });
});
