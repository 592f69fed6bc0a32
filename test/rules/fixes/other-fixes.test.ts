import assert from 'node:assert/strict';
import { addPerDevice, addPerDriver } from '../../../server/src/rules/fixes/add-mechanism.js';
import { addReference, applyToOthers } from '../../../server/src/rules/fixes/add-reference.js';
import { setValueFix, setValueFixes } from '../../../server/src/rules/fixes/change-value.js';
import { fixName, fixSubkey } from '../../../server/src/rules/fixes/fix-name.js';
import { dropNoclobber, fixType } from '../../../server/src/rules/fixes/fix-type.js';
import { moveLine, removeLine } from '../../../server/src/rules/fixes/move-line.js';
import { driver } from '../../support/snippet.js';
import { analyse, assertChange, dmaLine, fixedBy, inf, policies } from './harness.js';

/** One add-registry line in the service-install section of the driver that `driver` completes. */
function inService(line: string, more = ''): string {
  return inf(driver(`[Svc_Inst]\nAddReg = Reg\n[Reg]\n${line}\n${more}\n`));
}

/** One add-registry line in the hardware section. */
function inHardware(line: string, more = ''): string {
  return inf(driver(`[Dev.NT.HW]\nAddReg = Reg\n[Reg]\n${line}\n${more}\n`));
}

suite('change a DMA value', () => {
  const change = (line: string, value: number): string => {
    const text = inService(line);
    const after = fixedBy(text, (a) => setValueFix(a.model, dmaLine(a), value));
    return after.split('\r\n')[7] ?? '';
  };

  test('offers each other number with its meaning', () => {
    const { model, dma } = analyse(inService('HKR,Parameters,DmaRemappingCompatible,0x00010001,7'));
    const [line] = dma.lines;
    assert.ok(line);
    assert.deepEqual(
      setValueFixes(model, line).map(({ action, title, safety }) => `${action} ${title} ${safety}`),
      [
        'set-value-0 Set DmaRemappingCompatible to 0: opt out unsafe',
        'set-value-1 Set DmaRemappingCompatible to 1: opt in unsafe',
        'set-value-2 Set DmaRemappingCompatible to 2: opt in only if external unsafe',
        'set-value-3 Set DmaRemappingCompatible to 3: opt in (Windows 11) unsafe',
      ],
    );
  });

  test('keeps the notation and all that follows', () => {
    assert.equal(
      change('HKR,Parameters,DmaRemappingCompatible,0x00010001,7 ; why', 1),
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,1 ; why',
    );
    assert.equal(
      change('HKR, Parameters, DmaRemappingCompatible, 0x00010001, 0x00000007', 2),
      'HKR, Parameters, DmaRemappingCompatible, 0x00010001, 0x00000002',
    );
    assert.equal(
      change('HKR,Parameters,DmaRemappingCompatible,0x00010001,"yes"', 1),
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,1',
    );
    assert.equal(
      change('HKR,Parameters,DmaRemappingCompatible,0x00010001,%Value%', 1),
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,1',
    );
  });

  test('replaces a list and completes what is missing', () => {
    assert.equal(
      change('HKR,Parameters,DmaRemappingCompatible,0x00010001,01,00,00,00', 1),
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,1',
    );
    assert.equal(
      change('HKR,Parameters,DmaRemappingCompatible,0x00010001,', 1),
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,1',
    );
    assert.equal(
      change('HKR,Parameters,DmaRemappingCompatible,0x00010001', 1),
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,1',
    );
    assert.equal(
      change('HKR, Parameters, DmaRemappingCompatible', 1),
      'HKR, Parameters, DmaRemappingCompatible, 0x00010001, 1',
    );
  });
});

