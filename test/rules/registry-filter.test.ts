import assert from 'node:assert/strict';
import { applyFixes } from '../../server/src/engine/apply-fixes.js';
import registryFilter from '../../server/src/rules/registry-filter.js';
import syntaxNewerThanTarget from '../../server/src/rules/syntax-newer-than-target.js';
import { driver, readSnippet, USB_DEVICE } from '../support/snippet.js';
import { actionsOf, findingsIn, fixed, rule } from '../support/squiggle.js';

suite('registry-filter', () => {
  test('reports filter drivers in the registry and in properties', () => {
    rule(
      registryFilter,
      driver(
        `
      [Dev.NT]
      AddProperty = Dev_Property
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010000,"Upper"
           ~~~~~~~~~~~~ registry-filter "UpperFilters" adds filter drivers through the registry, where isolation wants AddFilter in a DDInstall.Filters section.
      HKR,,lowerfilters,0x00010008,"Lower"
           ~~~~~~~~~~~~ registry-filter "lowerfilters" adds filter drivers through the registry, where isolation wants AddFilter in a DDInstall.Filters section.
      [Dev_Property]
      {a45c254e-df1c-4efd-8020-67d146a850e0}, 19, 18,, "Upper"
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ registry-filter "UpperFilters" adds filter drivers through a property, where isolation wants AddFilter in a DDInstall.Filters section.
      {A45C254E-DF1C-4EFD-8020-67D146A850E0}, 20, 18,, "Lower"
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ registry-filter "LowerFilters" adds filter drivers through a property, where isolation wants AddFilter in a DDInstall.Filters section.
      {a45c254e-df1c-4efd-8020-67d146a850e0}, 21, 18,, "Other"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports them in extension INFs under another number', () => {
    rule(
      registryFilter,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010008,"Upper"
           ~~~~~~~~~~~~ registry-filter "UpperFilters" adds filter drivers through the registry, so that their order among those of other INFs is left to chance; AddFilter in a DDInstall.Filters section settles it.
    `,
        { id: USB_DEVICE, className: 'Extension' },
      ),
      { mode: 'u' },
    );
  });

  test('reports filters in properties of extension INFs', () => {
    rule(
      registryFilter,
      driver(
        `
      [Dev.NT]
      AddProperty = Dev_Property
      [Dev_Property]
      {a45c254e-df1c-4efd-8020-67d146a850e0}, 19, 18,, "Upper"
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ registry-filter "UpperFilters" adds filter drivers through a property, so that their order among those of other INFs is left to chance; AddFilter in a DDInstall.Filters section settles it.
    `,
        { id: USB_DEVICE, className: 'Extension' },
      ),
    );
  });

  test('reports them in extension INFs as not isolated in mode w', () => {
    rule(
      registryFilter,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010008,"Upper"
           ~~~~~~~~~~~~ registry-filter "UpperFilters" adds filter drivers through the registry, where isolation wants AddFilter in a DDInstall.Filters section.
    `,
        { id: USB_DEVICE, className: 'Extension' },
      ),
      { mode: 'w' },
    );
  });

  test('is silent on base INFs in mode u', () => {
    rule(
      registryFilter,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010000,"Upper"
    `,
        { id: USB_DEVICE },
      ),
      { mode: 'u' },
    );
  });

  test('is silent on other values, keys and setup classes', () => {
    rule(
      registryFilter,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilterLevels,0x00010000,"A"
      HKR,Sub,UpperFilters,0x00010000,"Upper"
      HKR,,UpperFilters,0x00000004
      [ClassInstall32]
      AddReg = Class_Reg
      [Class_Reg]
      HKR,,UpperFilters,0x00010000,"Upper"
    `,
        { id: USB_DEVICE },
      ),
    );
  });

  test('reports in mode w alone what only older Windows installs', () => {
    rule(
      registryFilter,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64, NTamd64.10.0...22000
      [Models.NTamd64]
      %Device% = Old, USB\\VID_1209&PID_0001
      [Models.NTamd64.10.0...22000]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Old.NT]
      CopyFiles = Svc_Files
      [Old.NT.HW]
      AddReg = Old_Reg
      [Old_Reg]
      HKR,,UpperFilters,0x00010000,"Upper"
           ~~~~~~~~~~~~ registry-filter "UpperFilters" adds filter drivers through the registry, where isolation wants AddFilter in a DDInstall.Filters section.
    `,
        { id: USB_DEVICE, target: 'NTamd64.10.0...22000' },
      ),
      { mode: 'w' },
    );
  });

  test('is silent on it in mode h', () => {
    rule(
      registryFilter,
      driver(
        `
      [Manufacturer]
      %Vendor% = Models, NTamd64, NTamd64.10.0...22000
      [Models.NTamd64]
      %Device% = Old, USB\\VID_1209&PID_0001
      [Models.NTamd64.10.0...22000]
      %Device% = Dev, USB\\VID_1209&PID_0001
      [Old.NT]
      CopyFiles = Svc_Files
      [Old.NT.HW]
      AddReg = Old_Reg
      [Old_Reg]
      HKR,,UpperFilters,0x00010000,"Upper"
    `,
        { id: USB_DEVICE, target: 'NTamd64.10.0...22000' },
      ),
    );
  });

  test('writes AddFilter, and removes the section with the reference to it', () => {
    fixed(
      registryFilter,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010000,"Upper","Second"
      HKR,,LowerFilters,0x00010000,%Lower%
      [Strings]
      Lower = "Lower"
    `,
        { id: USB_DEVICE },
      ),
      `
      [Strings]
      Vendor = "Example"
      Device = "Example device"
      Disk = "Example disk"
      Lower = "Lower"
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
      [Dev.NT]
      CopyFiles = Svc_Files
      [Dev.NT.Filters]
      AddFilter = Upper,, UpperFilter_Inst
      AddFilter = Second,, UpperFilter_Inst
      AddFilter = %Lower%,, LowerFilter_Inst
      [UpperFilter_Inst]
      FilterPosition = Upper
      [LowerFilter_Inst]
      FilterPosition = Lower
      [Svc_Files]
      svc.sys
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
      'use-add-filter',
    );
  });

  test('converts the filters of all devices in one step', () => {
    fixed(
      registryFilter,
      driver(
        `
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
      %Device% = Second, USB\\VID_1209&PID_0002
      [Dev.NT.HW]
      AddReg = Hw_Reg, Common_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010000,"First"
      [Second.NT]
      CopyFiles = Svc_Files
      [Second.NT.HW]
      AddReg = Second_Reg, Common_Reg
      [Second_Reg]
      HKR,,UpperFilters,0x00010000,"Second"
      [Common_Reg]
      HKR,,LowerFilters,0x00010008,"Common"
      HKR,,Exclusive,0x00010001,1
    `,
        { id: USB_DEVICE },
      ),
      `
      [Models.NTamd64.10.0...17763]
      %Device% = Dev, USB\\VID_1209&PID_0001
      %Device% = Second, USB\\VID_1209&PID_0002
      [Dev.NT.HW]
      AddReg = Common_Reg
      [Second.NT]
      CopyFiles = Svc_Files
      [Second.NT.Filters]
      AddFilter = Second,, UpperFilter_Inst
      AddFilter = Common,, LowerFilter_Inst
      [Second.NT.HW]
      AddReg = Common_Reg
      [Common_Reg]
      HKR,,Exclusive,0x00010001,1
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
      [Dev.NT]
      CopyFiles = Svc_Files
      [Dev.NT.Filters]
      AddFilter = First,, UpperFilter_Inst
      AddFilter = Common,, LowerFilter_Inst
      [UpperFilter_Inst]
      FilterPosition = Upper
      [LowerFilter_Inst]
      FilterPosition = Lower
      [Svc_Files]
      svc.sys
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
      [Strings]
      Vendor = "Example"
      Device = "Example device"
      Disk = "Example disk"
    `,
      'use-add-filter',
    );
  });

  test('keeps other lines, a filter that is there, and a section that states the side', () => {
    fixed(
      registryFilter,
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,Exclusive,0x00010001,1
      HKR,,UpperFilters,0x00010000,"Upper"
      HKR,,LowerFilters,0x00010000,"Lower"
      [Dev.NT.Filters]
      AddFilter = Upper,, Upper_Inst
      [Upper_Inst]
      FilterPosition = Upper
    `,
        { id: USB_DEVICE },
      ),
      driver(
        `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,Exclusive,0x00010001,1
      [Dev.NT.Filters]
      AddFilter = Upper,, Upper_Inst
      AddFilter = Lower,, LowerFilter_Inst
      [LowerFilter_Inst]
      FilterPosition = Lower
      [Upper_Inst]
      FilterPosition = Upper
    `,
        { id: USB_DEVICE },
      ),
      'use-add-filter',
    );
  });

  const onTarget = (target: string): string =>
    driver(
      `
      [Dev.NT.HW]
      AddReg = Hw_Reg
      [Hw_Reg]
      HKR,,UpperFilters,0x00010000,"Upper"
      `,
      { id: USB_DEVICE, target },
    );

  test('offers to keep releases away that do not read AddFilter, where there are any', () => {
    const title = 'Add the filter drivers with AddFilter in .Filters sections';
    assert.deepEqual(actionsOf(registryFilter, onTarget('NTamd64.10.0...18362')), [`use-add-filter: ${title}`]);
    assert.deepEqual(actionsOf(registryFilter, onTarget('NTamd64.10.0...17763')), [
      `use-add-filter-and-raise-target: ${title}, and limit the devices to Windows 10 1903 and later`,
      `use-add-filter: ${title}, which Windows 10 1903 and later read`,
    ]);
    assert.deepEqual(actionsOf(registryFilter, onTarget('')), [
      `use-add-filter: ${title}, which Windows 10 1903 and later read`,
    ]);
  });

  test('writes AddFilter and the decoration in one step, so that nothing newer than the target stands there', () => {
    const { text } = readSnippet(onTarget('NTamd64.10.0...17763'));
    const choice = { rules: new Set([registryFilter.name]), action: 'use-add-filter-and-raise-target' };
    const after = applyFixes(text, (current) => findingsIn([registryFilter], current), choice).text;
    assert.match(after, /^%Vendor% = Models, NTamd64\.10\.0\.\.\.18362\r?$/m);
    assert.match(after, /^\[Models\.NTamd64\.10\.0\.\.\.18362\]\r?$/m);
    assert.match(after, /^AddFilter = Upper,, UpperFilter_Inst\r?$/m);
    assert.deepEqual(findingsIn([registryFilter, syntaxNewerThanTarget], after), []);
  });

  test('writes AddFilter with commas as the file has them', () => {
    for (const [comma, addService] of [
      [',', 'AddService=Svc,0x2,Svc_Inst'],
      [', ', 'AddService=Svc, 0x2, Svc_Inst'],
    ] as const) {
      const text = `[Manufacturer]\n"V"=M,NTamd64.10.0...22000\n[M.NTamd64.10.0...22000]\n"D"=Dev,USB\\VID_1209&PID_0001\n[Dev.NT]\nCopyFiles=@svc.sys\n[Dev.NT.Services]\n${addService}\n[Dev.NT.HW]\nAddReg=Hw_Reg\n[Hw_Reg]\nHKR,,UpperFilters,0x00010000,"Upper"\n`;
      const findings = (current: string) => findingsIn([registryFilter], current);
      const choice = { rules: new Set([registryFilter.name]), action: 'use-add-filter' };
      const result = applyFixes(text, findings, choice).text;
      assert.ok(result.includes(`AddFilter=Upper,${comma}UpperFilter_Inst\n`), result);
    }
  });
});
