import assert from 'node:assert/strict';
import inboxBinary from '../../server/src/rules/inbox-binary.js';
import { dedent, driver } from '../support/snippet.js';
import { actionsOf, findingsIn, fixed, rule } from '../support/squiggle.js';

function service(binary: string): string {
  return `
    [Dev.NT.Services]
    AddService = Inbox, 0x1fa, Inbox_Inst

    [Inbox_Inst]
    ServiceType = 1
    StartType = 3
    ErrorControl = 1
    ServiceBinary = ${binary}
    `;
}

const OPTIONS = { without: ['AddService'] };

suite('inbox-binary', () => {
  test('reports drivers of Windows under the number for each', () => {
    const text = (path: string, name: string, inf: string) => {
      const squiggle = `${' '.repeat('ServiceBinary = '.length)}${'~'.repeat(path.length)} inbox-binary`;
      return `${dedent(service(path))}${squiggle} The service runs ${name}, which is part of Windows: Include ${inf} and name its sections by Needs instead.\n`;
    };
    rule(inboxBinary, driver(text('%12%\\WUDFRd.sys', 'WUDFRd.sys', 'WUDFRD.inf'), OPTIONS));
    rule(inboxBinary, driver(text('%12%\\umpass.sys', 'umpass.sys', 'umpass.inf'), OPTIONS));
    rule(inboxBinary, driver(text('%12%\\mshidkmdf.sys', 'mshidkmdf.sys', 'MsHidKmdf.inf'), OPTIONS));
    rule(inboxBinary, driver(text('%12%\\mshidumdf.sys', 'mshidumdf.sys', 'MsHidUmdf.inf'), OPTIONS));
    const camera = { ...OPTIONS, className: 'Camera' };
    rule(inboxBinary, driver(text('%12%\\usbvideo.sys', 'usbvideo.sys', 'usbvideo.inf'), camera));
  });

  test('has the numbers of the documentation', () => {
    const numbers = (path: string, mode: 'h' | 'w' | 'u' | 'k', className = 'System') =>
      findingsIn([inboxBinary], driver(service(path), { ...OPTIONS, className }), { mode }).map(
        ({ infverif, severity }) => `${String(infverif)} ${severity}`,
      );
    assert.deepEqual(numbers('%12%\\WUDFRd.sys', 'w'), ['2092 error']);
    assert.deepEqual(numbers('%12%\\WUDFRd.sys', 'h'), ['2092 warning']);
    assert.deepEqual(numbers('%12%\\WUDFRd.sys', 'u'), ['2084 warning']);
    assert.deepEqual(numbers('%12%\\umpass.sys', 'k'), ['2090 error']);
    assert.deepEqual(numbers('%12%\\WinUSB.sys', 'w'), ['2084 error']);
    assert.deepEqual(numbers('%12%\\usbvideo.sys', 'u', 'Camera'), ['2650 error']);
  });

  test('is silent about files that the package copies and about systems of old', () => {
    rule(inboxBinary, driver(`${service('%13%\\umpass.sys')}\n[Dev.NT]\nCopyFiles = @umpass.sys\n`, OPTIONS));
    rule(inboxBinary, driver(service('%13%\\svc.sys'), OPTIONS));
    rule(
      inboxBinary,
      driver(
        `${service('%12%\\WUDFRd.sys')}
        [Manufacturer]
        %Other% = Models, NTamd64.10.0...17763, NTamd64.10.0...22000
        [Models.NTamd64.10.0...22000]
        %Device% = New, USB\\VID_1209&PID_0001
        [New.NT]
        Include = WUDFRD.inf
        Needs = WUDFRD.NT
        `,
        { ...OPTIONS, without: ['AddService', '%Vendor%'] },
      ),
    );
  });

  test('takes the service by Include and Needs in all sections', () => {
    fixed(
      inboxBinary,
      `[Manufacturer]
%V% = Models, NTamd64
[Models.NTamd64]
%D% = Dev, USB\\VID_1209
[Dev.NT]
AddReg = A

[Dev.NT.Services]
AddService = WinUsb, 0x2, Inst ; function driver

[Inst]
ServiceType   = 1
ServiceBinary = %12%\\WinUSB.sys

[A]
HKR,,B,,1
`,
      `[Manufacturer]
%V% = Models, NTamd64
[Models.NTamd64]
%D% = Dev, USB\\VID_1209
[Dev.NT]
Include = winusb.inf
Needs = WINUSB.NT
AddReg = A

[Dev.NT.Services]
Include = winusb.inf
Needs = WINUSB.NT.Services

[A]
HKR,,B,,1
`,
      'use-include-needs',
    );
  });

  test('keeps what is included and needed already', () => {
    fixed(
      inboxBinary,
      `[Manufacturer]
%V% = Models, NTamd64
[Models.NTamd64]
%D% = Dev, USB\\VID_1209
[Dev.NT]
Include = winusb.inf
Needs   = WINUSB.NT

[Dev.NT.Services]
Include    = WinUsb.inf
AddService = WinUsb, 0x2, Inst

[Inst]
ServiceType   = 1
ServiceBinary = %12%\\WinUSB.sys

[Dev.NT.HW]
AddReg  = A
Include = winusb.inf

[A]
HKR,,B,,1
`,
      `[Manufacturer]
%V% = Models, NTamd64
[Models.NTamd64]
%D% = Dev, USB\\VID_1209
[Dev.NT]
Include = winusb.inf
Needs   = WINUSB.NT

[Dev.NT.Services]
Include    = WinUsb.inf
Needs      = WINUSB.NT.Services

[Dev.NT.HW]
AddReg  = A
Include = winusb.inf

[A]
HKR,,B,,1
`,
      'use-include-needs',
    );
  });

  test('offers nothing where the driver is a filter', () => {
    const text = driver(service('%12%\\WUDFRd.sys').replace('0x1fa', '0x1f8'), OPTIONS);
    assert.deepEqual(actionsOf(inboxBinary, text), []);
  });
});
