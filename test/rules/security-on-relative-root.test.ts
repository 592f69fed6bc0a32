import securityOnRelativeRoot from '../../server/src/rules/security-on-relative-root.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('security-on-relative-root', () => {
  test('reports values directly below HKR in a section with a security descriptor', () => {
    rule(
      securityOnRelativeRoot,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,Speed,0x00010001,1
           ~~~~~ security-on-relative-root The security descriptor of [Dev_Reg.Security] cannot be set for "Speed", which stands directly below HKR and not in a subkey.
      HKR,,,,"Example"
      ~~~~~~~~~~~~~~~~ security-on-relative-root The security descriptor of [Dev_Reg.Security] cannot be set for the unnamed value, which stands directly below HKR and not in a subkey.
      [Dev_Reg.Security]
      "D:P(A;;GA;;;SY)(A;;GA;;;BA)"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on subkeys, other roots, and sections without a descriptor', () => {
    rule(
      securityOnRelativeRoot,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg, Other_Reg
      [Dev_Reg]
      HKR,Sub,Speed,0x00010001,1
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
      HKR,,,0x00000010
      [Dev_Reg.Security]
      "D:P(A;;GA;;;SY)(A;;GA;;;BA)"
      [Other_Reg]
      HKR,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
    );
  });
});
