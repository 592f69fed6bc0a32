import badRegistryFlags from '../../server/src/rules/bad-registry-flags.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

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
      ; --- the rest of the driver
      [Version]
      Signature   = "$Windows NT$"
      Class       = System
      ClassGuid   = {4d36e97d-e325-11ce-bfc1-08002be10318}
      Provider    = %Vendor%
      CatalogFile = svc.cat
      DriverVer   = 01/01/2025,1.0.0.0
      PnpLockdown = 1
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Svc_Files]
      svc.sys
      [Dev.NT.HW]
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      [Svc_Inst]
      ServiceType   = 1
      StartType     = 3
      ErrorControl  = 1
      ServiceBinary = %13%\\svc.sys
      [DestinationDirs]
      DefaultDestDir = 13
      [SourceDisksNames]
      1 = %Disk%
      [SourceDisksFiles]
      svc.sys = 1
    `,
      'set-flags',
    );
  });
});