suite('fix type, name and subkey', () => {
  const typed = (line: string): string =>
    fixedBy(inService(line), (a) => fixType(a.model, dmaLine(a))).split('\r\n')[7] ?? '';

  test('writes REG_DWORD and keeps the bits that say how', () => {
    assert.equal(
      typed('HKR,Parameters,DmaRemappingCompatible,0x00000000,"1"'),
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,"1"',
    );
    assert.equal(
      typed('HKR,Parameters,DmaRemappingCompatible,,1'),
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,1',
    );
    assert.equal(
      typed('HKR,Parameters,DmaRemappingCompatible,0x00021000,1'),
      'HKR,Parameters,DmaRemappingCompatible,0x00011001,1',
    );
    assert.equal(
      typed('HKR,Parameters,DmaRemappingCompatible,0x00000001,01,00,00,00'),
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,1',
    );
  });

  test('leaves a REG_DWORD alone', () => {
    const { model, dma } = analyse(inService('HKR,Parameters,DmaRemappingCompatible,65537,1'));
    assert.equal(dma.lines[0] && fixType(model, dma.lines[0]), undefined);
    assert.equal(dma.lines[0] && dropNoclobber(dma.lines[0]), undefined);
  });

  test('drops NOCLOBBER in the notation of the line', () => {
    const dropped = (flags: string): string =>
      fixedBy(inService(`HKR,Parameters,DmaRemappingCompatible,${flags},1`), (a) => dropNoclobber(dmaLine(a)));
    assert.match(dropped('0x00010003'), /Compatible,0x00010001,1/);
    assert.match(dropped('0x00011003'), /Compatible,0x00011001,1/);
    assert.match(dropped('65539'), /Compatible,65537,1/);
  });

  test('spells name and subkey, quoted where they were', () => {
    const named = (line: string): string => fixedBy(inService(line), (a) => fixName(dmaLine(a))).split('\r\n')[7] ?? '';
    assert.equal(
      named('HKR,Parameters,"DmaRemapingCompatible",0x00010001,1'),
      'HKR,Parameters,"DmaRemappingCompatible",0x00010001,1',
    );
    const placed = (line: string): string =>
      fixedBy(inHardware(line), (a) => fixSubkey(a.model, dmaLine(a))).split('\r\n')[3] ?? '';
    assert.equal(
      placed('HKR,DMAManagement,RemappingSupported,0x00010001,1'),
      'HKR,"DMA Management",RemappingSupported,0x00010001,1',
    );
    assert.equal(
      placed('HKR,,RemappingSupported,0x00010001,1 ; why'),
      'HKR,"DMA Management",RemappingSupported,0x00010001,1 ; why',
    );
  });
});

