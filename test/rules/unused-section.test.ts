import assert from 'node:assert/strict';
import unusedSection from '../../server/src/rules/unused-section.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { findingsIn, fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };
const TELLS = 'is not used: nothing refers to it, and Windows looks for no section of that name.';

suite('unused-section', () => {
  test('reports sections that nothing leads to', () => {
    rule(
      unusedSection,
      driver(
        `
        [Old_AddReg]
        ~~~~~~~~~~~~ unused-section Section [Old_AddReg] ${TELLS}
        HKR,,Example,,1
        [Unused.NT]
        ~~~~~~~~~~~ unused-section Section [Unused.NT] ${TELLS}
        [Unused.NT.Services]
        [Models.NTarm64]
        ~~~~~~~~~~~~~~~~ unused-section Section [Models.NTarm64] ${TELLS}
        [Dev.HW]
        ~~~~~~~~ unused-section Section [Dev.HW] ${TELLS}
        AddReg = Dev_HW
        [Dev_HW]
        `,
        options,
      ),
    );
  });

  test('takes what names, suffixes, decorations and references lead to', () => {
    rule(
      unusedSection,
      driver(
        `
        [Dev.NT]
        AddReg = A
        Needs = Dev.Common
        [Dev.Common]
        [A]
        [A.security]
        "D:P(A;;GA;;;SY)"
        [Strings.0407]
        [SourceDisksFiles.arm64]
        [ControlFlags]
        [Dev.NTarm64]
        [INX_SECTION]
        `,
        options,
      ),
    );
  });

  test('leaves sections of faulty references to those faults', () => {
    rule(
      unusedSection,
      driver(
        `
        [Models.NTamd64.10.0...17763]
        %Device2% = Dev2, USB\\VID_1209&PID_0002
        [Dev2.Wdf]
        KmdfService = Svc, Dev2_Wdf
        [Dev2_Wdf]
        KmdfLibraryVersion = 1.15
        [Dev.NT]
        AddRegs = A
        AddReg B
        [A]
        [B]
        `,
        options,
      ),
    );
  });

  test('leaves what a misspelt name or another decoration most likely means to the rule about undefined sections', () => {
    rule(
      unusedSection,
      driver(
        `
        [Dev.NT]
        CopyFiles = Svc_Flies
        [Svc_Files]
        svc.sys
        [Manufacturer]
        %Vendor% = Models, NTamd64.10.0...17763
        %Vendor% = Others, NTamd64.10.0...17763
        [Others.NTarm64.10.0...17763]
        %Device2% = Dev2, USB\\VID_1209&PID_0002
        [Dev2.NT]
        [Dev2.NT.HW]
        AddReg = Dev2_Hw
        [Dev2_Hw]
        `,
        options,
      ),
    );
  });

  test('is silent where the build names a section', () => {
    const body = (name: string): string => `
      [Dev.NT.HW]
      AddReg = ${name}
      [Some_AddReg]
      HKR,,Example,,1
      [Dev_AddReg]
      HKR,,Other,,1`;
    rule(unusedSection, driver(body('#SETTINGS#'), options));
    assert.equal(findingsIn([unusedSection], driver(body('Dev_AddReg'), options)).length, 1);
  });

  test("takes printers' section of web addresses", () => {
    const urls = '[OEM URLs]\n%Vendor% = "https://example.com"';
    rule(unusedSection, driver(urls, { ...options, className: 'Printer' }));
    assert.equal(findingsIn([unusedSection], driver(urls, options)).length, 1);
  });

  test('leaves the Models section that a line without its name means to the rule about that line', () => {
    for (const [line, section] of [
      [', NTamd64.10.0...17763', 'Models.NTamd64.10.0...17763'],
      ['', 'Models'],
    ] as const) {
      const body = `
        [Manufacturer]
        %Vendor% = ${line}
        [${section}]
        %Device% = Dev, USB\\VID_1209&PID_0001
        [Dev.NT]
        CopyFiles = Svc_Files
        [Svc_Files]
        svc.sys
        [Dev.NT.Services]
        AddService = Svc, 0x2, Svc_Inst
        [Svc_Inst]
        ServiceType = 1
        [Old_AddReg]
        ~~~~~~~~~~~~ unused-section Section [Old_AddReg] is not used: nothing refers to it, and Windows looks for no section of that name.
        HKR,,Example,,1`;
      rule(unusedSection, driver(body, { ...options, target: section.slice('Models.'.length) }));
    }
  });

  test("takes sections of Windows' own INFs, which others include", () => {
    const without = ['CatalogFile'];
    rule(unusedSection, driver('[Example.Registration]\nAddReg = A\n[A]', { ...options, without }));
    rule(unusedSection, driver('[Version]\nLayoutFile = layout.inf\n[Example]', options));
  });

  test('cures it by remove-section', () => {
    const rest = driver('', options);
    fixed(unusedSection, `[Old_AddReg]\nHKR,,Example,,1\n\n${rest}`, rest, 'remove-section');
  });
});
