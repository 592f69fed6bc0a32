import invalidClassGuid from '../../server/src/rules/invalid-class-guid.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('invalid-class-guid', () => {
  test('reports a GUID without braces', () => {
    rule(
      invalidClassGuid,
      driver(
        `
      [Version]
      ClassGuid = 4d36e97d-e325-11ce-bfc1-08002be10318
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ invalid-class-guid ClassGuid is "4d36e97d-e325-11ce-bfc1-08002be10318", which is no GUID: a GUID has 8, 4, 4, 4 and 12 hexadecimal digits, separated by hyphens, in braces.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a GUID that is too short', () => {
    rule(
      invalidClassGuid,
      driver(
        `
      [Version]
      ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be1031}
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ invalid-class-guid ClassGuid is "{4d36e97d-e325-11ce-bfc1-08002be1031}", which is no GUID: a GUID has 8, 4, 4, 4 and 12 hexadecimal digits, separated by hyphens, in braces.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports what a token stands for', () => {
    rule(
      invalidClassGuid,
      driver(
        `
      [Version]
      ClassGuid = %Guid%
                  ~~~~~~ invalid-class-guid ClassGuid is "system", which is no GUID: a GUID has 8, 4, 4, 4 and 12 hexadecimal digits, separated by hyphens, in braces.
      [Strings]
      Guid = "system"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about GUIDs in any case', () => {
    rule(
      invalidClassGuid,
      driver(
        `
      [Version]
      ClassGuid = {4D36E97D-E325-11CE-BFC1-08002BE10318}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent where a build fills in the GUID', () => {
    rule(
      invalidClassGuid,
      driver(
        `
      [Version]
      ClassGuid = @CLASS_GUID@
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by add-braces', () => {
    fixed(
      invalidClassGuid,
      `
      [Version]
      Class     = System
      ClassGuid = 4d36e97d-e325-11ce-bfc1-08002be10318

    `,
      `
      [Version]
      Class     = System
      ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}

    `,
      'add-braces',
    );
  });

  test('cures it by set-class-guid', () => {
    fixed(
      invalidClassGuid,
      `
      [Version]
      Class     = Net ; of networks
      ClassGuid = "net"

    `,
      `
      [Version]
      Class     = Net ; of networks
      ClassGuid = "{4d36e972-e325-11ce-bfc1-08002be10318}"

    `,
      'set-class-guid',
    );
  });
});
