import forbiddenRegistryKey from '../../server/src/rules/forbidden-registry-key.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('forbidden-registry-key', () => {
  test('reports keys of HKLM\\SYSTEM beside CurrentControlSet, and closed hives', () => {
    rule(
      forbiddenRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\ControlSet001\\Services\\Other,Start,0x00010001,4
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ forbidden-registry-key A package may not change HKLM\\SYSTEM\\ControlSet001\\Services\\Other: of HKLM\\SYSTEM only CurrentControlSet is open to it.
      HKLM,"System\\Setup",Speed,0x00010001,1
           ~~~~~~~~~~~~~~ forbidden-registry-key A package may not change HKLM\\System\\Setup: of HKLM\\SYSTEM only CurrentControlSet is open to it.
      HKLM,SAM\\SAM,Speed,0x00010001,1
           ~~~~~~~ forbidden-registry-key A package may not change HKLM\\SAM\\SAM: HKLM\\SAM belongs to Windows alone.
      HKLM,Hardware\\Description,Speed,0x00010001,1
           ~~~~~~~~~~~~~~~~~~~~ forbidden-registry-key A package may not change HKLM\\Hardware\\Description: HKLM\\HARDWARE belongs to Windows alone.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent elsewhere', () => {
    rule(
      forbiddenRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\CurrentControlSet\\Control\\Example,Speed,0x00010001,1
      HKLM,system\\currentcontrolset,Speed,0x00010001,1
      HKLM,SYSTEM\\%Set%\\Control,Speed,0x00010001,1
      HKLM,SamExample\\A,Speed,0x00010001,1
      HKR,SYSTEM\\Setup,Speed,0x00010001,1
      HKCR,SAM,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('names the control set in use', () => {
    fixed(
      forbiddenRegistryKey,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\ControlSet001\\Services\\Other,Start,0x00010001,4
      HKLM,"System\\Controlset002",Speed,0x00010001,1
      HKLM,SYSTEM\\Setup,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKLM,SYSTEM\\CurrentControlSet\\Services\\Other,Start,0x00010001,4
      HKLM,"System\\CurrentControlSet",Speed,0x00010001,1
      HKLM,SYSTEM\\Setup,Speed,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      'use-current-control-set',
    );
  });
});
