import repeatedDirective from '../../server/src/rules/repeated-directive.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const COPIES = driver(
  `
  [Svc_Inst]
  StartType = 3
  Description = %Device%
  starttype = 3
  Description = %Device% ; for people
  `,
  options,
);

suite('repeated-directive', () => {
  test('reports the second and later ones', () => {
    rule(
      repeatedDirective,
      driver(
        `
        [Svc_Inst]
        StartType = 3
        starttype = 2
        ~~~~~~~~~ repeated-directive starttype stands more than once in service-install section [Svc_Inst], where only one can take effect.
        [Version]
        CatalogFile.ntamd64 = a.cat
        CatalogFile.ntarm64 = b.cat
        CatalogFile.ntamd64 = c.cat
        ~~~~~~~~~~~~~~~~~~~ repeated-directive CatalogFile.ntamd64 stands more than once in [Version], where only one can take effect.
        `,
        options,
      ),
    );
  });

  test('takes directives that may repeat, and the same one in several sections', () => {
    rule(
      repeatedDirective,
      driver(
        `
        [Dev.NT]
        AddReg = A
        AddReg = B
        [A]
        [B]
        [Dev.NT.Services]
        AddService = Svc, 0x2, Svc_Inst
        AddService = Other, 0, Other_Inst
        [Other_Inst]
        ServiceType = 1
        StartType = 3
        ErrorControl = 1
        ServiceBinary = %13%\\svc.sys
        `,
        options,
      ),
    );
  });

  test('takes copies away by itself, and keeps their comments', () => {
    fixed(
      repeatedDirective,
      COPIES,
      COPIES.replace('starttype = 3\n', '').replace('Description = %Device% ; for', ' ; for'),
    );
  });

  test('removes another value only when told so', () => {
    const before = driver('[Svc_Inst]\nStartType = 3\nStartType = 2\n', options);
    fixed(repeatedDirective, before, before);
    fixed(repeatedDirective, before, before.replace('StartType = 2\n', ''), 'remove-repeated');
  });
});
