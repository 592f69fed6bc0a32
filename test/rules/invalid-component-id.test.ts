import invalidComponentId from '../../server/src/rules/invalid-component-id.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

/** A software component with those IDs. */
function component(ids: string): string {
  return driver(`[Dev.NT.Components]\nAddComponent = App,, App_Component\n[App_Component]\nComponentIDs = ${ids}\n`, {
    id: USB_DEVICE,
  });
}

suite('invalid-component-id', () => {
  test('reports backslashes and commas', () => {
    const tell = (id: string, character: string): string =>
      `invalid-component-id The component ID "${id}" has "${character}" in it: Windows puts SWC\\ in front, and no other separator is allowed.`;
    rule(
      invalidComponentId,
      component(
        [
          'VEN_1209&CID_1, SWC\\VEN_1209&CID_2, "VEN_1209,CID_3"',
          `                               ~~~~~~~~~~~~~~~~~~ ${tell('SWC\\VEN_1209&CID_2', '\\')}`,
          `                                                   ~~~~~~~~~~~~~~~~ ${tell('VEN_1209,CID_3', ',')}`,
        ].join('\n'),
      ),
    );
  });

  test('accepts other IDs', () => {
    rule(invalidComponentId, component('VEN_1209&CID_1, {5f6e1f6e-0000-4000-8000-000000000000}'));
  });

  test('takes away what Windows adds', () => {
    fixed(
      invalidComponentId,
      component('SWC\\VEN_1209&CID_2, "A,B\\C" ; why'),
      component('VEN_1209&CID_2, "A_B_C" ; why'),
      'set-value',
    );
  });
});
