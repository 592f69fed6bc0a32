import assert from 'node:assert/strict';
import undefinedSection from '../../server/src/rules/undefined-section.js';
import { driver, USB_DEVICE } from '../support/driver.js';
import { actionsOf, fixed, rule } from '../support/squiggle.js';

const options = { id: USB_DEVICE };

suite('undefined-section', () => {
  test('reports names of sections that are not there', () => {
    rule(
      undefinedSection,
      driver(
        `
        [Dev.NT]
        AddReg = Dev_AddReg, Dev_AddRge, Other
                             ~~~~~~~~~~ undefined-section Section [Dev_AddRge], which AddReg names, is not defined; the nearest is [Dev_AddReg].
                                         ~~~~~ undefined-section Section [Other], which AddReg names, is not defined.
        [Dev_AddReg]
        [Dev.NT.Services]
        AddService = Svc, 0x2, Svc_Inst
        AddService = Other, 0, Other_Inst
                               ~~~~~~~~~~ undefined-section The service-install section [Other_Inst] of the service Other is not defined.
        `,
        options,
      ),
    );
  });

  test('tells that an included file may have the section, and that it cannot be named so', () => {
    rule(
      undefinedSection,
      driver(
        `
        [Dev.NT]
        Include = example.inf, other.inf
        AddReg  = Other_AddReg
                  ~~~~~~~~~~~~ undefined-section Section [Other_AddReg], which AddReg names, is not defined here; if it is in example.inf or other.inf, only Needs may name it.
        `,
        options,
      ),
    );
  });

  test('takes the data section of a printer from an included file', () => {
    rule(
      undefinedSection,
      driver(
        `
        [Models.NTamd64.10.0...17763]
        %Second% = Dev2, Example_Printer2
        [Dev.NT]
        DataFile    = example.ppd
        DataSection = PSCRIPT_DATA
        Include     = ntprint.inf
        Needs       = PSCRIPT.OEM
        [Dev2]
        DataFile    = example.ppd
        DataSection = EXAMPLE_DATA
                      ~~~~~~~~~~~~ undefined-section Section [EXAMPLE_DATA], which DataSection names, is not defined.
        [Strings]
        Second = Second
        `,
        { ...options, className: 'Printer' },
      ),
    );
  });

  test('reports devices without install section', () => {
    rule(
      undefinedSection,
      driver(
        `
        [Models.NTamd64.10.0...17763]
        %Device2% = Dev2, USB\\VID_1209&PID_0002
                    ~~~~ undefined-section The device Second has no install section: [Dev2] is not defined.
        %Device3% = Dev3, USB\\VID_1209&PID_0003
                    ~~~~ undefined-section On amd64 the device Third has no install section: none of [Dev3.NTamd64], [Dev3.NT], [Dev3] is defined.
        [Dev3.NTarm64]
        [Strings]
        Device2 = Second
        Device3 = Third
        `,
        options,
      ),
    );
  });

  test('tells of the one Models section with another decoration, and takes that', () => {
    const before = (decoration: string): string =>
      driver(
        `
        [Manufacturer]
        %Vendor% = Models, NTamd64.10.0...17763
        %Vendor% = Others, ${decoration}
        [Others.NTarm64.10.0...17763]
        %Device2% = Dev, USB\\VID_1209&PID_0002
        `,
        { id: USB_DEVICE },
      );
    rule(
      undefinedSection,
      before('NTamd64').replace(
        'Others, NTamd64',
        `$&
                   ~~~~~~~ undefined-section Section [Others.NTamd64], which this Manufacturer line promises, is not defined; there is [Others.NTarm64.10.0...17763].`,
      ),
    );
    fixed(undefinedSection, before('NTamd64'), before('NTarm64.10.0...17763'), 'use-decoration');
  });

  test('reports Models sections that a Manufacturer line promises', () => {
    rule(
      undefinedSection,
      driver(
        `
        [Manufacturer]
        %Other% = Others
                  ~~~~~~ undefined-section Section [Others], which this Manufacturer line promises, is not defined.
        %Third% = Thirds, NTamd64, NTarm64, NT$ARCH$
                                   ~~~~~~~ undefined-section Section [Thirds.NTarm64], which this Manufacturer line promises, is not defined.
        [Thirds.NTamd64]
        [Strings]
        Other = a
        Third = b
        `,
        options,
      ),
    );
  });

  test('takes decorated sections, files, other INFs, tokens and placeholders', () => {
    rule(
      undefinedSection,
      driver(
        `
        [Dev.NT]
        Include = example.inf
        Needs = Example.NT
        CopyFiles = @svc.sys, Svc_Files
        AddReg = %Section%, INX_ADDREG, dev_addreg
        Include = ks.inf
        AddReg = KS.Registration
        [Dev_AddReg]
        [DestinationDirs]
        NotThere = 13
        `,
        options,
      ),
    );
  });

  test('cures it by rename-reference', () => {
    const before = driver('[Dev.NT]\nAddReg = Dev_AddRge\n[Dev_AddReg]', options);
    fixed(undefinedSection, before, before.replace('Dev_AddRge', 'Dev_AddReg'), 'rename-reference');
  });

  test('cures it by add-section, with the entries that the section must have', () => {
    const line = 'AddService = Other, 0, Other_Inst\n';
    const before = driver(`[Dev.NT.Services]\nAddService = Svc, 0x2, Svc_Inst\n${line}`, options);
    const section = [
      '[Other_Inst]',
      'ServiceType   = 1',
      'StartType     = 3',
      'ErrorControl  = 1',
      'ServiceBinary = %13%\\other.sys',
    ].join('\n');
    fixed(undefinedSection, before, before.replace(line, `${line}${section}\n`), 'add-section');
  });

  test('adds an event log section with what it leads to', () => {
    const line = 'AddService = Svc, 0x2, Svc_Inst, Svc_Log\n';
    const before = driver(`[Dev.NT.Services]\n${line}`, options);
    const sections = [
      '[Svc_Log]',
      'AddReg = Svc_Log_AddReg',
      '[Svc_Log_AddReg]',
      'HKR,,EventMessageFile,0x00020000,"%%SystemRoot%%\\System32\\IoLogMsg.dll"',
      'HKR,,TypesSupported,0x00010001,7',
    ].join('\n');
    fixed(undefinedSection, before, before.replace(line, `${line}${sections}\n`), 'add-section');
  });

  /** A device of NTamd64, and of NTx86 where asked for, whose one install section is [Dev.NTx86]. */
  const onlyX86 = (targets: string): string =>
    `[Manufacturer]\n"V" = M, ${targets}\n[M.NTamd64]\n"D" = Dev, USB\\VID_1209\n[M.NTx86]\n"D" = Dev, USB\\VID_1209\n[Dev.NTx86]\nCopyFiles = @a.sys\n[Dev.NTx86.Services]\nAddService = ,2\n`;

  test('offers another platform extension for the one section that is there', () => {
    const alone = onlyX86('NTamd64').replace('[M.NTx86]\n"D" = Dev, USB\\VID_1209\n', '');
    assert.deepEqual(
      actionsOf(undefinedSection, alone).map((text) => text.split(':')[0]),
      ['change-decoration', 'drop-decoration', 'add-section'],
    );
    fixed(undefinedSection, alone, alone.replaceAll('Dev.NTx86', 'Dev.NTamd64'), 'change-decoration');
    fixed(undefinedSection, alone, alone.replaceAll('Dev.NTx86', 'Dev.NT'), 'drop-decoration');
    const both = onlyX86('NTamd64, NTx86');
    assert.deepEqual(
      actionsOf(undefinedSection, both).map((text) => text.split(':')[0]),
      ['drop-decoration', 'add-section'],
    );
  });
});