suite('move a DMA line', () => {
  test('has the right section name an add-registry section that holds nothing else', () => {
    const text = inf(
      driver(`
        [Dev.NT]
        AddReg = Other, Dma ; settings
        [Other]
        HKR,,A,,"1"
        [Dma]
        ; all DMA here
        HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `),
    );
    const after = fixedBy(text, (a) => moveLine(a, dmaLine(a)));
    assertChange(
      text,
      after,
      `
       CopyFiles = Svc_Files
      -AddReg = Other, Dma ; settings
      +AddReg = Other ; settings
       ServiceBinary = %13%\\svc.sys
      +AddReg        = Dma
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver');
  });

  test('takes the line out of a section that serves another purpose', () => {
    const text = inf(
      driver(`
        [Dev.NT]
        AddReg = Settings
        [Settings]
        HKR, , A,                      0x00000000, "1"
        HKR, , DmaRemappingCompatible, 0x00010001, 1 ; promised
        [Svc_Inst]
        AddReg = Svc_Reg
        [Svc_Reg]
        HKR,"Parameters","Depth",0x00010001,4
      `),
    );
    const after = fixedBy(text, (a) => moveLine(a, dmaLine(a)));
    assertChange(
      text,
      after,
      `
       HKR, , A,                      0x00000000, "1"
      -HKR, , DmaRemappingCompatible, 0x00010001, 1 ; promised
       HKR,"Parameters","Depth",0x00010001,4
      +HKR,"Parameters","DmaRemappingCompatible",0x00010001,1 ; promised
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver');
  });

  test('moves the values of the device together, and makes the .HW section', () => {
    const text = inf(
      driver(`
        [Svc_Inst]
        AddReg = Svc_Reg
        [Svc_Reg]
        HKR,Parameters,Depth,0x00010001,4
        HKR,"DMA Management",RemappingSupported,0x00010001,1
        HKR,"DMA Management",RemappingFlags,0x00010001,0
      `).replace('[Dev.NT.HW]\n', ''),
    );
    const after = fixedBy(text, (a) => moveLine(a, dmaLine(a)));
    assertChange(
      text,
      after,
      `
       HKR,Parameters,Depth,0x00010001,4
      -HKR,"DMA Management",RemappingSupported,0x00010001,1
      -HKR,"DMA Management",RemappingFlags,0x00010001,0
       CopyFiles = Svc_Files
      +[Dev.NT.HW]
      +AddReg = Dev_DmaRemap_AddReg
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
      +HKR,"DMA Management",RemappingFlags,0x00010001,0
      `,
    );
    assert.equal(policies(after), 'system-decides none, opt-in per-device');
  });

  test('leaves no hardware section behind that held only the reference', () => {
    const text = inf(
      driver(`
        [Dev.NT.HW]
        AddReg = Dma

        [Dma]
        HKR,Parameters,DmaRemappingCompatible,0x00010001,1

      `).replace('[Dev.NT]\n[Dev.NT.HW]\n', '[Dev.NT]\n'),
    );
    assertChange(
      text,
      fixedBy(text, (a) => moveLine(a, dmaLine(a))),
      `
      -[Dev.NT.HW]
      -AddReg = Dma
      -
       ServiceBinary = %13%\\svc.sys
      +AddReg        = Dma
      `,
    );
  });

  test('turns an absolute key into one of the service', () => {
    const text = inf(
      driver(`
        [Dev.NT]
        AddReg = Dma
        [Dma]
        HKLM,SYSTEM\\CurrentControlSet\\Services\\Svc\\Parameters,DmaRemappingCompatible,0x00010001,1
      `),
    );
    const after = fixedBy(text, (a) => moveLine(a, dmaLine(a)));
    assertChange(
      text,
      after,
      `
       CopyFiles = Svc_Files
      -AddReg = Dma
       [Dma]
      -HKLM,SYSTEM\\CurrentControlSet\\Services\\Svc\\Parameters,DmaRemappingCompatible,0x00010001,1
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
       ServiceBinary = %13%\\svc.sys
      +AddReg        = Dma
      `,
    );
  });

  test('takes a line out of a section that is no add-registry section', () => {
    const text = inf(
      driver(`
        [Dev.NT.HW]
        HKR,"DMA Management",RemappingSupported,0x00010001,1
      `),
    );
    const after = fixedBy(text, (a) => moveLine(a, dmaLine(a)));
    assert.equal(policies(after), 'system-decides none, opt-in per-device');
    assert.doesNotMatch(after, /\.HW\]\r\nHKR/);
  });

  test('is not offered where the value is stated already or cannot be', () => {
    const twice = inService(
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,1',
      '[Dev.NT]\nAddReg = B\n[B]\nHKR,Parameters,DmaRemappingCompatible,0x00010001,1',
    );
    const { dma } = analyse(twice);
    assert.equal(dma.lines.length, 2);
    for (const line of dma.lines) assert.equal(moveLine(analyse(twice), line), undefined);
    const noService = inHardware('HKR,Parameters,DmaRemappingCompatible,0x00010001,1').replace(/AddService.*\r\n/, '');
    const analysis = analyse(noService);
    assert.equal(moveLine(analysis, dmaLine(analysis)), undefined);
  });
});

suite('remove a DMA line', () => {
  test('keeps the section as long as it holds anything', () => {
    const text = inHardware('HKR,,A,,"1"', 'HKR,"DMA Management",RemappingFlags,0x00010001,1 ; alone');
    assertChange(
      text,
      fixedBy(text, (a) => removeLine(a, dmaLine(a))),
      `
       HKR,,A,,"1"
      -HKR,"DMA Management",RemappingFlags,0x00010001,1 ; alone
      `,
    );
  });

  test('removes an emptied section with every reference to it', () => {
    const text = inf(
      driver(`
        [Dev.NT.HW]
        AddReg = Flags, Other
        [Dev.NT]
        AddReg = Flags
        [Flags]
        HKR,"DMA Management",RemappingFlags,0x00010001,1
        [Other]
        HKR,,A,,"1"
      `),
    );
    const after = fixedBy(text, (a) => removeLine(a, dmaLine(a)));
    assertChange(
      text,
      after,
      `
       [Dev.NT.HW]
      -AddReg = Flags, Other
      +AddReg = Other
       CopyFiles = Svc_Files
      -AddReg = Flags
      -[Flags]
      -HKR,"DMA Management",RemappingFlags,0x00010001,1
      `,
    );
  });
});

