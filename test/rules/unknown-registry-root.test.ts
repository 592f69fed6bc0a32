import unknownRegistryRoot from '../../server/src/rules/unknown-registry-root.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('unknown-registry-root', () => {
  test('reports roots that do not exist, in all three operations', () => {
    rule(
      unknownRegistryRoot,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      DelReg = Dev_Del
      BitReg = Dev_Bit
      [Dev_Reg]
      HKRR,,Speed,0x00010001,1
      ~~~~ unknown-registry-root The registry root "HKRR" of this AddReg line is none of HKCR, HKCU, HKLM, HKR and HKU.
      HKEY_LOCAL_MACHINE,SOFTWARE\\Example,Speed,0x00010001,1
      ~~~~~~~~~~~~~~~~~~ unknown-registry-root The registry root "HKEY_LOCAL_MACHINE" of this AddReg line is none of HKCR, HKCU, HKLM, HKR and HKU.
      %Nowhere%,,Speed,0x00010001,1
      ~~~~~~~~~ unknown-registry-root The registry root "HKZZ" of this AddReg line is none of HKCR, HKCU, HKLM, HKR and HKU.
      ,Example,Speed,0x00010001,1
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown-registry-root This AddReg line names no registry root: HKCR, HKCU, HKLM, HKR or HKU.
      [Dev_Del]
      HKXX,Example
      ~~~~ unknown-registry-root The registry root "HKXX" of this DelReg line is none of HKCR, HKCU, HKLM, HKR and HKU.
      [Dev_Bit]
      HKS,,Bits,0,0x1,0
      ~~~ unknown-registry-root The registry root "HKS" of this BitReg line is none of HKCR, HKCU, HKLM, HKR and HKU.
      [Strings]
      Nowhere = HKZZ
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports a line of a section for AddReg and DelReg once', () => {
    rule(
      unknownRegistryRoot,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      DelReg = Dev_Reg
      [Dev_Reg]
      HKXX,Example,Speed,0x00010001,1
      ~~~~ unknown-registry-root The registry root "HKXX" of this AddReg line is none of HKCR, HKCU, HKLM, HKR and HKU.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on the documented roots, tokens that are open, placeholders and stray words', () => {
    rule(
      unknownRegistryRoot,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,,1
      hklm,SOFTWARE\\Example,A,,1
      "HKCR",Example,A,,1
      HKCU,Example,A,,1
      HKU,Example,A,,1
      %Root%,,A,,1
      %Unknown%,,A,,1
      @ROOT@,,A,,1
      stray
      [Strings]
      Root = HKR
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('writes the short name, or the only root that is one letter away', () => {
    fixed(
      unknownRegistryRoot,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKEY_LOCAL_MACHINE,SOFTWARE\\Example,Speed,0x00010001,1
      "HKRX",,Speed,0x00010001,1
      HK,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
      "HKR",,Speed,0x00010001,1
      HK,,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      'set-root',
    );
  });
});
