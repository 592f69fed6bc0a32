import conflictingServiceSettings from '../../server/src/rules/conflicting-service-settings.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

/** A second device whose DDInstall section installs Svc from another section. */
function twoDevices(
  inst: string,
  model = '[Models.NTamd64.10.0...17763]\n%Device% = Dev2, USB\\VID_1209&PID_0002',
): string {
  return `${model}
[Dev2.NT]
CopyFiles = Svc_Files
[Dev2.NT.Services]
AddService = SVC, 0x2, Svc2_Inst
[Svc2_Inst]
${inst}
[Svc_Inst]
`;
}

const SAME = ['ServiceType = %KERNEL%', 'ErrorControl = 0x1', 'ServiceBinary = %13%\\SVC.sys'];
const STRINGS = '[Strings]\nKERNEL = 1';

suite('conflicting-service-settings', () => {
  test('reports settings that another installation states differently or not at all', () => {
    const inst = [
      ...SAME,
      'StartType = 1',
      '            ~ conflicting-service-settings SVC has StartType = 1 here, but 3 in [Svc_Inst] of [Dev.NT]: what is installed last wins.',
    ].join('\n');
    rule(conflictingServiceSettings, driver(`${twoDevices(inst)}${STRINGS}`, options));
    const text = twoDevices([...SAME, 'StartType = 3'].join('\n')).replace(
      'Svc2_Inst\n[',
      'Svc2_Inst\n                       ~~~~~~~~~ conflicting-service-settings [Svc2_Inst] states no LoadOrderGroup for SVC, but [Svc_Inst] of [Dev.NT] does: what is installed last wins.\n[',
    );
    rule(conflictingServiceSettings, driver(`${text}LoadOrderGroup = Base\n${STRINGS}`, options));
  });

  test('accepts what comes to the same', () => {
    rule(
      conflictingServiceSettings,
      driver(`${twoDevices([...SAME, 'StartType = 0x00000003', 'AddReg = Other'].join('\n'))}${STRINGS}`, options),
    );
  });

  test('accepts different settings on different systems', () => {
    const models = `[Manufacturer]
%Vendor% = Models, NTamd64.10.0...17763, NTamd64.10.0...22000, NTarm64
[Models.NTamd64.10.0...22000]
%Device% = Dev2, USB\\VID_1209&PID_0001
[Models.NTarm64]
%Device% = Dev2, USB\\VID_1209&PID_0001`;
    const inst = [...SAME, 'StartType = 0'].join('\n');
    rule(conflictingServiceSettings, driver(`${twoDevices(inst, models)}${STRINGS}`, options));
  });

  test('takes the service from the same section', () => {
    const before = driver(`${twoDevices([...SAME, 'StartType = 0'].join('\n'))}${STRINGS}`, options);
    fixed(conflictingServiceSettings, before, before.replace('0x2, Svc2_Inst', '0x2, Svc_Inst'), 'use-same-section');
  });
});
