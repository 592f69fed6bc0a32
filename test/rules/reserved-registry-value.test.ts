import reservedRegistryValue from '../../server/src/rules/reserved-registry-value.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('reserved-registry-value', () => {
  test('reports values that Windows itself sets in the software key', () => {
    rule(
      reservedRegistryValue,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,MatchingDeviceId,,"Example"
           ~~~~~~~~~~~~~~~~ reserved-registry-value Windows itself sets "MatchingDeviceId" in the software key when it installs the device, so a package may not.
      HKR,,"DriverVersion",,"1.0.0.0"
           ~~~~~~~~~~~~~~~ reserved-registry-value Windows itself sets "DriverVersion" in the software key when it installs the device, so a package may not.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on other keys, roots and deletions', () => {
    rule(
      reservedRegistryValue,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Dev_Reg]
      HKR,Sub,DriverVersion,,"1.0.0.0"
      HKR,,DriverVersion,0x00000004
      HKLM,SOFTWARE\\Example,DriverVersion,,"1.0.0.0"
      [Hw_Reg]
      HKR,,DriverVersion,,"1.0.0.0"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('removes the line', () => {
    fixed(
      reservedRegistryValue,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,InfPath,,"Example"
      HKR,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      'remove-line',
    );
  });
});
