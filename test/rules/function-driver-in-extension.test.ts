import functionDriverInExtension from '../../server/src/rules/function-driver-in-extension.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const extension = { id: USB_DEVICE, className: 'Extension' };

suite('function-driver-in-extension', () => {
  test('reports the flag in an extension INF', () => {
    rule(
      functionDriverInExtension,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 0x0000000A, Svc_Inst
                          ~~~~~~~~~~ function-driver-in-extension An extension INF cannot make Svc the function driver of a device: the flag 0x2 belongs in the base INF.
        AddService = ,2
        ~~~~~~~~~~~~~~~ function-driver-in-extension An extension INF does not say that a device has no function driver: the flag 0x2 belongs in the base INF.
        AddService = Filter, 0x8, Svc_Inst
        `,
        extension,
      ),
    );
  });

  test('accepts it in any other INF', () => {
    rule(functionDriverInExtension, driver('', { id: USB_DEVICE }));
  });

  test('drops the flag, or the line that says nothing else', () => {
    fixed(
      functionDriverInExtension,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 0x0000000A, Svc_Inst ; why
        AddService = ,2 ; none
        `,
        extension,
      ),
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 0x00000008, Svc_Inst ; why
        `,
        extension,
      ),
      'drop-flag',
    );
  });
});