suite('refer to a section that nothing refers to', () => {
  test('from the service-install section', () => {
    const text = inf(driver('[Dma]\nHKR,Parameters,DmaRemappingCompatible,0x00010001,1\n'));
    const after = fixedBy(text, (a) => addReference(a, dmaLine(a))[0]);
    assertChange(
      text,
      after,
      `
       ServiceBinary = %13%\\svc.sys
      +AddReg        = Dma
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver');
  });

  test('from one or all of several .HW sections', () => {
    const text = inf(
      driver(`
        [Dma Settings]
        HKR,"DMA Management",RemappingSupported,0x00010001,1
        [Models.NTamd64.10.0...17763]
        %Device% = Second, PCI\\VEN_1B36&DEV_0011
        [Second.NT]
      `),
    );
    const analysis = analyse(text);
    assert.deepEqual(
      addReference(analysis, dmaLine(analysis)).map(({ action, title }) => `${action}: ${title}`),
      [
        'add-reference: Add AddReg = Dma Settings to [Second.NT.HW], [Dev.NT.HW]',
        'add-reference-second.nt.hw: Add AddReg = Dma Settings to [Second.NT.HW]',
        'add-reference-dev.nt.hw: Add AddReg = Dma Settings to [Dev.NT.HW]',
      ],
    );
    assert.equal(
      policies(fixedBy(text, (a) => addReference(a, dmaLine(a))[0])),
      'system-decides none, opt-in per-device',
    );
  });

  test('also for the targets that a line misses', () => {
    const text = inf(
      driver(
        `
        [Dev.NTamd64]
        [Dev.NTamd64.HW]
        AddReg = Dma
        [Dma]
        HKR,"DMA Management",RemappingSupported,0x00010001,1
        [Dev.NTarm64]
        [Models.NTarm64]
        %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      `,
      )
        .replace('Models, NT', 'Models, NTarm64, NT')
        .replace('[Dev.NT]\n[Dev.NT.HW]\n', ''),
    );
    const after = fixedBy(text, (a) => applyToOthers(a, dmaLine(a), a.model.installations));
    assertChange(
      text,
      after,
      `
       [Dev.NTarm64]
      +[Dev.NTarm64.HW]
      +AddReg = Dma
      `,
    );
    assert.equal(policies(after), 'system-decides none, opt-in per-device');
  });
});

suite('add the other mechanism', () => {
  const other = (text: string, fixOf: typeof addPerDevice): readonly string[] => {
    const after = fixedBy(text, (a) => fixOf(a, dmaLine(a)));
    const old = new Set(text.split('\r\n'));
    return after.split('\r\n').filter((line) => !old.has(line) && line.startsWith('HKR'));
  };

  test('per device, with the same meaning', () => {
    const legacy = (value: number): string =>
      inService(`HKR,Parameters,DmaRemappingCompatible,0x00010001,${String(value)}`);
    assert.deepEqual(other(legacy(0), addPerDevice), ['HKR,"DMA Management",RemappingSupported,0x00010001,0']);
    assert.deepEqual(other(legacy(1), addPerDevice), ['HKR,"DMA Management",RemappingSupported,0x00010001,1']);
    assert.deepEqual(other(legacy(2), addPerDevice), [
      'HKR,"DMA Management",RemappingSupported,0x00010001,1',
      'HKR,"DMA Management",RemappingFlags,0x00010001,1',
    ]);
  });

  test('per driver, with the same meaning', () => {
    const device = (value: number, flags = ''): string =>
      inHardware(`HKR,"DMA Management",RemappingSupported,0x00010001,${String(value)}`, flags);
    assert.deepEqual(other(device(0), addPerDriver), ['HKR,Parameters,DmaRemappingCompatible,0x00010001,0']);
    assert.deepEqual(other(device(1), addPerDriver), ['HKR,Parameters,DmaRemappingCompatible,0x00010001,1']);
    assert.deepEqual(other(device(1, 'HKR,"DMA Management",RemappingFlags,0x00010001,1'), addPerDriver), [
      'HKR,Parameters,DmaRemappingCompatible,0x00010001,2',
    ]);
  });

  test('not per driver where its devices differ', () => {
    const text = inf(
      driver(`
        [Dev.NT.HW]
        AddReg = Yes
        [Yes]
        HKR,"DMA Management",RemappingSupported,0x00010001,1
        [Models.NTamd64.10.0...17763]
        %Device% = Second, PCI\\VEN_1B36&DEV_0011
        [Second.NT]
        [Second.NT.HW]
        AddReg = No
        [Second.NT.Services]
        AddService = Svc, 0x2, Svc_Inst
        [No]
        HKR,"DMA Management",RemappingSupported,0x00010001,0
      `),
    );
    const analysis = analyse(text);
    assert.equal(addPerDriver(analysis, dmaLine(analysis)), undefined);
  });
});
