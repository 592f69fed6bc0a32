import appendedRegistryString from '../../server/src/rules/appended-registry-string.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('appended-registry-string', () => {
  test('reports appending to and taking out of lists', () => {
    rule(
      appendedRegistryString,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      DelReg = Dev_Del
      [Dev_Reg]
      HKR,,Modes,0x00010008,"one"
                 ~~~~~~~~~~ appended-registry-string The flags 0x00010008 append to the list Modes, which others change too, so that the outcome depends on the order.
      HKR,,Modes,0x00018002,"one"
                 ~~~~~~~~~~ appended-registry-string The flags 0x00018002 take strings out of the list Modes, so that the outcome depends on the order of installation.
      [Dev_Del]
      HKR,,Modes,0x00018002,"one"
                 ~~~~~~~~~~ appended-registry-string The flags 0x00018002 take strings out of the list Modes, so that the outcome depends on the order of installation.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('leaves filter drivers to another rule in mode h', () => {
    rule(
      appendedRegistryString,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010008,"Upper"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports filter drivers in mode u, where no other rule does', () => {
    rule(
      appendedRegistryString,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010008,"Upper"
                        ~~~~~~~~~~ appended-registry-string The flags 0x00010008 append to the list UpperFilters, which others change too, so that the outcome depends on the order.
    `,
        { id: USB_DEVICE },
      ),
      { mode: 'u' },
    );
  });

  test('is silent on whole lists and other types', () => {
    rule(
      appendedRegistryString,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,Modes,0x00010000,"one"
      HKR,,Speed,0x00010001,1
      HKR,,Text,0x00000008,"one"
      HKLM,SYSTEM\\CurrentControlSet\\Control\\CoDeviceInstallers,{4d36e97d-e325-11ce-bfc1-08002be10318},0x00010008,"class.dll,Entry"
    `,
        { id: USB_DEVICE },
      ),
    );
  });
});
