import assert from 'node:assert/strict';
import badRegistryFlags from '../../server/src/rules/bad-registry-flags.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

suite('bad-registry-flags', () => {
  test('reports flags that are no number, or no type', () => {
    rule(
      badRegistryFlags,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      BitReg = Dev_Bit
      [Dev_Reg]
      HKR,,A,REG_DWORD,1
             ~~~~~~~~~ bad-registry-flags The flags of a registry line are a number such as 0x00010001, and "REG_DWORD" is none.
      HKR,,B,0x00070001,1
             ~~~~~~~~~~ bad-registry-flags The flags 0x00070001 make a custom type of the number 7, which is REG_MULTI_SZ: that is written 0x00010000.
      HKR,,C,0x00040000,1
             ~~~~~~~~~~ bad-registry-flags The flags 0x00040000 name the type 4 without the bit 0x1, by which a type of its own number is written.
      HKR,,D,0x00000008,"text"
             ~~~~~~~~~~ bad-registry-flags The flags 0x00000008 append to a REG_SZ; only a REG_MULTI_SZ can be appended to: 0x00010008.
      HKR,,E,0x00070009,1
             ~~~~~~~~~~ bad-registry-flags The flags 0x00070009 make a custom type of the number 7, which is REG_MULTI_SZ: that is written 0x00010008.
      HKR,,F,10001,1
             ~~~~~ bad-registry-flags The flags 10001 are decimal, for 0x2711; the number that is meant is most likely 0x10001.
      HKR,,G,0x00010041,1
             ~~~~~~~~~~ bad-registry-flags The flags 0x00010041 have bits that nothing stands for in AddReg: 0x40.
      [Dev_Bit]
      HKR,,Bits,0x2,0x1,0
                ~~~ bad-registry-flags The flags 0x2 have bits that nothing stands for in BitReg: 0x2.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on flags that are defined', () => {
    rule(
      badRegistryFlags,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      DelReg = Dev_Del
      BitReg = Dev_Bit
      [Dev_Reg]
      HKR,,A,0x00010001,1
      HKR,,B,65537,1
      HKR,,C,0x00040001,01
      HKR,,D,0x00010008,"text"
      HKR,,E,0x00020002,"text"
      HKR,,F,%REG_DWORD%,1
      HKR,,G,%Open%,1
      HKR,,H,0x00018002,"text"
      HKR,Sub,,0x00002010
      HKR,,I,00000,"text"
      HKR,,J,0x00014001,1
      HKR,,K,0x000B0001,1
      HKR,,DmaRemappingCompatible,REG_DWORD,1
      [Dev_Del]
      HKR,,A,0x00010001
      [Dev_Bit]
      HKR,,Bits,0x4001,0x1,0
      [Strings]
      REG_DWORD = 0x00010001
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  const registry = (lines: string): string =>
    driver(`[Dev.NT]\nAddReg = Dev_Reg\n[Dev_Reg]\n${lines}\n`, { id: USB_DEVICE });

  test('reports flags that stand where the name belongs', () => {
    rule(
      badRegistryFlags,
      registry(`HKR,Speed,REG_DWORD,1
          ~~~~~~~~~ bad-registry-flags The flags REG_DWORD stand where the name of the value belongs, so Windows takes "1" for the flags: a comma is missing.
HKR,Parameters,0x00010001,0
               ~~~~~~~~~~ bad-registry-flags The flags 0x00010001 stand where the name of the value belongs, so Windows takes "0" for the flags: a comma is missing.
HKR,Name,0x00000000,"text"
         ~~~~~~~~~~ bad-registry-flags The flags 0x00000000 stand where the name of the value belongs, so Windows takes "text" for the flags: a comma is missing.
HKR,Names,%FLG_ADDREG_TYPE_MULTI_SZ%,"one","two"
          ~~~~~~~~~~~~~~~~~~~~~~~~~~ bad-registry-flags The flags %FLG_ADDREG_TYPE_MULTI_SZ% stand where the name of the value belongs, so Windows takes "one" for the flags: a comma is missing.
HKLM,Software\\Example,0x10001,0x3
                      ~~~~~~~ bad-registry-flags The flags 0x10001 stand where the name of the value belongs, so Windows takes "0x3" for the flags: a comma is missing.`),
    );
  });

  test('takes names of values that look like flags for what they are', () => {
    rule(
      badRegistryFlags,
      registry(`HKR,Table,0x00010001,0x00010001,5
HKR,Table,0x00010001,,"text"
HKR,Table,0x00010001
HKR,Table,0x00020001,0x4
HKR,Table,0x00020000,0x00000010
HKR,Table,0x1234,1
HKR,Table,0x00000002,1
HKR,Table,0x00000001,1,0a,0b
HKR,Table,0x00380001,1
HKR,Table,0x00010001,%Open%
HKR,Table,REG_PATH,1
HKR,,0x00010001,0x00010001`),
    );
  });

  test('inserts the comma that is missing, where a person says it is', () => {
    const before = registry('HKR,Speed,0x00010001,1');
    assert.deepEqual(actionsOf(badRegistryFlags, before), [
      'insert-comma-before-name: Insert a comma: Speed is the value',
      'insert-comma-before-flags: Insert a comma: the unnamed value of the key Speed',
    ]);
    for (const [action, line] of [
      ['insert-comma-before-name', 'HKR,,Speed,0x00010001,1'],
      ['insert-comma-before-flags', 'HKR,Speed,,0x00010001,1'],
    ] as const) {
      fixed(badRegistryFlags, before, registry(line), action);
    }
    for (const [written, key] of [
      ['Soft\\Key', 'the key Soft\\Key'],
      ['', 'the key itself'],
    ] as const) {
      const actions = [`insert-comma-before-flags: Insert a comma: the unnamed value of ${key}`];
      assert.deepEqual(actionsOf(badRegistryFlags, registry(`HKR,${written},0x00010001,1`)), actions);
    }
  });

  test('writes the flags that are meant', () => {
    fixed(
      badRegistryFlags,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,REG_DWORD,1
      HKR,,B,0x00070001,"text"
      HKR,,C,0x00040002,1
      HKR,,D,"10001",1
      HKR,,E,0x00050000,1
      HKR,,F,%Four%,1
      [Strings]
      Four = 0x00040000
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,0x00010001,1
      HKR,,B,0x00010000,"text"
      HKR,,C,0x00010003,1
      HKR,,D,"0x10001",1
      HKR,,E,0x00050001,1
      HKR,,F,%Four%,1
      [Strings]
      Vendor = "Example"
      Device = "Example device"
      Disk = "Example disk"
      Four = 0x00040000
    `,
        { id: USB_DEVICE },
      ),
      'set-flags',
    );
  });
});
