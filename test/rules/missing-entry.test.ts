import missingEntry from '../../server/src/rules/missing-entry.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const SERVICE = `
  [Dev.NT.Services]
  AddService = Svc, 0x2, Svc_Inst
  AddService = Other, 0, Other_Inst
`;

suite('missing-entry', () => {
  test('asks less of the removal of a Winsock transport than of its registration', () => {
    rule(
      missingEntry,
      driver(
        `
        [Dev.NT]
        Characteristics = 0x20
        [Dev.NT.Winsock]
        AddSock = Add_Values
        [Add_Values]
        ~~~~~~~~~~~~ missing-entry Section [Add_Values] lacks MinSockAddrLength, which every winsock section must have.
        TransportService  = Svc
        HelperDllName     = "%%SystemRoot%%\\System32\\example.dll"
        MaxSockAddrLength = 0x10
        [Dev.NT.Remove.Winsock]
        DelSock = Remove_Values
        [Remove_Values]
        TransportService = Svc
        `,
        { ...options, className: 'NetTrans' },
      ),
    );
  });

  test('reports what each kind of section must have', () => {
    rule(
      missingEntry,
      driver(
        `
        [Dev.NT.Services]
        AddService = Svc, 0x2, Svc_Inst
        AddService = Other, 0, Other_Inst
        [Other_Inst]
        ~~~~~~~~~~~~ missing-entry Section [Other_Inst] lacks StartType, which every service needs.
        ServiceType   = 1
        ErrorControl  = 1
        ServiceBinary = %13%\\svc.sys
        [Dev.NT.Wdf]
        KmdfService = Svc, Svc_Wdf
        [Svc_Wdf]
        ~~~~~~~~~ missing-entry Section [Svc_Wdf] lacks KmdfLibraryVersion, which the KmdfService that names it needs.
        [Dev.NT.Filters]
        AddFilter = Svc,, Svc_Filter
        [Svc_Filter]
        ~~~~~~~~~~~~ missing-entry Section [Svc_Filter] lacks FilterLevel or FilterPosition, which every filter-install section must have.
        [ClassInstall32]
        ~~~~~~~~~~~~~~~~ missing-entry Section [ClassInstall32] lacks AddReg, which it must have.
        `,
        options,
      ),
    );
  });

  test('leaves a section that has two roles to conflicting-section-roles', () => {
    const text = `
      [Dev.NT]
      CopyFiles = Svc_Files
      [Dev.NT.Filters]
      AddFilter = Flt,, Svc_Files
      [Svc_Files]
      svc.sys
    `;
    rule(missingEntry, driver(text, { ...options, without: ['CopyFiles'] }));
  });

  test('is silent about complete sections, empty companions and what Needs brings', () => {
    rule(
      missingEntry,
      driver(
        `
        [Dev.NT.HW]
        [Dev.NT.CoInstallers]
        AddReg = Co_Reg
        [Co_Reg]
        HKR,,CoInstallers32,0x00010000,"co.dll,Entry"
        [Dev.NT.Services]
        AddService = Svc, 0x2, Svc_Inst
        [Dev.NT.Filters]
        Include = example.inf
        Needs = Example.Filters
        [Dev.NT.Events]
        AddEventProvider = {11111111-2222-3333-4444-555555555555}, Provider
        [Provider]
        ProviderName = Example
        ResourceFile = %13%\\svc.sys
        `,
        options,
      ),
    );
  });

  test('leaves a misspelt entry to the rule about it', () => {
    rule(missingEntry, driver(`${SERVICE}\n[Other_Inst]\nSrviceType = 1\n`, options));
  });

  test('cures it by add-…, written as the neighbours are', () => {
    const before = `
      [Dev.NT.Services]
      AddService = Svc, 0x2, Svc_Inst
      AddService = Other, 0, Other_Inst
      [Other_Inst]
      ServiceType   = 1
      ErrorControl  = 1
      ServiceBinary = %13%\\svc.sys ; the driver
    `;
    const line = 'ServiceBinary = %13%\\svc.sys ; the driver';
    const whole = driver(before, options);
    fixed(missingEntry, whole, whole.replace(line, `${line}\nStartType     = 3`), 'add-starttype');
  });
});
