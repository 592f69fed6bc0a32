import conflictingRegistryValues from '../../server/src/rules/conflicting-registry-values.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('conflicting-registry-values', () => {
  test('reports values that two devices set differently', () => {
    rule(
      conflictingRegistryValues,
      driver(
        `
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
      %Device% = Second, USB\\VID_1209&PID_0002
      [Dev.NT]
      AddReg = Dev_Reg
      [Second.NT]
      AddReg = Second_Reg
      [Second.NT.Services]
      AddService = Svc, 0x2, Second_Inst
      [Dev_Reg]
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
      HKLM,SOFTWARE\\Example,,,"same"
      [Second_Reg]
      HKLM,Software\\Example,speed,0x00010001,2
                                             ~ conflicting-registry-values "speed" of HKLM\\Software\\Example is set for the devices of [Second.NT] here and differently on line 12 for those of [Dev.NT]; what holds depends on the order of installation.
      HKLM,SOFTWARE\\Example,,,"same"
      HKLM,SOFTWARE\\Example,Other,,"once"
      [Svc_Inst]
      AddReg = Svc_Reg
      [Svc_Reg]
      HKR,Parameters,Depth,0x00010001,1
      [Second_Inst]
      ServiceType   = 1
      StartType     = 3
      ErrorControl  = 1
      ServiceBinary = %13%\\svc.sys
      AddReg        = SecondSvc_Reg
      [SecondSvc_Reg]
      HKR,Parameters,Depth,,1
                            ~ conflicting-registry-values "Depth" of HKR\\Parameters of the service Svc is set for the devices of [Second.NT] here and differently on line 25 for those of [Dev.NT]; what holds depends on the order of installation.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on keys of devices, of other systems, on lists, and on what the same device sets twice', () => {
    rule(
      conflictingRegistryValues,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64.10.0...17763, NTarm64.10.0...17763
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
      %Device% = Third, USB\\VID_1209&PID_0003
      [Models.NTarm64.10.0...17763]
      %Device% = Second, USB\\VID_1209&PID_0001
      [Dev.NT]
      AddReg = Dev_Reg
      [Second.NT]
      AddReg = Second_Reg
      [Third.NT]
      AddReg = Third_Reg
      [Dev_Reg]
      HKR,,Speed,0x00010001,1
      HKLM,SOFTWARE\\Example,Speed,0x00010001,1
      HKLM,SOFTWARE\\Example,Twice,0x00010001,1
      HKLM,SOFTWARE\\Example,Twice,0x00010001,2
      HKLM,SOFTWARE\\Example,List,0x00010008,"one"
      HKLM,SOFTWARE\\Example,Kept,0x00010003,1
      HKLM,SOFTWARE\\Example,Open,,"@NAME@"
      [Second_Reg]
      HKLM,SOFTWARE\\Example,Speed,0x00010001,2
      [Third_Reg]
      HKR,,Speed,0x00010001,2
      HKLM,SOFTWARE\\Example,Twice,0x00010001,2
      HKLM,SOFTWARE\\Example,List,0x00010008,"two"
      HKLM,SOFTWARE\\Example,Kept,0x00010003,2
      HKLM,SOFTWARE\\Example,Open,,"one"
    `,
        { id: USB_DEVICE },
      ),
    );
  });
});
