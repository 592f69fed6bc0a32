import invalidExtensionId from '../../server/src/rules/invalid-extension-id.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

suite('invalid-extension-id', () => {
  test('reports an extension INF without it', () => {
    rule(
      invalidExtensionId,
      driver(
        `
      [Version]
       ~~~~~~~ invalid-extension-id An extension INF needs an ExtensionId: a GUID of its own, made once and kept in all later versions.
      Class     = Extension
      ClassGuid = {e2f84ce7-8efa-411c-aa69-97454ca4cb57}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports what is no GUID', () => {
    rule(
      invalidExtensionId,
      driver(
        `
      [Version]
      Class       = Extension
      ExtensionId = contoso
                    ~~~~~~~ invalid-extension-id ExtensionId is "contoso", which is no GUID: a GUID has 8, 4, 4, 4 and 12 hexadecimal digits, separated by hyphens, in braces.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports an empty value', () => {
    rule(
      invalidExtensionId,
      driver(
        `
      [Version]
      Class       = Extension
      ExtensionId =
      ~~~~~~~~~~~~~ invalid-extension-id ExtensionId has no value; it takes a GUID of its own in braces.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about a GUID', () => {
    rule(
      invalidExtensionId,
      driver(
        `
      [Version]
      Class       = Extension
      ClassGuid   = {e2f84ce7-8efa-411c-aa69-97454ca4cb57}
      ExtensionId = {0c2e6d4a-9f0f-4c2d-9a5a-6d1f0b6a1a77}
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent about other INFs', () => {
    rule(
      invalidExtensionId,
      driver(
        `
      [Version]
      Class = System
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent where a build fills it in', () => {
    rule(
      invalidExtensionId,
      driver(
        `
      [Version]
      Class       = Extension
      ExtensionId = @EXTENSION_ID@
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('cures it by add-braces', () => {
    fixed(
      invalidExtensionId,
      `
      [Version]
      Class       = Extension
      ExtensionId = 0c2e6d4a-9f0f-4c2d-9a5a-6d1f0b6a1a77

    `,
      `
      [Version]
      Class       = Extension
      ExtensionId = {0c2e6d4a-9f0f-4c2d-9a5a-6d1f0b6a1a77}

    `,
      'add-braces',
    );
  });
});
