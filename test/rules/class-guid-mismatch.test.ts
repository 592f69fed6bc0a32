import classGuidMismatch from '../../server/src/rules/class-guid-mismatch.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('class-guid-mismatch', () => {
  test('reports the class that does not belong to the GUID', () => {
    rule(
      classGuidMismatch,
      driver(
        `
      [Version]
      Class     = Net
                  ~~~ class-guid-mismatch ClassGuid {4D36E97D-E325-11CE-BFC1-08002BE10318} is that of class System, not of Net.
      ClassGuid = {4D36E97D-E325-11CE-BFC1-08002BE10318}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports the GUID that does not belong to the class', () => {
    rule(
      classGuidMismatch,
      driver(
        `
      [Version]
      Class     = Net
      ClassGuid = {a7447bd0-6e7b-4b5a-8a0f-0d5b8a3a9a11}
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ class-guid-mismatch The GUID of class Net is {4d36e972-e325-11ce-bfc1-08002be10318}, not {a7447bd0-6e7b-4b5a-8a0f-0d5b8a3a9a11}.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent where both agree, whatever their case', () => {
    rule(
      classGuidMismatch,
      driver(
        `
      [Version]
      Class     = SYSTEM
      ClassGuid = {4D36E97D-E325-11CE-BFC1-08002BE10318}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about classes of others', () => {
    rule(
      classGuidMismatch,
      driver(
        `
      [Version]
      Class     = Contoso
      ClassGuid = {a7447bd0-6e7b-4b5a-8a0f-0d5b8a3a9a11}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('leaves a malformed GUID to invalid-class-guid', () => {
    rule(
      classGuidMismatch,
      driver(
        `
      [Version]
      Class     = Net
      ClassGuid = net
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by set-class-system', () => {
    fixed(
      classGuidMismatch,
      `
      [Version]
      Class     = Net
      ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}

    `,
      `
      [Version]
      Class     = System
      ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}

    `,
      'set-class-system',
    );
  });

  test('cures it by set-class-guid', () => {
    fixed(
      classGuidMismatch,
      `
      [Version]
      Class     = Net
      ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}

    `,
      `
      [Version]
      Class     = Net
      ClassGuid = {4d36e972-e325-11ce-bfc1-08002be10318}

    `,
      'set-class-guid',
    );
  });
});
