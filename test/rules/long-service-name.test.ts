import longServiceName from '../../server/src/rules/long-service-name.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('long-service-name', () => {
  test('reports names that are too long by themselves or with what makes them unique', () => {
    const just = 's'.repeat(256);
    const long = 's'.repeat(257);
    rule(
      longServiceName,
      driver(
        `
        [Dev.NT.Services]
        AddService = ${just}, 0x10002, Svc_Inst
                     ${'~'.repeat(256)} long-service-name The service name has 256 characters; 256 are allowed once the flag 0x10000 has added what makes it unique.
        AddService = ${just},, Svc_Inst
        AddService = ${long},, Svc_Inst
                     ${'~'.repeat(257)} long-service-name The service name has 257 characters; more than 256 are too many.
        `,
        options,
      ),
    );
  });

  test('holds driver frameworks to 31 characters', () => {
    const just = 's'.repeat(31);
    const long = 's'.repeat(32);
    rule(
      longServiceName,
      driver(
        `
        [Dev.NT.Wdf]
        KmdfService = ${just}, Just_Wdf
        KmdfService = ${long}, Long_Wdf
                      ${'~'.repeat(32)} long-service-name The service name in KmdfService has 32 characters; more than 31 are too many.
        UmdfService = $DRIVER_NAME_THAT_A_BUILD_PUTS_IN$, Umdf_Wdf
        `,
        options,
      ),
    );
  });
});
