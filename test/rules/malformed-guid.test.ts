import malformedGuid from '../../server/src/rules/malformed-guid.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';
import assert from 'node:assert/strict';

const options = { id: USB_DEVICE };
const EXAMPLE = 'one looks like this: {xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}.';

suite('malformed-guid', () => {
  test('reports what is no GUID', () => {
    rule(
      malformedGuid,
      driver(
        `
        [Dev.NT.Interfaces]
        AddInterface = 11111111-2222-3333-4444-555555555555
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ malformed-guid The interface class "11111111-2222-3333-4444-555555555555" of AddInterface is no GUID; ${EXAMPLE}
        AddInterface = {11111111-2222-3333-4444-55555555555g}, ref
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ malformed-guid The interface class "{11111111-2222-3333-4444-55555555555g}" of AddInterface is no GUID; ${EXAMPLE}
        AddInterface = %Token%
                       ~~~~~~~ malformed-guid The interface class "{1}" of AddInterface is no GUID; ${EXAMPLE}
        [Strings]
        Token = "{1}"
        `,
        options,
      ),
    );
  });

  test('takes GUIDs in any case, tokens and placeholders', () => {
    rule(
      malformedGuid,
      driver(
        `
        [Dev.NT.Interfaces]
        AddInterface = {aaaaaaaa-2222-3333-4444-555555555555}
        AddInterface = "{AAAAAAAA-2222-3333-4444-555555555556}"
        AddInterface = %Token%
        AddInterface = %Unknown%
        AddInterface = $GUID$
        [Strings]
        Token = "{aaaaaaaa-2222-3333-4444-555555555557}"
        `,
        options,
      ),
    );
  });

  test('cures it by write-guid where all digits are there', () => {
    const before = driver('[Dev.NT.Interfaces]\nAddInterface = 11111111222233334444555555555555', options);
    const guid = '{11111111-2222-3333-4444-555555555555}';
    fixed(malformedGuid, before, before.replace('11111111222233334444555555555555', guid), 'write-guid');
    assert.deepEqual(actionsOf(malformedGuid, before.replace('5555555', '55')), []);
  });
});
