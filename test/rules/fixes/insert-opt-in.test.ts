import assert from 'node:assert/strict';
import { actionsAt, applied, assertChange, inf, policies } from './harness.js';

const ALL = 'insert-opt-in-both insert-opt-in-per-driver insert-opt-in-per-device';

/** A PCI device with a function driver; `body` holds its install sections. */
function pack(body: string, target = 'NTamd64', lineEnd = '\r\n'): string {
  const head = `
    [Version]
    Signature = "$Windows NT$"
    Class = System

    [Manufacturer]
    %Vendor% = Models, ${target}

    [Models.${target}]
    %Device% = Dev, PCI\\VEN_1B36&DEV_0010

  `;
  return inf(head, lineEnd) + inf(body, lineEnd);
}

const PLAIN = `
  [Dev.NT]
  CopyFiles = Dev_Files

  [Dev.NT.Services]
  AddService = Svc, 0x2, Svc_Inst

  [Svc_Inst]
  ServiceType   = 1
  StartType     = 3
  ErrorControl  = 1
  ServiceBinary = %13%\\svc.sys

  [Strings]
  Vendor = "Example"
`;

function insert(text: string, action: string, expected: string, at = '%Device%'): string {
  const after = applied(text, at, action);
  assertChange(text, after, expected);
  const again = actionsAt(after, at);
  assert.ok(!again.includes(action), `${action} is offered again`);
  return after;
}

