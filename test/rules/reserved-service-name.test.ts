import reservedServiceName from '../../server/src/rules/reserved-service-name.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('reserved-service-name', () => {
  test('reports the names of sample drivers, wherever a service gets its name', () => {
    rule(
      reservedServiceName,
      driver(
        `
        [Dev.NT.Services]
        AddService = Echo, 0x2, Svc_Inst
                     ~~~~ reserved-service-name The service name "Echo" is reserved for a Microsoft sample; no other driver may have it.
        AddService = %Filter%,, Svc_Inst
                     ~~~~~~~~ reserved-service-name The service name "ToasterFilter" is that of a Microsoft sample, which no other driver may have.
        [Dev.NT.Wdf]
        KmdfService = Echo, Echo_Wdf
                      ~~~~ reserved-service-name The service name "Echo" is reserved for a Microsoft sample; no other driver may have it.
        UmdfService = WudfOsrUsbFx2, Echo_Umdf
                      ~~~~~~~~~~~~~ reserved-service-name The service name "WudfOsrUsbFx2" is that of a Microsoft sample, which no other driver may have.
        [Strings]
        Filter = "ToasterFilter"
        `,
        options,
      ),
    );
  });

  test('accepts names that only look like them, and those of Windows', () => {
    rule(
      reservedServiceName,
      driver(
        `
        [Dev.NT.Services]
        AddService = EchoDrv, 0x2, Svc_Inst
        AddService = disk,, Svc_Inst
        AddService = WUDFRd,, Svc_Inst
        AddService = ,2
        [Dev.NT.Wdf]
        UmdfServiceOrder = Echo
        `,
        options,
      ),
    );
  });
});
