import badRegistryData from '../../server/src/rules/bad-registry-data.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('bad-registry-data', () => {
  test('reports data that are no numbers or bytes', () => {
    rule(
      badRegistryData,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      DelReg = Dev_Del
      BitReg = Dev_Bit
      [Dev_Reg]
      HKR,,A,0x00010001,yes
                        ~~~ bad-registry-data The data of a REG_DWORD are a number of 32 bits, decimal or with 0x, and "yes" is none.
      HKR,,B,0x00010001,0x100000000
                        ~~~~~~~~~~~ bad-registry-data The data of a REG_DWORD are a number of 32 bits, decimal or with 0x, and "0x100000000" is none.
      HKR,,C,0x000B0001,"many"
                        ~~~~~~ bad-registry-data The data of a REG_QWORD are a number of 64 bits, decimal or with 0x, and "many" is none.
      HKR,,D,1,00,100
                  ~~~ bad-registry-data The data of a REG_BINARY are bytes of two hexadecimal digits, and "100" is none.
      HKR,,E,0x00040001,XY
                        ~~ bad-registry-data The data of a value of type 4 are bytes of two hexadecimal digits, and "XY" is none.
      HKR,,F,0x00010001
             ~~~~~~~~~~ bad-registry-data The flags 0x00010001 make F a REG_DWORD, but no number follows.
      HKR,,G,0x00010001,1,2
                          ~ bad-registry-data The flags 0x00010001 make G a REG_DWORD with one value, so Windows ignores what follows "1".
      HKR,,H,,one,two
                  ~~~ bad-registry-data The flags 0 make H a REG_SZ with one value, so Windows ignores what follows "one".
      HKR,,I,0x00018002
             ~~~~~~~~~~ bad-registry-data This line takes a string out of the list I without saying which.
      [Dev_Del]
      HKR,,J,0x00018002
             ~~~~~~~~~~ bad-registry-data This line takes a string out of the list J without saying which.
      [Dev_Bit]
      HKR,,K,1,0x100,0
               ~~~~~ bad-registry-data BitReg changes one byte, and the mask 0x100 is wider: 0x00 to 0xFF.
      HKR,,L,1,0x10,first
                    ~~~~~ bad-registry-data The byte index of a BitReg line is a number, and "first" is none.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on right data, placeholders and lines that write none', () => {
    rule(
      badRegistryData,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      DelReg = Dev_Del
      BitReg = Dev_Bit
      [Dev_Reg]
      HKR,,A,0x00010001,0xFFFFFFFF
      HKR,,B,0x00010001,-1
      HKR,,C,0x00010001,01,00,00,00
      HKR,,D,0x000B0001,0x0123456789ABCDEF
      HKR,,E,0x000B0001,0x01,0,0,0,0,0,0,0
      HKR,,F,1,0,0a,FF,0x1,
      HKR,,G,1
      HKR,,H,,"one,two",
      HKR,,I,0x00010000,one,two
      HKR,,J,0x00010001,INX_VALUE
      HKR,,K,0x00010001,%Open%
      HKR,,L,0x00000004,one,two
      HKR,,M,0x00000010
      HKR,,N,0x00040000,1,2
      HKR,,O,0x00018002,"one"
      HKR,,P,REG_DWORD,x
      HKR,,DmaRemappingCompatible,0x00010001,yes
      [Dev_Del]
      HKR,,J
      HKR,,K,0x00018002,"one"
      [Dev_Bit]
      HKR,,K,1,0xFF,0
      HKR,,L,1,@MASK@,12
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('quotes a text with commas', () => {
    fixed(
      badRegistryData,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,,one, two,three ; why
      HKR,,B,,"one",two
      HKR,,C,0x00010001,1,2
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,,"one, two,three" ; why
      HKR,,B,,"one",two
      HKR,,C,0x00010001,1,2
    `,
        { id: USB_DEVICE },
      ),
      'quote-data',
    );
  });
});