suite('insert the DMA remapping opt-in', () => {
  test('makes the sections that are missing, each behind the one that refers to it', () => {
    const after = insert(
      pack(PLAIN),
      'insert-opt-in-both',
      `
       CopyFiles = Dev_Files
      +
      +[Dev.NT.HW]
      +AddReg = Dev_DmaRemap_AddReg
      +
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
       ServiceBinary = %13%\\svc.sys
      +AddReg        = Svc_Inst_DmaRemap_AddReg
      +
      +[Svc_Inst_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver, opt-in per-device');
    assert.equal(actionsAt(after, '%Device%'), '');
  });

  test('per driver alone leaves the rest to a second step', () => {
    const after = insert(
      pack(PLAIN),
      'insert-opt-in-per-driver',
      `
       ServiceBinary = %13%\\svc.sys
      +AddReg        = Svc_Inst_DmaRemap_AddReg
      +
      +[Svc_Inst_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver');
    assert.equal(actionsAt(after, '%Device%'), 'insert-opt-in-per-device');
    assert.equal(
      policies(applied(after, '%Device%', 'insert-opt-in-per-device')),
      'opt-in per-driver, opt-in per-device',
    );
  });

  test('keeps LF', () => {
    insert(
      pack(PLAIN, 'NTamd64', '\n'),
      'insert-opt-in-per-device',
      `
       CopyFiles = Dev_Files
      +
      +[Dev.NT.HW]
      +AddReg = Dev_DmaRemap_AddReg
      +
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
      `,
    );
  });

  test('uses the add-registry sections that are there and writes as they are written', () => {
    const text = pack(`
      [Dev.NT]
      CopyFiles=Dev_Files
      [Dev.NT.HW]
      AddReg=Dev_HW
      [Dev_HW]
      HKR, "Interrupt Management", "Policy", %REG_DWORD%, 0x00000004
      [Dev.NT.Services]
      AddService=Svc,2,Svc_Inst
      [Svc_Inst]
      ServiceType=1
      AddReg=Svc_Reg
      [Svc_Reg]
      HKR, "Parameters", "Depth", %REG_DWORD%, 0x00000001 ; more below
      HKR,, "Other", %REG_SZ%, "x"
      [Strings]
      REG_SZ = 0
      REG_DWORD = 0x00010001
    `);
    const after = insert(
      text,
      'insert-opt-in-both',
      `
       HKR, "Interrupt Management", "Policy", %REG_DWORD%, 0x00000004
      +HKR, "DMA Management", "RemappingSupported", %REG_DWORD%, 0x00000001
       HKR, "Parameters", "Depth", %REG_DWORD%, 0x00000001 ; more below
      +HKR, "Parameters", "DmaRemappingCompatible", %REG_DWORD%, 0x00000001
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver, opt-in per-device');
  });

  test('does not put the line where another service or device would get it, too', () => {
    const text = pack(`
      %Second% = Second, PCI\\VEN_1B36&DEV_0011

      [Dev.NT.HW]
      AddReg = Common_HW
      [Second.NT.HW]
      AddReg = Common_HW
      [Common_HW]
      HKR,,Security,,"D:P(A;;GA;;;SY)"
      [Dev.NT]
      [Second.NT]
      [Dev.NT.Services]
      AddService = Svc,2,Svc_Inst
      [Second.NT.Services]
      AddService = Svc2,2,Svc2_Inst
      [Svc_Inst]
      ServiceType = 1
      AddReg = Common_Service
      [Svc2_Inst]
      ServiceType = 1
      AddReg = Common_Service
      [Common_Service]
      HKR,Parameters,Depth,0x00010001,4
    `);
    const after = insert(
      text,
      'insert-opt-in-both',
      `
       [Dev.NT.HW]
      -AddReg = Common_HW
      +AddReg = Common_HW, Dev_DmaRemap_AddReg
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
       ServiceType = 1
      -AddReg = Common_Service
      +AddReg = Common_Service, Svc_Inst_DmaRemap_AddReg
      +[Svc_Inst_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
    assert.equal(actionsAt(after, '%Second%'), ALL);
    assert.equal(policies(after), 'opt-in per-driver, opt-in per-device, system-decides none');
  });

  test('serves every decorated DDInstall section, with one add-registry section', () => {
    const text = pack(
      `
      [Models.NTarm64]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010

      [Dev.NTamd64]
      CopyFiles = Files_x64

      [Dev.NTamd64.Services]
      AddService = Svc, 2, Svc_Inst

      [Dev.NTarm64]
      CopyFiles = Files_arm64

      [Dev.NTarm64.Services]
      AddService = Svc, 2, Svc_Inst

      [Svc_Inst]
      ServiceType = 1
    `,
    ).replace('Models, NTamd64', 'Models, NTamd64, NTarm64');
    const after = insert(
      text,
      'insert-opt-in-both',
      `
       CopyFiles = Files_x64
      +
      +[Dev.NTamd64.HW]
      +AddReg = Dev_DmaRemap_AddReg
       CopyFiles = Files_arm64
      +
      +[Dev.NTarm64.HW]
      +AddReg = Dev_DmaRemap_AddReg
      +
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
       ServiceType = 1
      +AddReg = Svc_Inst_DmaRemap_AddReg
      +
      +[Svc_Inst_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver, opt-in per-device');
  });

  test('adds the .HW section only where it is missing', () => {
    const text = pack(
      `
      [Models.NTarm64]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      [Dev.NTamd64]
      CopyFiles = Files_x64
      [Dev.NTamd64.HW]
      AddReg = Dev_HW
      [Dev_HW]
      HKR,,A,,"1"
      [Dev.NTarm64]
      CopyFiles = Files_arm64
    `,
    ).replace('Models, NTamd64', 'Models, NTamd64, NTarm64');
    const after = insert(
      text,
      'insert-opt-in-per-device',
      `
       HKR,,A,,"1"
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
       CopyFiles = Files_arm64
      +[Dev.NTarm64.HW]
      +AddReg = Dev_DmaRemap_AddReg
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
      `,
    );
    assert.equal(policies(after), 'system-decides none, opt-in per-device');
  });

  test('keeps columns', () => {
    const text = pack(`
      [Dev.NT]
      [Dev.NT.Services]
      AddService      = Svc, 2, Svc_Inst

      [Svc_Inst]
      ServiceType     = 1       ; kernel
      AddReg          = Svc_Reg ; settings

      [Svc_Reg]
      HKR, Parameters,      Depth,           0x00010001, 4
      HKR, Parameters\\Deep, DepthOfTheQueue, 0x00010001, 16
    `);
    insert(
      text,
      'insert-opt-in-per-driver',
      `
       HKR, Parameters,      Depth,           0x00010001, 4
      +HKR, Parameters,      DmaRemappingCompatible, 0x00010001, 1
      `,
    );
  });

  test('keeps columns made of tabs', () => {
    const text = pack(`
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc, 2, Svc_Inst

      [Svc_Inst]
      ServiceType\t\t= 1
      StartType\t\t= 3
      LoadOrderGroup\t= Extended Base
    `);
    insert(
      text,
      'insert-opt-in-per-driver',
      `
       LoadOrderGroup\t= Extended Base
      +AddReg\t\t\t= Svc_Inst_DmaRemap_AddReg
      +
      +[Svc_Inst_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
  });

  test('follows lower case, dots and decimal flags of the file', () => {
    const text = pack(`
      [dev.nt]
      addreg=dev.reg
      [dev.reg]
      hkr,,A,65537,1
      [dev.nt.services]
      addservice=svc,2,svc.install
      [svc.install]
      servicetype=1
    `);
    insert(
      text,
      'insert-opt-in-both',
      `
       addreg=dev.reg
      +[dev.nt.hw]
      +addreg=dev.DmaRemap.AddReg
      +[dev.DmaRemap.AddReg]
      +hkr,"DMA Management",RemappingSupported,65537,1
       servicetype=1
      +addreg=svc.install.DmaRemap.AddReg
      +
      +[svc.install.DmaRemap.AddReg]
      +hkr,Parameters,DmaRemappingCompatible,65537,1
      `,
    );
  });

  test('keeps an unquoted subkey with a blank where the file has one', () => {
    const text = pack(`
      [Dev.NT]
      [Dev.NT.HW]
      AddReg = Dev_HW
      [Dev_HW]
      HKR,Interrupt Management\\Affinity Policy,DevicePolicy,0x00010001,4
    `);
    insert(
      text,
      'insert-opt-in-per-device',
      `
       HKR,Interrupt Management\\Affinity Policy,DevicePolicy,0x00010001,4
      +HKR,DMA Management,RemappingSupported,0x00010001,1
      `,
    );
  });

  test('works in a template whose architecture the build fills in', () => {
    const after = insert(
      pack(PLAIN.replaceAll('Dev.NT', 'Dev.NT$ARCH$'), 'NT$ARCH$.10.0...17763'),
      'insert-opt-in-both',
      `
       CopyFiles = Dev_Files
      +
      +[Dev.NT$ARCH$.HW]
      +AddReg = Dev_DmaRemap_AddReg
      +
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
       ServiceBinary = %13%\\svc.sys
      +AddReg        = Svc_Inst_DmaRemap_AddReg
      +
      +[Svc_Inst_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver, opt-in per-device');
  });

  test('an INF without a service of its own can do it per device only', () => {
    const extension = pack(`
      [Dev.NT]
      CopyFiles = Files
    `);
    assert.equal(actionsAt(extension, '%Device%'), 'insert-opt-in-per-device');
    const inbox = pack(`
      [Dev.NT]
      Include = inbox.inf
      Needs = Inbox_Device.NT
      [Dev.NT.Services]
      Include = inbox.inf
      Needs = Inbox_Device.NT.Services
    `);
    insert(
      inbox,
      'insert-opt-in-per-device',
      `
       Needs = Inbox_Device.NT
      +[Dev.NT.HW]
      +AddReg = Dev_DmaRemap_AddReg
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
      `,
    );
  });

  test('speaks for the function driver, not for a filter', () => {
    const text = pack(`
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Filter, , Filter_Inst
      AddService = Svc, 2, Svc_Inst
      [Filter_Inst]
      ServiceType = 1
      [Svc_Inst]
      StartType = 3
    `);
    const after = insert(
      text,
      'insert-opt-in-per-driver',
      `
       StartType = 3
      +AddReg = Svc_Inst_DmaRemap_AddReg
      +
      +[Svc_Inst_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver');
  });

  test('writes to every service-install section of the driver', () => {
    const text = pack(
      `
      [Models.NTarm64]
      %Device% = Dev, PCI\\VEN_1B36&DEV_0010
      [Dev.NTamd64]
      [Dev.NTamd64.Services]
      AddService = Svc, 2, Svc_x64
      [Dev.NTarm64]
      [Dev.NTarm64.Services]
      AddService = Svc, 2, Svc_arm64
      [Svc_x64]
      ServiceBinary = %13%\\x64.sys
      [Svc_arm64]
      ServiceBinary = %13%\\arm64.sys
    `,
    ).replace('Models, NTamd64', 'Models, NTamd64, NTarm64');
    insert(
      text,
      'insert-opt-in-per-driver',
      `
       ServiceBinary = %13%\\x64.sys
      +AddReg = Svc_x64_DmaRemap_AddReg
       ServiceBinary = %13%\\arm64.sys
      +AddReg = Svc_x64_DmaRemap_AddReg
      +[Svc_x64_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
  });

  test('the targets say which mechanisms are wanted', () => {
    assert.equal(actionsAt(pack(PLAIN, 'NTamd64.10.0...22000'), '%Device%'), ALL);
    assert.equal(actionsAt(pack(PLAIN, 'NTamd64.10.0...26100'), '%Device%'), 'insert-opt-in-per-device');
    assert.equal(actionsAt(pack(PLAIN, 'NTx86'), '%Device%'), 'insert-opt-in-per-driver');
  });

  test('serves a device on all the targets on which other Models sections install it', () => {
    const body = (id: string): string => `
      [Models.NTamd64.10.0...26100]
      %Newer% = Newer, ${id}

      [Dev.NT]

      [Newer.NT]

      [Newer.NT.Services]
      AddService = Newer, 2, Newer_Inst

      [Newer_Inst]
      ServiceType = 1
    `;
    const parted = (id: string): string =>
      pack(body(id), 'NTamd64.10.0...17763').replace('17763\r\n\r\n', '17763, NTamd64.10.0...26100\r\n\r\n');
    const different = parted('PCI\\VEN_1B36&DEV_0011');
    assert.equal(actionsAt(different, '%Device%'), '');
    const served = different.replace('[Dev.NT]', '[Dev.NT.Services]\r\nAddService = Newer, 2, Newer_Inst\r\n[Dev.NT]');
    assert.equal(actionsAt(served, '%Device%'), 'insert-opt-in-per-driver');
    assert.equal(actionsAt(different, '%Newer%'), 'insert-opt-in-per-device');
    insert(
      parted('PCI\\VEN_1B36&DEV_0010'),
      'insert-opt-in-per-device',
      `
       [Dev.NT]
      +
      +[Dev.NT.HW]
      +AddReg = Dev_DmaRemap_AddReg
       [Newer.NT]
      +
      +[Newer.NT.HW]
      +AddReg = Dev_DmaRemap_AddReg
      +
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
      `,
    );
  });

  test('is offered in every section through which the device is installed', () => {
    const text = pack(PLAIN.replace('[Dev.NT.Services]', '[Dev.NT.HW]\n  DelReg = Old\n\n  [Dev.NT.Services]'));
    for (const at of [
      '%Device%',
      '[Dev.NT]',
      'CopyFiles',
      '[Dev.NT.HW]',
      'DelReg',
      '[Dev.NT.Services]',
      'AddService',
      '[Svc_Inst]',
      'StartType',
    ]) {
      assert.equal(actionsAt(text, at), ALL, at);
    }
    for (const at of ['[Version]', 'Class', '[Manufacturer]', '[Models', '[Strings]', 'Vendor = "Ex']) {
      assert.equal(actionsAt(text, at), '', at);
    }
  });

  test('is not offered where it has no effect or something else is stated', () => {
    assert.equal(actionsAt(pack(PLAIN).replace('PCI\\', 'USB\\'), '%Device%'), '');
    const stated = (line: string): string =>
      pack(
        PLAIN.replace('StartType ', 'AddReg = Reg\n  StartType ').replace('[Strings]', `[Reg]\n  ${line}\n  [Strings]`),
      );
    assert.equal(actionsAt(stated('HKR,Parameters,DmaRemappingCompatible,0x00010001,0'), '%Device%'), '');
    assert.equal(actionsAt(stated('HKR,Parameters,DmaRemappingCompatible,0x00010001,2'), '%Device%'), '');
    assert.equal(actionsAt(stated('HKR,Parameters,DmaRemappingCompatible,0x00010001,INX_DMA'), '%Device%'), '');
    assert.equal(actionsAt(stated('HKR,,DmaRemappingCompatible,0x00010001,1'), '%Device%'), '');
    assert.equal(
      actionsAt(stated('HKR,Parameters,DmaRemappingCompatible,0x00010001,1'), '%Device%'),
      'insert-opt-in-per-device',
    );
  });

  test('a graphics driver has a number of its own', () => {
    const text = pack(PLAIN).replace('Class = System', 'Class = Display');
    assert.equal(actionsAt(text, '%Device%'), 'insert-opt-in-per-driver');
    assert.match(applied(text, '%Device%', 'insert-opt-in-per-driver'), /DmaRemappingCompatible,0x00010001,3\r\n/);
  });

  test('a primitive driver has no device to opt in', () => {
    const text = inf(`
      [Version]
      Signature = "$Windows NT$"
      [DefaultInstall.NTamd64]
      CopyFiles = Files
      [DefaultInstall.NTamd64.Services]
      AddService = Svc, , Svc_Inst
      [Svc_Inst]
      ServiceType = 1
    `);
    for (const at of ['[DefaultInstall.NTamd64]', 'CopyFiles', 'AddService', '[Svc_Inst]']) {
      assert.equal(actionsAt(text, at), '', at);
    }
  });

  test('both means every device of the driver, as the statement of the driver does', () => {
    const text = pack(`
      %Second% = Second, PCI\\VEN_1B36&DEV_0011

      [Dev.NT]
      CopyFiles = A

      [Dev.NT.Services]
      AddService = Svc,2,Dev

      [Second.NT]
      CopyFiles = B

      [Second.NT.Services]
      AddService = Svc,2,Dev

      [Dev]
      ServiceType = 1
    `);
    const after = insert(
      text,
      'insert-opt-in-both',
      `
       CopyFiles = A
      +
      +[Dev.NT.HW]
      +AddReg = Dev_DmaRemap_AddReg2
       CopyFiles = B
      +
      +[Second.NT.HW]
      +AddReg = Dev_DmaRemap_AddReg2
      +
      +[Dev_DmaRemap_AddReg2]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
       ServiceType = 1
      +AddReg = Dev_DmaRemap_AddReg
      +
      +[Dev_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
    assert.equal(policies(after), 'opt-in per-driver, opt-in per-device');
    assert.equal(actionsAt(after, '%Second%'), '');
  });

  test('takes the next name when the fitting one is in use', () => {
    const text = pack(`
      [Svc_Inst_DmaRemap_AddReg]
      HKR,,A,,"1"
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc,2,Svc_Inst
      [Svc_Inst]
      ServiceType = 1
    `);
    insert(
      text,
      'insert-opt-in-per-driver',
      `
       ServiceType = 1
      +AddReg = Svc_Inst_DmaRemap_AddReg2
      +
      +[Svc_Inst_DmaRemap_AddReg2]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
  });

  test('finds the end of a file without a last line end, and of one that Ctrl+Z ends', () => {
    const text = pack(`
      [Dev.NT]
      [Dev.NT.Services]
      AddService = Svc,2,Svc_Inst

      [Svc_Inst]
      ServiceType = 1`).trimEnd();
    const expected = `
       ServiceType = 1
      +AddReg = Svc_Inst_DmaRemap_AddReg
      +
      +[Svc_Inst_DmaRemap_AddReg]
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
    `;
    insert(text, 'insert-opt-in-per-driver', expected);
    const ended = applied(`${text}\u001a[Never]\r\n`, '%Device%', 'insert-opt-in-per-driver');
    assert.ok(ended.endsWith('DmaRemappingCompatible,0x00010001,1\u001a[Never]\r\n'), ended);
    assert.equal(policies(ended), 'opt-in per-driver');
  });

  test('stays clear of continued lines and of comments that belong to the next section', () => {
    const text = pack(`
      [Dev.NT]
      CopyFiles = A, \\
                  B ; the last one
      ; both files

      ; ---- service ----
      [Dev.NT.Services]
      AddService = Svc,2,Svc_Inst

      [Svc_Inst]
      ServiceType = 1
      AddReg = Shared, \\  ; first
               Shared2
      ; ---- event log ----
      [Other_Service]
      AddReg = Shared, Shared2
      [Shared]
      HKR,,A,,"1"
      [Shared2]
      HKR,,B,,"1"
    `);
    insert(
      text,
      'insert-opt-in-both',
      `
       ; both files
      +
      +[Dev.NT.HW]
      +AddReg = Dev_DmaRemap_AddReg
      +
      +[Dev_DmaRemap_AddReg]
      +HKR,"DMA Management",RemappingSupported,0x00010001,1
       HKR,,A,,"1"
      +HKR,Parameters,DmaRemappingCompatible,0x00010001,1
      `,
    );
  });
});
