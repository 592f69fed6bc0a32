import wrongRegistryType from '../../server/src/rules/wrong-registry-type.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('wrong-registry-type', () => {
  test('reports other types than the documented ones', () => {
    rule(
      wrongRegistryType,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,Exclusive,,1
           ~~~~~~~~~ wrong-registry-type The value Exclusive has to be a REG_DWORD, and the flags make it a REG_SZ.
      HKR,,DeviceInterfaceGUIDs,,"{11111111-2222-3333-4444-555555555555}"
           ~~~~~~~~~~~~~~~~~~~~ wrong-registry-type Windows reads the value DeviceInterfaceGUIDs as a REG_MULTI_SZ, and the flags make it a REG_SZ.
      HKR,,DeviceCharacteristics,1,00,01,00,00
                                 ~ wrong-registry-type The value DeviceCharacteristics has to be a REG_DWORD, and the flags make it a REG_BINARY.
      [Dev_Reg]
      HKR,Ndi\\Interfaces,UpperRange,0x00010000,"ndis5"
                                    ~~~~~~~~~~ wrong-registry-type Windows reads the value UpperRange as a REG_SZ, and the flags make it a REG_MULTI_SZ.
      HKR,PowerSettings,IdlePowerState,0x00010001,3
                                       ~~~~~~~~~~ wrong-registry-type Windows reads the value IdlePowerState as a REG_BINARY, and the flags make it a REG_DWORD.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on right types, other keys and other values', () => {
    rule(
      wrongRegistryType,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010008,"Upper"
      HKR,,FriendlyName,0x00020000,"Example"
      HKR,,Exclusive,0x00010003,1
      HKR,Sub,Exclusive,,1
      HKR,,DeviceType,0x00000004
      HKR,,DeviceCharacteristics,0x00040000,1
      [Dev_Reg]
      HKR,,DeviceType,1,01
      HKR,Ndi\\Params\\*Speed,Default,,"0"
      HKLM,SOFTWARE\\Example,UpperFilters,,"Upper"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('sets the type where the data fit', () => {
    fixed(
      wrongRegistryType,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,DeviceInterfaceGUIDs,,"{11111111-2222-3333-4444-555555555555}"
      HKR,,Exclusive,0x00000002,1
      HKR,,DeviceCharacteristics,1,00,01,00,00
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,DeviceInterfaceGUIDs,0x00010000,"{11111111-2222-3333-4444-555555555555}"
      HKR,,Exclusive,0x00010003,1
      HKR,,DeviceCharacteristics,1,00,01,00,00
    `,
        { id: USB_DEVICE },
      ),
      'set-type',
    );
  });
});
