import legacyComServer from '../../server/src/rules/legacy-com-server.js';
import { driver, USB_DEVICE } from '../support/snippet.js';
import { rule } from '../support/squiggle.js';

suite('legacy-com-server', () => {
  test('reports servers of other kinds', () => {
    rule(
      legacyComServer,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555}\\LocalServer32,,,"%13%\\example.exe"
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ legacy-com-server A driver package registers COM servers as InprocServer32 only, and this line registers the class {11111111-2222-3333-4444-555555555555} as LocalServer32.
      HKLM,SOFTWARE\\Classes\\CLSID\\{11111111-2222-3333-4444-555555555555}\\inprochandler32,,,"%13%\\example.dll"
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ legacy-com-server A driver package registers COM servers as InprocServer32 only, and this line registers the class {11111111-2222-3333-4444-555555555555} as InprocHandler32.
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('is silent on InprocServer32, other keys and deletions', () => {
    rule(
      legacyComServer,
      driver(
        `
      [Dev.NT]
      AddReg = Dev_Reg
      [Dev_Reg]
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555}\\InprocServer32,,,"%13%\\example.dll"
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555}\\InprocServer32,ThreadingModel,,"Both"
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555},,,"Example"
      HKCR,Example\\LocalServer32,,,"Example"
      HKCR,CLSID\\{11111111-2222-3333-4444-555555555555}\\LocalServer32,,0x00000004
    `,
        { id: USB_DEVICE },
      ),
    );
  });
});
