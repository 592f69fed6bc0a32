import fixedPathInRegistry from '../../server/src/rules/fixed-path-in-registry.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { fixed, rule } from '../support/squiggle.js';

suite('fixed-path-in-registry', () => {
  test('reports dirids and the Windows folder in text', () => {
    rule(
      fixedPathInRegistry,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,,"%11%\\example.dll"
               ~~~~ fixed-path-in-registry %11% is turned into a fixed path when the INF is processed; %SystemRoot%\\System32 names the folder on the system that reads it.
      HKR,,B,0x00020000,%10%\\example.dll
                        ~~~~ fixed-path-in-registry %10% is turned into a fixed path when the INF is processed; %SystemRoot% names the Windows folder of the system that reads it.
      HKR,,C,0x00010000,"first","%12%\\example.sys"
                                 ~~~~ fixed-path-in-registry %12% is turned into a fixed path when the INF is processed; %SystemRoot%\\System32\\drivers names the folder on the system that reads it.
      HKR,,D,,"C:\\Windows\\example.dll"
               ~~~~~~~~~~ fixed-path-in-registry C:\\Windows is not the Windows folder of every machine; %SystemRoot% names that of the system that reads it.
      HKR,,E,0x00020000,"c:\\windows"
                         ~~~~~~~~~~ fixed-path-in-registry c:\\windows is not the Windows folder of every machine; %SystemRoot% names that of the system that reads it.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('leaves the paths of user-mode display drivers to display-path-outside-driver-store', () => {
    const text = `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,UserModeDriverName,0x00010000,%11%\\example.dll
    `;
    rule(fixedPathInRegistry, driver(text, { className: 'Display' }));
    const finding =
      '                                         ~~~~ fixed-path-in-registry %11% is turned into a fixed path when the INF is processed; %SystemRoot%\\System32 names the folder on the system that reads it.\n';
    rule(fixedPathInRegistry, driver(`${text.trimEnd()}\n${finding}`));
  });

  test('is silent on the driver store, variables, other data and other fields', () => {
    rule(
      fixedPathInRegistry,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,,"%13%\\example.dll"
      HKR,,B,0x00020000,"%%SystemRoot%%\\System32\\example.dll"
      HKR,"%11%",C,,"Example"
      HKR,,D,0x00010001,%11%
      HKR,,E,,"C:\\WindowsApps\\example.dll"
      HKR,,F,,"%23%\\example.icm"
      HKR,,G,0x00000004,"%11%\\example.dll"
      HKR,,H
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('changes a REG_EXPAND_SZ of its own accord', () => {
    fixed(
      fixedPathInRegistry,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,0x00020000,"%11%\\example.dll;%12%\\example.sys"
      HKR,,B,,"%11%\\example.dll"
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,0x00020000,"%%SystemRoot%%\\System32\\example.dll;%%SystemRoot%%\\System32\\drivers\\example.sys"
      HKR,,B,,"%11%\\example.dll"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('makes a REG_SZ a REG_EXPAND_SZ when asked', () => {
    fixed(
      fixedPathInRegistry,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,,"%11%\\example.dll"
      HKR,,B,0x00000002,"C:\\Windows\\example.dll"
      HKR,,C,0x00010000,"%11%\\example.dll"
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT]
      CopyFiles = Svc_Files
      AddReg = Dev_Reg
      [Dev_Reg]
      HKR,,A,0x00020000,"%%SystemRoot%%\\System32\\example.dll"
      HKR,,B,0x00020002,"%%SystemRoot%%\\example.dll"
      HKR,,C,0x00010000,"%11%\\example.dll"
    `,
        { id: USB_DEVICE },
      ),
      'use-variable',
    );
  });
});
