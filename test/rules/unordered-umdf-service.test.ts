import unorderedUmdfService from '../../server/src/rules/unordered-umdf-service.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('unordered-umdf-service', () => {
  test('reports UMDF drivers that the order leaves out', () => {
    rule(
      unorderedUmdfService,
      driver(
        `
        [Dev.NT.Wdf]
        UmdfService = Lower, Lower_Wdf
        UmdfService = Upper, Upper_Wdf
                      ~~~~~ unordered-umdf-service UmdfService sets Upper up, but UmdfServiceOrder of [Dev.NT.Wdf] does not list it.
        UmdfServiceOrder = LOWER, Inbox
        `,
        options,
      ),
    );
  });

  test('reports UMDF drivers without an order', () => {
    rule(
      unorderedUmdfService,
      driver(
        `
        [Dev.NT.Wdf]
        UmdfService = %Name%, Lower_Wdf
                      ~~~~~~ unordered-umdf-service UmdfService sets Lower up, but [Dev.NT.Wdf] has no UmdfServiceOrder that puts it into the stack of the device.
        [Strings]
        Name = Lower
        `,
        options,
      ),
    );
  });

  test('accepts class extensions, what other sections bring, and what a build puts in', () => {
    rule(unorderedUmdfService, driver('[Dev.NT.Wdf]\nUmdfService = Cx, Cx_Wdf\nUmdfExtensions = Cx', options));
    rule(unorderedUmdfService, driver('[Dev.NT.Wdf]\nUmdfService = A, A_Wdf\nNeeds = Other.Wdf', options));
    rule(unorderedUmdfService, driver('[Dev.NT.Wdf]\nUmdfService = A, A_Wdf\nUmdfServiceOrder = @ORDER@', options));
    rule(unorderedUmdfService, driver('[Dev.NT.Wdf]\nUmdfService = @NAME@, A_Wdf', options));
    rule(unorderedUmdfService, driver('[Dev.NT.Wdf]\nKmdfService = Svc, A_Wdf', options));
  });

  test('adds it on top of the order, or an order', () => {
    const line = 'UmdfService      = Upper, Upper_Wdf ; why\n';
    fixed(
      unorderedUmdfService,
      driver(`[Dev.NT.Wdf]\n${line}UmdfServiceOrder = Lower ; first\n`, options),
      driver(`[Dev.NT.Wdf]\n${line}UmdfServiceOrder = Lower, Upper ; first\n`, options),
      'add-to-order',
    );
    fixed(
      unorderedUmdfService,
      driver(`[Dev.NT.Wdf]\n${line}UmdfServiceOrder = Lower ; first\n`, options),
      driver(`[Dev.NT.Wdf]\n${line}UmdfServiceOrder = Upper ; first\n`, options),
      'rename-in-order',
    );
    fixed(
      unorderedUmdfService,
      driver('[Dev.NT.Wdf]\nUmdfService=Upper,Upper_Wdf\n', options),
      driver('[Dev.NT.Wdf]\nUmdfService=Upper,Upper_Wdf\nUmdfServiceOrder=Upper\n', options),
      'add-to-order',
    );
  });
});
